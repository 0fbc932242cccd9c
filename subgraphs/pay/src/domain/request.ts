import type { FactOf } from '@moa/contracts';
import { type Won, won } from '@moa/money';
import { refused } from './facts.ts';
import type { PaymentIn } from './payment.ts';
import type { PaymentMethod } from './payment-method.ts';
import { type PaymentRefusalCode, paymentRefusals } from './refusals.ts';
import type { SettlementMessage } from './settlement.ts';
import type { Subject } from './subject.ts';

/** What is to be paid, what for, and by whom. */
export type Demand = { readonly subject: Subject; readonly payerId: string; readonly amount: Won };

/** A payment that has just come to be, and what follows. */
export type Requested = {
  readonly payment: PaymentIn<'PENDING' | 'REFUSED'>;
  readonly commands: readonly SettlementMessage[];
};

type Circumstances = { readonly id: string; readonly now: Date };

const lowestAmount = 1;
/** In won; no provider takes more at once, and a charge that nobody takes would be tried for ever. */
const highestAmount = 1_000_000_000;

/** Longer than who asked for a ride or for tokens waits for the charge: the job is the net below that. In ms. */
const netMs = 5_000;

/** Begins a payment. `method` is what the payment method that was named stands for, null when for nothing. */
export function requestPayment(
  demand: Demand,
  method: Pick<PaymentMethod, 'id' | 'memberId'> | null,
  circumstances: Circumstances,
): Requested {
  const terms = termsOf(demand, circumstances);
  // Somebody else's looks like one that does not exist.
  if (method?.memberId !== demand.payerId) return told(refusedAtOnce(terms, 'PAYMENT_METHOD_UNKNOWN'));
  if (demand.amount < lowestAmount || demand.amount > highestAmount) {
    return told(refusedAtOnce(terms, 'AMOUNT_OUT_OF_RANGE'));
  }
  return {
    payment: { ...terms, state: 'PENDING', paymentMethodId: method.id },
    commands: [chargeOf(terms)],
  };
}

/** For an order that was cancelled before it was heard of. It takes the place of its payment, so that there never is one. */
export const neverRequested = (
  { orderId, customerId }: FactOf<'OrderCancelled'>,
  circumstances: Circumstances,
): PaymentIn<'REFUSED'> => {
  const demand: Demand = { subject: { kind: 'ORDER', orderId }, payerId: customerId, amount: won(0) };
  return refusedAtOnce(termsOf(demand, circumstances), 'ORDER_CANCELLED');
};

type Terms = Omit<PaymentIn<'REFUSED'>, 'state' | 'code' | 'message'>;

const termsOf = ({ subject, payerId, amount }: Demand, { id, now }: Circumstances): Terms => ({
  id,
  version: 1,
  subject,
  payerId,
  amount,
  createdAt: now,
});

const refusedAtOnce = (terms: Terms, code: PaymentRefusalCode): PaymentIn<'REFUSED'> => ({
  ...terms,
  state: 'REFUSED',
  code,
  message: paymentRefusals[code],
});

function told(payment: PaymentIn<'REFUSED'>): Requested {
  const fact = refused(payment, payment);
  return { payment, commands: fact ? [{ kind: 'fact', fact }] : [] };
}

function chargeOf({ id, subject }: Terms): SettlementMessage {
  const data = { paymentId: id };
  switch (subject.kind) {
    case 'ORDER':
      return { kind: 'job', name: 'chargePayment', data };
    case 'RIDE':
      return { kind: 'job', name: 'chargeRide', data, delayMs: netMs };
    case 'TOKENS':
      return { kind: 'job', name: 'chargeTokens', data, delayMs: netMs };
  }
}
