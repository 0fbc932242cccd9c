import { payload } from '@moa/subgraph';
import { createPlan } from '../actions/create-plan.ts';
import { deletePlan } from '../actions/delete-plan.ts';
import { heartPlan, unheartPlan } from '../actions/heart-plan.ts';
import { requestRecommendation } from '../actions/request-recommendation.ts';
import { sharePlan, unsharePlan } from '../actions/share-plan.ts';
import { updatePlan } from '../actions/update-plan.ts';
import type { MutationResolvers } from './schema.gen.ts';

export const Mutation: MutationResolvers = {
  createPlan: async (_root, { input }, context) => payload('plan', await createPlan(context, input)),
  updatePlan: (_root, { input }, context) => updatePlan(context, input),
  deletePlan: async (_root, { input }, context) => payload('deletedPlanId', await deletePlan(context, input.planId)),
  sharePlan: async (_root, { input }, context) => payload('plan', await sharePlan(context, input.planId)),
  unsharePlan: async (_root, { input }, context) => payload('plan', await unsharePlan(context, input.planId)),
  heartPlan: async (_root, { input }, context) => {
    const outcome = await heartPlan(context, input.planId);
    context.loaders.heart.clearAll(); // an operation may give and take back
    return payload('plan', outcome);
  },
  unheartPlan: async (_root, { input }, context) => {
    const outcome = await unheartPlan(context, input.planId);
    context.loaders.heart.clearAll();
    return payload('plan', outcome);
  },
  requestRecommendation: (_root, { input }, context) =>
    requestRecommendation(context, {
      kind: input.kind,
      location: input.location ?? null,
      travelDate: input.travelDate ?? null,
      returnDate: input.returnDate ?? null,
      budget: input.budget ?? null,
      groupSize: input.groupSize ?? null,
      details: input.details ?? null,
      idempotencyKey: input.idempotencyKey,
    }),
};
