import type { PayFact } from '@moa/contracts';
import { defineSaga } from '@moa/saga';
import { captured, refunded, refused } from './facts.ts';
import type { Payment, PaymentState } from './payment.ts';
import { purchase, type TokenMovement } from './token-ledger.ts';

/** What moves a payment on: the provider's answers, and the end of its order. Rides and tokens are done with when paid for. */
export type SettlementEvent =
  | { readonly type: 'ChargeCaptured'; readonly chargeId: string }
  | { readonly type: 'ChargeRefused'; readonly code: string; readonly message: string }
  | { readonly type: 'OrderCancelled' }
  | { readonly type: 'Refunded'; readonly at: Date };

/** What a payment leaves for others, or for its own worker, to do. */
export type SettlementMessage =
  | { readonly kind: 'fact'; readonly fact: PayFact }
  | {
      readonly kind: 'job';
      readonly name: PaymentJob;
      readonly data: { readonly paymentId: string };
      readonly delayMs?: number;
    };

/** Besides, what it books there and then. */
export type SettlementCommand = SettlementMessage | { readonly kind: 'tokens'; readonly movement: TokenMovement };

/**
 * `chargeRide` and `chargeTokens` are `chargePayment` by other names: a process of before them, still at work while a new version
 * is rolled out, would charge in an order's words, and book no tokens. It does not know these names, and leaves the jobs to the
 * new ones.
 */
export type PaymentJob = 'chargePayment' | 'chargeRide' | 'chargeTokens' | 'refundPayment';

/**
 * The saga of a payment, from asking the provider to the books being even. A charge whose order is cancelled can't be called
 * back, because nobody knows how far it has come: it is waited for, and what it took is refunded. `PaymentCaptured` is told
 * even then, because it is true: whoever adds up the facts gets what the provider's books say.
 */
export const settlement = defineSaga<PaymentState, SettlementEvent, Payment, SettlementCommand>({
  PENDING: {
    ChargeCaptured: { to: 'CAPTURED', send: (payment) => [...bought(payment), fact(captured(next(payment)))] },
    ChargeRefused: { to: 'REFUSED', send: whyRefused },
    OrderCancelled: { to: 'VOIDING' },
  },
  VOIDING: {
    ChargeCaptured: { to: 'REFUNDING', send: (payment) => [fact(captured(next(payment))), refund(payment)] },
    ChargeRefused: { to: 'REFUSED', send: whyRefused },
  },
  CAPTURED: {
    OrderCancelled: { to: 'REFUNDING', send: (payment) => [refund(payment)] },
  },
  REFUNDING: {
    Refunded: { to: 'REFUNDED', send: (payment) => [fact(refunded(next(payment)))] },
  },
  REFUNDED: {},
  REFUSED: {},
});

/** A fact carries the version that its change makes. */
const next = (payment: Payment): Payment => ({ ...payment, version: payment.version + 1 });

const fact = (told: PayFact): SettlementCommand => ({ kind: 'fact', fact: told });

/** The tokens that the money was for, booked in the transaction that notes it as taken. */
const bought = ({ subject, payerId }: Payment): readonly SettlementCommand[] =>
  subject.kind === 'TOKENS'
    ? [{ kind: 'tokens', movement: purchase(payerId, subject.purchaseId, subject.quantity) }]
    : [];

function whyRefused(payment: Payment, refusal: Extract<SettlementEvent, { type: 'ChargeRefused' }>) {
  const told = refused(next(payment), refusal);
  return told ? [fact(told)] : [];
}

const refund = ({ id }: Payment): SettlementCommand => ({
  kind: 'job',
  name: 'refundPayment',
  data: { paymentId: id },
});
