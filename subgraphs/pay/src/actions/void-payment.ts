import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import { neverRequested } from '../domain/request.ts';
import { addPayment } from '../persistence/payments.ts';
import { advancePayment } from './advance-payment.ts';

/**
 * Gives back whatever an order that ended has paid or is about to. When the order's end arrives before its beginning, it
 * leaves a mark in the payment's place. Runs in the transaction that notes the fact as received.
 */
export async function voidPayment(
  em: EntityManager,
  order: FactOf<'OrderCancelled'>,
  circumstances: { readonly id: string; readonly now: Date },
): Promise<void> {
  // Adding before looking: whoever adds at the same time is waited for, and then found.
  if (await addPayment(em, neverRequested(order, circumstances))) return;
  await advancePayment(em, { orderId: order.orderId }, { type: 'OrderCancelled' });
}
