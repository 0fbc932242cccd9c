import { findPayment } from '../persistence/payments.ts';
import { advancePayment } from './advance-payment.ts';
import type { SettlingContext } from './context.ts';

/**
 * Gives all of a captured payment back. Like a charge, it may run any number of times and happens once.
 * @throws when nobody knows what became of the refund: ask again
 */
export async function refundPayment(
  { em, transaction, provider, clock }: SettlingContext,
  paymentId: string,
): Promise<void> {
  const payment = await findPayment(em, paymentId);
  if (!payment) throw new Error(`There is no payment ${paymentId} to refund.`);
  if (payment.state !== 'REFUNDING') return;

  const { chargeId, amount } = payment;
  const outcome = await provider.refund({ key: `${payment.id}-refund`, chargeId, amount });
  if (outcome.kind === 'unknown') {
    throw new Error(`What became of the refund of the payment ${payment.id} is not known yet: ${outcome.reason}`);
  }
  await transaction((tx) => advancePayment(tx, { id: payment.id }, { type: 'Refunded', at: clock() }));
}
