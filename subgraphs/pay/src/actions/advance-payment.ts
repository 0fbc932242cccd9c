import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { evolve } from '../domain/evolve.ts';
import type { Payment } from '../domain/payment.ts';
import { type SettlementEvent, settlement } from '../domain/settlement.ts';
import { lockPayment, updatePayment } from '../persistence/payments.ts';
import { moveTokens } from './move-tokens.ts';

/**
 * Takes a payment one step on, with all that follows, or leaves it when the event has nothing to say to it any more. Gives it as
 * it is then.
 */
export async function advancePayment(
  em: EntityManager,
  by: Parameters<typeof lockPayment>[1],
  event: SettlementEvent,
): Promise<Payment> {
  const payment = await lockPayment(em, by);
  if (!payment) throw new Error(`There is no payment ${JSON.stringify(by)} for ${event.type}.`);
  const step = settlement.next(payment.state, payment, event);
  if (!step) return payment;
  const after = evolve(payment, step.to, event);
  await updatePayment(em, payment, after);
  for (const command of step.commands) if (command.kind === 'tokens') await moveTokens(em, command.movement);
  await send(
    em,
    step.commands.filter((command) => command.kind !== 'tokens'),
  );
  return after;
}
