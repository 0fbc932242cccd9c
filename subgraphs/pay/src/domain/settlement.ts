import type { PayFact } from '@moa/contracts';
import { defineSaga } from '@moa/saga';
import type { Payment, PaymentState } from './payment.ts';

/** What moves a payment on: the provider's answers, and the end of its order. */
export type SettlementEvent =
  | { readonly type: 'ChargeCaptured'; readonly chargeId: string }
  | { readonly type: 'ChargeRefused'; readonly code: string; readonly message: string }
  | { readonly type: 'OrderCancelled' }
  | { readonly type: 'Refunded'; readonly at: Date };

/** What a payment leaves for others, or for its own worker, to do. */
export type SettlementCommand =
  | { readonly kind: 'fact'; readonly fact: PayFact }
  | { readonly kind: 'job'; readonly name: PaymentJob; readonly data: { readonly paymentId: string } };

export type PaymentJob = 'chargePayment' | 'refundPayment';

/**
 * The saga of a payment, from asking the provider to the books being even. A charge whose order is cancelled can't be called
 * back, because nobody knows how far it has come: it is waited for, and what it took is refunded. `PaymentCaptured` is told
 * even then, because it is true: whoever adds up the facts gets what the provider's books say.
 */
export const settlement = defineSaga<PaymentState, SettlementEvent, Payment, SettlementCommand>({
  PENDING: {
    ChargeCaptured: { to: 'CAPTURED', send: (payment) => [captured(payment)] },
    ChargeRefused: { to: 'REFUSED', send: (payment, refusal) => [refused(payment, refusal)] },
    OrderCancelled: { to: 'VOIDING' },
  },
  VOIDING: {
    ChargeCaptured: { to: 'REFUNDING', send: (payment) => [captured(payment), job('refundPayment', payment)] },
    ChargeRefused: { to: 'REFUSED', send: (payment, refusal) => [refused(payment, refusal)] },
  },
  CAPTURED: {
    OrderCancelled: { to: 'REFUNDING', send: (payment) => [job('refundPayment', payment)] },
  },
  REFUNDING: {
    Refunded: { to: 'REFUNDED', send: (payment) => [refunded(payment)] },
  },
  REFUNDED: {},
  REFUSED: {},
});

const about = ({ id, orderId, version }: Payment) => ({ paymentId: id, orderId, version: version + 1 });

const captured = (payment: Payment): SettlementCommand => ({
  kind: 'fact',
  fact: { type: 'PaymentCaptured', ...about(payment), amount: payment.amount },
});

const refused = (
  payment: Payment,
  { code, message }: { readonly code: string; readonly message: string },
): SettlementCommand => ({
  kind: 'fact',
  fact: { type: 'PaymentRefused', ...about(payment), reason: code, message },
});

const refunded = (payment: Payment): SettlementCommand => ({
  kind: 'fact',
  fact: { type: 'PaymentRefunded', ...about(payment), amount: payment.amount },
});

const job = (name: PaymentJob, { id }: Payment): SettlementCommand => ({ kind: 'job', name, data: { paymentId: id } });
