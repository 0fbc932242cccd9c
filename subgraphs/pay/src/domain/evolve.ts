import type { Payment, PaymentState } from './payment.ts';
import type { SettlementEvent } from './settlement.ts';

/**
 * The payment after an event that takes it to the state `to`. Where an event leads is the saga's to say; here it only happens.
 * @throws when no payment can come to that state this way, which would be a fault in the saga's table
 */
export function evolve(payment: Payment, to: PaymentState, event: SettlementEvent): Payment {
  const { id, subject, payerId, amount, createdAt } = payment;
  const terms = { id, version: payment.version + 1, subject, payerId, amount, createdAt };
  switch (to) {
    case 'PENDING':
    case 'VOIDING':
      if ('paymentMethodId' in payment) return { ...terms, state: to, paymentMethodId: payment.paymentMethodId };
      break;
    case 'CAPTURED':
    case 'REFUNDING':
      if (event.type === 'ChargeCaptured') return { ...terms, state: to, chargeId: event.chargeId };
      if ('chargeId' in payment) return { ...terms, state: to, chargeId: payment.chargeId };
      break;
    case 'REFUNDED':
      if (event.type === 'Refunded' && 'chargeId' in payment) {
        return { ...terms, state: to, chargeId: payment.chargeId, refundedAt: event.at };
      }
      break;
    case 'REFUSED':
      if (event.type === 'ChargeRefused') return { ...terms, state: to, code: event.code, message: event.message };
  }
  throw new Error(`${event.type} can't bring the payment ${id} from ${payment.state} to ${to}.`);
}
