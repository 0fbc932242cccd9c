import { z } from 'zod';
import { fact, id } from './fact.ts';

const plan = { planId: id, ownerId: id };

/** A plan stands on the public board from now on. */
export const PlanShared = fact('PlanShared', { ...plan, location: z.string() });

/** And no longer. */
export const PlanUnshared = fact('PlanUnshared', plan);

/** Somebody likes a plan; `memberId` is who. Told once for each member and plan, however often they change their mind. */
export const PlanHearted = fact('PlanHearted', { ...plan, memberId: id, location: z.string() });

const recommendation = { recommendationId: id, memberId: id };

/** The plan that was asked for is there. */
export const RecommendationReady = fact('RecommendationReady', { ...recommendation, planId: id, location: z.string() });

/** There will be none, and it costs nothing. `reason` is a stable code. */
export const RecommendationFailed = fact('RecommendationFailed', { ...recommendation, reason: z.string() });

export const planFact = z.discriminatedUnion('type', [
  PlanShared,
  PlanUnshared,
  PlanHearted,
  RecommendationReady,
  RecommendationFailed,
]);
export type PlanFact = z.infer<typeof planFact>;
