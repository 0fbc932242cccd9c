import type { SettlementEvent } from '../domain/settlement.ts';
import { providerTokenOf } from '../persistence/payment-methods.ts';
import { findPayment } from '../persistence/payments.ts';
import type { ChargeOutcome } from '../provider/index.ts';
import { advancePayment } from './advance-payment.ts';
import type { SettlingContext } from './context.ts';

/**
 * Charges a payment that waits for it. No transaction is open while the provider is asked; the payment's id is the key, so that
 * however often this runs, the provider charges once and answers the same.
 * @throws when nobody knows what became of the charge: ask again, and never guess
 */
export async function chargePayment({ em, transaction, provider }: SettlingContext, paymentId: string): Promise<void> {
  const payment = await findPayment(em, paymentId);
  if (!payment) throw new Error(`There is no payment ${paymentId} to charge.`);
  if (payment.state !== 'PENDING' && payment.state !== 'VOIDING') return;

  const outcome = await provider.charge({
    key: payment.id,
    token: await providerTokenOf(em, payment.paymentMethodId),
    amount: payment.amount,
    // The provider takes a repeat only with the same words, so they must never change.
    reference: `모아 주문 ${payment.orderId}`,
  });
  const event = eventOf(outcome, payment.id);
  await transaction((tx) => advancePayment(tx, { id: payment.id }, event));
}

function eventOf(outcome: ChargeOutcome, paymentId: string): SettlementEvent {
  switch (outcome.kind) {
    case 'captured':
      return { type: 'ChargeCaptured', chargeId: outcome.chargeId };
    case 'refused':
      return { type: 'ChargeRefused', code: outcome.code, message: outcome.message };
    case 'unknown':
      throw new Error(`What became of the charge for the payment ${paymentId} is not known yet: ${outcome.reason}`);
  }
}
