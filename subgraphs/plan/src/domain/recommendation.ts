import type { Won } from '@moa/money';

export type RecommendationKind = 'PERSONAL' | 'TREND' | 'TASTE';

/** Why there will be no plan. */
export type FailureReason =
  | 'NOT_ENOUGH_TOKENS'
  | 'PAY_UNAVAILABLE'
  | 'NOTHING_KNOWN_OF_PLACE'
  | 'BUDGET_TOO_SMALL'
  | 'NO_HEARTED_PLANS'
  | 'NO_TREND'
  | 'ADVISOR_UNAVAILABLE';

/** What the member asked for. */
export type TripRequest = {
  /** Null where TREND and TASTE choose. */
  readonly location: string | null;
  readonly groupSize: number;
  /** `2026-01-31`. */
  readonly travelDate: string | null;
  readonly days: number;
  readonly budget: Won | null;
  readonly details: string | null;
};

type Asked = {
  readonly id: string;
  /** Counts its changes. */
  readonly version: number;
  readonly memberId: string;
  readonly kind: RecommendationKind;
  readonly request: TripRequest;
  readonly requestedAt: Date;
  /** Since when it is in its state. */
  readonly changedAt: Date;
};

/** A recommendation in each of its states, with only what exists in it. RESERVED: its token is held, the plan is being written. */
export type Recommendation = Asked &
  (
    | { readonly state: 'REQUESTED' }
    | { readonly state: 'RESERVED' }
    | { readonly state: 'READY'; readonly planId: string }
    | { readonly state: 'FAILED'; readonly reason: FailureReason }
  );

export type RecommendationState = Recommendation['state'];
