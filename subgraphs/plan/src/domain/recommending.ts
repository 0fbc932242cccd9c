import type { PlanFact } from '@moa/contracts';
import { defineSaga } from '@moa/saga';
import type { FailureReason, Recommendation, RecommendationState } from './recommendation.ts';

/** What happens to a recommendation. */
export type RecommendationEvent =
  | { readonly type: 'TokenReserved' }
  | { readonly type: 'TokenRefused' }
  /** Pay did not answer for so long that nobody waits any more. */
  | { readonly type: 'PayGivenUp' }
  | { readonly type: 'PlanWritten'; readonly planId: string; readonly location: string }
  /** There is nothing to write. */
  | { readonly type: 'NothingFound'; readonly reason: FailureReason }
  /** The advisor could not be asked for so long that nobody waits any more. */
  | { readonly type: 'AdvisorGivenUp' };

/** What leaves with the step, in its transaction. */
export type RecommendationCommand =
  | { readonly kind: 'job'; readonly name: 'recommend'; readonly data: { readonly recommendationId: string } }
  | { readonly kind: 'fact'; readonly fact: PlanFact };

/**
 * The saga of a recommendation: reserve a token at pay, write the plan, have the token captured. Beside each step stands what
 * undoes it: `RecommendationFailed` makes pay give back what it holds, also when its answer never came home; where it holds
 * nothing, nothing happens. Whatever arrives after the end falls through.
 */
export const recommending = defineSaga<RecommendationState, RecommendationEvent, Recommendation, RecommendationCommand>(
  {
    REQUESTED: {
      TokenReserved: { to: 'RESERVED', send: ({ id }) => [recommendJob(id)] },
      TokenRefused: { to: 'FAILED', send: (subject) => [failed(subject, 'NOT_ENOUGH_TOKENS')] },
      PayGivenUp: { to: 'FAILED', send: (subject) => [failed(subject, 'PAY_UNAVAILABLE')] },
    },
    RESERVED: {
      PlanWritten: { to: 'READY', send: (subject, event) => [ready(subject, event)] },
      NothingFound: { to: 'FAILED', send: (subject, { reason }) => [failed(subject, reason)] },
      AdvisorGivenUp: { to: 'FAILED', send: (subject) => [failed(subject, 'ADVISOR_UNAVAILABLE')] },
    },
    READY: {},
    FAILED: {},
  },
);

const recommendJob = (recommendationId: string): RecommendationCommand => ({
  kind: 'job',
  name: 'recommend',
  data: { recommendationId },
});

const about = ({ id, memberId, version }: Recommendation) => ({
  recommendationId: id,
  memberId,
  version: version + 1,
});

const ready = (
  subject: Recommendation,
  { planId, location }: { readonly planId: string; readonly location: string },
): RecommendationCommand => ({
  kind: 'fact',
  fact: { type: 'RecommendationReady', ...about(subject), planId, location },
});

/** `MEMBER_DELETED` is for a member who left before it was settled. */
export const failed = (subject: Recommendation, reason: FailureReason | 'MEMBER_DELETED'): RecommendationCommand => ({
  kind: 'fact',
  fact: { type: 'RecommendationFailed', ...about(subject), reason },
});
