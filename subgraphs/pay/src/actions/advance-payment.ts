import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { isForgotten } from '@moa/subgraph';
import { evolve } from '../domain/evolve.ts';
import { type SettlementEvent, settlement } from '../domain/settlement.ts';
import { lockPaymentMethodsOf, removePaymentMethodsOf } from '../persistence/payment-methods.ts';
import { lockPayment, updatePayment } from '../persistence/payments.ts';

/** Takes a payment one step on, with all that follows, or leaves it when the event has nothing to say to it any more. */
export async function advancePayment(
  em: EntityManager,
  by: Parameters<typeof lockPayment>[1],
  event: SettlementEvent,
): Promise<void> {
  const payment = await lockPayment(em, by);
  if (!payment) throw new Error(`There is no payment ${JSON.stringify(by)} for ${event.type}.`);
  const step = settlement.next(payment.state, payment, event);
  if (!step) return;
  const after = evolve(payment, step.to, event);
  await updatePayment(em, payment, after);
  const isSettled = 'paymentMethodId' in payment && !('paymentMethodId' in after);
  if (isSettled && (await isForgotten(em, payment.payerId))) {
    // Of two that are settled at once, each would leave the method to the other.
    await lockPaymentMethodsOf(em, payment.payerId);
    await removePaymentMethodsOf(em, payment.payerId);
  }
  await send(em, step.commands);
}
