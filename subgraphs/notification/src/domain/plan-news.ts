import type { FactOf } from '@moa/contracts';
import { draftsOf, type News } from './draft.ts';
import type { Draft } from './notification.ts';

/** What people are told of followers, travel plans and tokens, but for what followers are told. */
export const planNews: News<
  'MemberFollowed' | 'PlanHearted' | 'RecommendationReady' | 'RecommendationFailed' | 'TokensBought'
> = {
  // Once, however often somebody follows and unfollows: nobody's mailbox can be filled that way.
  MemberFollowed: ({ type, followerId, followeeId }) =>
    draftsOf({ type, id: followerId })({
      to: followeeId,
      aboutId: followerId,
      content: { kind: 'MEMBER_FOLLOWED' },
    }),
  PlanHearted: ({ type, planId, memberId, ownerId, location }) =>
    draftsOf(
      { type, id: `${planId} ${memberId}` },
      { planId },
    )({ to: ownerId, aboutId: memberId, content: { kind: 'PLAN_HEARTED', location } }),
  RecommendationReady: ({ type, recommendationId, version, memberId, planId, location }) =>
    draftsOf(
      { type, id: recommendationId, version },
      { planId },
    )({ to: memberId, content: { kind: 'RECOMMENDATION_READY', location } }),
  RecommendationFailed: ({ type, recommendationId, version, memberId, reason }) =>
    draftsOf({ type, id: recommendationId, version })({
      to: memberId,
      content: { kind: 'RECOMMENDATION_FAILED', reason },
    }),
  TokensBought: ({ type, purchaseId, version, memberId, quantity, amount }) =>
    draftsOf({ type, id: purchaseId, version })({ to: memberId, content: { kind: 'TOKENS_BOUGHT', quantity, amount } }),
};

/** What each follower is told of a shared plan: once, however often it is shared. */
export const sharedPlanNews = (
  { planId, ownerId, location }: Pick<FactOf<'PlanShared'>, 'planId' | 'ownerId' | 'location'>,
  followerIds: readonly string[],
): readonly Draft[] =>
  draftsOf(
    { type: 'PlanShared', id: planId },
    { planId },
  )(
    ...followerIds.map(
      (to) => ({ to, aboutId: ownerId, content: { kind: 'PLAN_SHARED', person: { location } } }) as const,
    ),
  );
