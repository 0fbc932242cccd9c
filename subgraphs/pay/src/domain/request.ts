import type { FactOf } from '@moa/contracts';
import { won } from '@moa/money';
import type { PaymentIn } from './payment.ts';
import type { PaymentMethod } from './payment-method.ts';
import { type PaymentRefusalCode, paymentRefusals } from './refusals.ts';
import type { SettlementCommand } from './settlement.ts';

/** A payment that has just come to be, and what follows. */
export type Requested = {
  readonly payment: PaymentIn<'PENDING' | 'REFUSED'>;
  readonly commands: readonly SettlementCommand[];
};

type Circumstances = { readonly id: string; readonly now: Date };

const lowestAmount = 1;
/** In won; no provider takes more at once, and a charge that nobody takes would be tried for ever. */
const highestAmount = 1_000_000_000;

/** The payment for an order. `method` is what the order's payment method id stands for, null when for nothing. */
export function requestPayment(
  order: FactOf<'OrderPlaced'>,
  method: Pick<PaymentMethod, 'memberId'> | null,
  circumstances: Circumstances,
): Requested {
  const terms = { ...termsOf(order, circumstances), amount: won(order.total) };
  // Somebody else's looks like one that does not exist.
  if (method?.memberId !== order.customerId) return told(refusedAtOnce(terms, 'PAYMENT_METHOD_UNKNOWN'));
  if (order.total < lowestAmount || order.total > highestAmount) {
    return told(refusedAtOnce(terms, 'AMOUNT_OUT_OF_RANGE'));
  }
  return {
    payment: { ...terms, state: 'PENDING', paymentMethodId: order.paymentMethodId },
    commands: [{ kind: 'job', name: 'chargePayment', data: { paymentId: terms.id } }],
  };
}

/** For an order that was cancelled before it was heard of. It takes the place of its payment, so that there never is one. */
export const neverRequested = (order: FactOf<'OrderCancelled'>, circumstances: Circumstances): PaymentIn<'REFUSED'> =>
  refusedAtOnce({ ...termsOf(order, circumstances), amount: won(0) }, 'ORDER_CANCELLED');

const termsOf = (
  { orderId, customerId }: { readonly orderId: string; readonly customerId: string },
  { id, now }: Circumstances,
) => ({ id, version: 1, orderId, payerId: customerId, createdAt: now });

const refusedAtOnce = (
  terms: Omit<PaymentIn<'REFUSED'>, 'state' | 'code' | 'message'>,
  code: PaymentRefusalCode,
): PaymentIn<'REFUSED'> => ({ ...terms, state: 'REFUSED', code, message: paymentRefusals[code] });

const told = (payment: PaymentIn<'REFUSED'>): Requested => {
  const { id, orderId, version, code, message } = payment;
  const fact = { type: 'PaymentRefused', paymentId: id, orderId, version, reason: code, message } as const;
  return { payment, commands: [{ kind: 'fact', fact }] };
};
