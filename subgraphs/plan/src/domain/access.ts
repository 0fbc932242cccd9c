import type { Viewer } from '@moa/identity';
import type { Policies } from '@moa/subgraph';

/** Who may use each field. A field without a policy, or a policy without its field, keeps the subgraph from starting. */
export const policies: Policies = {
  Query: {
    plan: 'filtered', // the loader, by maySeePlan
    planBoard: 'public', // its statements know shared plans only
    recommendation: 'filtered', // the loader, by maySeeRecommendation
  },
  Mutation: {
    createPlan: 'member',
    updatePlan: 'member', // a plan of somebody else looks like none: mayChangePlan
    deletePlan: 'member', // likewise
    sharePlan: 'member', // likewise
    unsharePlan: 'member', // likewise
    heartPlan: 'member', // a plan that the member may not see looks like none: mayHeartPlan
    unheartPlan: 'member', // likewise
    requestRecommendation: 'member',
  },
  Subscription: {
    recommendationChanged: 'member', // and filtered by maySeeRecommendation, at the start and at each change
  },
  _entities: {
    Plan: 'filtered', // the loader, by maySeePlan
    Recommendation: 'filtered', // the loader, by maySeeRecommendation
    Member: 'public', // no more than the id that was asked with
    ItineraryStop: 'public', // likewise
  },
  Member: {
    id: 'with-parent',
    plans: 'filtered', // the resolver, by maySeeAllPlansOf: others get the shared ones
    sharedPlans: 'public', // its statement knows shared plans only
    heartedPlans: 'self', // its statement leaves out what is not shared any more, but for the member's own
  },
  Plan: 'with-parent',
  ItineraryDay: 'with-parent',
  ItineraryStop: 'with-parent',
  PlanConnection: 'with-parent',
  PlanEdge: 'with-parent',
  PageInfo: 'with-parent',
  Recommendation: 'with-parent', // its plan by the loader, by maySeePlan
  RecommendationFailure: 'with-parent',
  CreatePlanPayload: 'with-parent',
  UpdatePlanPayload: 'with-parent',
  DeletePlanPayload: 'with-parent',
  SharePlanPayload: 'with-parent',
  UnsharePlanPayload: 'with-parent',
  HeartPlanPayload: 'with-parent',
  UnheartPlanPayload: 'with-parent',
  PlanUserError: 'with-parent',
  RequestRecommendationPayload: 'with-parent',
  RequestRecommendationUserError: 'with-parent',
};

type Owned = { readonly ownerId: string };
type Shareable = Owned & { readonly sharedAt: Date | null };

const isOwner = (viewer: Viewer, { ownerId }: Owned): boolean =>
  viewer.kind === 'member' && viewer.memberId === ownerId;

/** Everybody while it is shared; its owner and administrators always. */
export const maySeePlan = (viewer: Viewer, plan: Shareable): boolean =>
  plan.sharedAt !== null || isOwner(viewer, plan) || (viewer.kind === 'member' && viewer.roles.includes('ADMIN'));

/** The member: private ones are nobody else's. */
export const maySeeAllPlansOf = (viewer: Viewer, memberId: string): boolean => isOwner(viewer, { ownerId: memberId });

/** Only its owner. */
export const mayChangePlan = isOwner;

/** Members: while it is shared, and always when it is their own. */
export const mayHeartPlan = (viewer: Viewer, plan: Shareable): boolean =>
  viewer.kind === 'member' && (plan.sharedAt !== null || isOwner(viewer, plan));

/** Only who asked for it. */
export const maySeeRecommendation = (viewer: Viewer, { memberId }: { readonly memberId: string }): boolean =>
  viewer.kind === 'member' && viewer.memberId === memberId;
