import type { FailureReason, Recommendation, RecommendationKind } from './recommendation.ts';

/** A recommendation as its member sees it. It is sent as JSON, so moments are RFC 3339 text. */
export type RecommendationView = {
  readonly id: string;
  /** Grows with what the member can see: that a token is held is not of it. */
  readonly revision: number;
  readonly memberId: string;
  readonly kind: RecommendationKind;
  readonly status: 'REQUESTED' | 'READY' | 'FAILED';
  readonly planId: string | null;
  readonly reason: FailureReason | null;
  readonly requestedAt: string;
  readonly settledAt: string | null;
};

export function viewOf(recommendation: Recommendation): RecommendationView {
  const { id, memberId, kind } = recommendation;
  const asked = { id, memberId, kind, requestedAt: recommendation.requestedAt.toISOString() };
  const settled = { ...asked, revision: 2, settledAt: recommendation.changedAt.toISOString() };
  switch (recommendation.state) {
    case 'REQUESTED':
    case 'RESERVED':
      return { ...asked, revision: 1, status: 'REQUESTED', planId: null, reason: null, settledAt: null };
    case 'READY':
      return { ...settled, status: 'READY', planId: recommendation.planId, reason: null };
    case 'FAILED':
      return { ...settled, status: 'FAILED', planId: null, reason: recommendation.reason };
  }
}
