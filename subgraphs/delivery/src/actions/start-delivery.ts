import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import { start } from '../domain/start.ts';
import { add } from './save.ts';

/**
 * Starts the delivery of a paid order. Where the order has a delivery already, be it one that was cancelled beforehand,
 * nothing happens. Runs in the transaction that notes the fact as received.
 */
export async function startDelivery(
  em: EntityManager,
  { orderId, customerId, deliveryAddress }: FactOf<'OrderPaid'>,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  await add(em, start({ id, orderId, customerId, address: deliveryAddress, now }));
}
