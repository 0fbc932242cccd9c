import { failureMessages } from '../domain/refusals.ts';
import type { RecommendationResolvers } from './schema.gen.ts';

export const Recommendation: RecommendationResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.recommendation.load(id),
  member: ({ memberId }) => ({ id: memberId }),
  plan: ({ planId }, _arguments, { loaders }) => (planId === null ? null : loaders.plan.load(planId)),
  failure: ({ reason }) => reason && { reason, message: failureMessages[reason] },
};
