import { defineSaga } from '@moa/saga';
import { recommendationMovement, recommendationTokens, type TokenMovement } from './token-ledger.ts';

/**
 * `NONE`: nothing was heard of it yet. `AWAITED`: the recommendation is there, and who asks for its token is still on the way.
 * `REFUSED`: the member had none; that is final, so that a repeat which is late sets nothing aside that nobody would release.
 */
export type ReservationState = 'NONE' | 'AWAITED' | 'RESERVED' | 'CAPTURED' | 'RELEASED' | 'REFUSED';

export type Reservation = {
  readonly recommendationId: string;
  readonly memberId: string;
  readonly state: ReservationState;
};

/** Plan's question, with the answer that the account gives; and what became of the recommendation. */
export type ReservationEvent =
  | { readonly type: 'TokenGranted' }
  | { readonly type: 'TokenDenied' }
  | { readonly type: 'RecommendationReady' }
  | { readonly type: 'RecommendationFailed' };

/**
 * The saga of the token that a recommendation costs. Question and facts come by different ways, so in any order: a
 * recommendation that failed before it was asked for leaves a mark, and the late question is refused.
 */
export const reservationSaga = defineSaga<ReservationState, ReservationEvent, Reservation, TokenMovement>({
  NONE: {
    TokenGranted: { to: 'RESERVED', send: (asked) => [recommendationMovement('RESERVATION', asked)] },
    TokenDenied: { to: 'REFUSED' },
    RecommendationReady: { to: 'AWAITED' },
    RecommendationFailed: { to: 'RELEASED' },
  },
  AWAITED: {
    TokenGranted: {
      to: 'CAPTURED',
      send: (asked) => [recommendationMovement('RESERVATION', asked), recommendationMovement('CAPTURE', asked)],
    },
    TokenDenied: { to: 'REFUSED' },
  },
  RESERVED: {
    RecommendationReady: { to: 'CAPTURED', send: (reserved) => [recommendationMovement('CAPTURE', reserved)] },
    RecommendationFailed: { to: 'RELEASED', send: (reserved) => [recommendationMovement('RELEASE', reserved)] },
  },
  CAPTURED: {},
  RELEASED: {},
  REFUSED: {},
});

/** What an account with this balance answers to plan's question. */
export const answerOf = (balance: number): ReservationEvent => ({
  type: balance >= recommendationTokens ? 'TokenGranted' : 'TokenDenied',
});

/** Whether the recommendation has its token, or had it. */
export const hasToken = (state: ReservationState): boolean => state === 'RESERVED' || state === 'CAPTURED';
