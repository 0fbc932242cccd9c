import type { Payment, PaymentIn } from '../domain/payment.ts';
import type { SettlementEvent } from '../domain/settlement.ts';
import { referenceOf } from '../domain/subject.ts';
import { providerTokenOf } from '../persistence/payment-methods.ts';
import { findPayment } from '../persistence/payments.ts';
import type { ChargeOutcome } from '../provider/index.ts';
import { advancePayment } from './advance-payment.ts';
import type { SettlingContext } from './context.ts';

/**
 * Charges a payment that waits for it, as often as it runs.
 * @throws when nobody knows what became of the charge: ask again, and never guess
 */
export async function chargePayment(context: SettlingContext, paymentId: string): Promise<void> {
  const payment = await findPayment(context.em, paymentId);
  if (!payment) throw new Error(`There is no payment ${paymentId} to charge.`);
  if (payment.state !== 'PENDING' && payment.state !== 'VOIDING') return;

  const outcome = await askForCharge(context, payment);
  if (outcome.kind === 'unknown') {
    throw new Error(`What became of the charge for the payment ${paymentId} is not known yet: ${outcome.reason}`);
  }
  await context.transaction((em) => advancePayment(em, { id: paymentId }, eventOf(outcome)));
}

/**
 * Charges for somebody who waits, and gives the payment as far as it has come: still to be charged when the provider does not
 * settle it before the signal. The job that was left with it goes on asking then, under the same key.
 */
export async function chargeWhileWaiting(
  context: SettlingContext,
  payment: Payment,
  signal: AbortSignal,
): Promise<Payment> {
  if (payment.state !== 'PENDING') return payment;
  const outcome = await askForCharge(context, payment, signal);
  if (outcome.kind === 'unknown') return payment;
  return context.transaction((em) => advancePayment(em, { id: payment.id }, eventOf(outcome)));
}

/**
 * Asks the provider for a payment's money; call it with no transaction open. The payment's id is the key, so that however often
 * and from wherever this runs, the provider charges once and answers the same.
 */
const askForCharge = async (
  { em, provider }: Pick<SettlingContext, 'em' | 'provider'>,
  payment: PaymentIn<'PENDING' | 'VOIDING'>,
  signal?: AbortSignal,
): Promise<ChargeOutcome> =>
  provider.charge(
    {
      key: payment.id,
      token: await providerTokenOf(em, payment.paymentMethodId),
      amount: payment.amount,
      reference: referenceOf(payment.subject),
    },
    signal,
  );

/** What an answer of the provider's says to the payment. */
function eventOf(outcome: Exclude<ChargeOutcome, { kind: 'unknown' }>): SettlementEvent {
  switch (outcome.kind) {
    case 'captured':
      return { type: 'ChargeCaptured', chargeId: outcome.chargeId };
    case 'refused':
      return { type: 'ChargeRefused', code: outcome.code, message: outcome.message };
  }
}
