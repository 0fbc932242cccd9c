import { PeerUnavailable } from '@moa/peer';
import type { Recommendation } from '../domain/recommendation.ts';
import type { RecommendationEvent } from '../domain/recommending.ts';
import { findRecommendation, lockRecommendation } from '../persistence/recommendations.ts';
import { advanceRecommendation } from './advance-recommendation.ts';
import type { SystemContext } from './context.ts';

/**
 * Has a token held for a recommendation, and gives the recommendation as far as it has come; null when there is none. No
 * transaction is open while pay is asked. Safe to repeat and to race: pay holds one token per recommendation.
 */
export async function startRecommendation(context: SystemContext, id: string): Promise<Recommendation | null> {
  const { em, clock } = context;
  const recommendation = await findRecommendation(em, id);
  if (recommendation?.state !== 'REQUESTED') return recommendation;
  const event = await askForToken(context, recommendation);
  if (!event) return recommendation;
  return context.transaction(async (tx) => {
    const latest = await lockRecommendation(tx, id);
    return latest && advanceRecommendation(tx, latest, { event, now: clock() });
  });
}

/** Null while nobody knows. Pay is given up only after a try has failed, and is told to give back whatever it may hold. */
async function askForToken(
  { pay, clock, timing }: SystemContext,
  { id, memberId, requestedAt }: Recommendation,
): Promise<RecommendationEvent | null> {
  try {
    const status = await pay.reserveToken({ recommendationId: id, memberId });
    return { type: status === 'RESERVED' ? 'TokenReserved' : 'TokenRefused' };
  } catch (error) {
    if (!(error instanceof PeerUnavailable)) throw error;
    return clock().getTime() - requestedAt.getTime() > timing.payMs ? { type: 'PayGivenUp' } : null;
  }
}
