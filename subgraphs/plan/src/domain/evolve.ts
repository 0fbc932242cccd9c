import type { Recommendation } from './recommendation.ts';
import type { RecommendationEvent } from './recommending.ts';

/** The recommendation after what the saga let happen to it. */
export function evolve(before: Recommendation, event: RecommendationEvent, now: Date): Recommendation {
  const { id, memberId, kind, request, requestedAt } = before;
  const asked = { id, memberId, kind, request, requestedAt, version: before.version + 1, changedAt: now };
  switch (event.type) {
    case 'TokenReserved':
      return { ...asked, state: 'RESERVED' };
    case 'PlanWritten':
      return { ...asked, state: 'READY', planId: event.planId };
    case 'TokenRefused':
      return { ...asked, state: 'FAILED', reason: 'NOT_ENOUGH_TOKENS' };
    case 'PayGivenUp':
      return { ...asked, state: 'FAILED', reason: 'PAY_UNAVAILABLE' };
    case 'NothingFound':
      return { ...asked, state: 'FAILED', reason: event.reason };
    case 'AdvisorGivenUp':
      return { ...asked, state: 'FAILED', reason: 'ADVISOR_UNAVAILABLE' };
  }
}
