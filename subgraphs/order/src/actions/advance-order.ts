import type { EntityManager } from '@mikro-orm/postgresql';
import { fulfilment } from '../domain/fulfilment.ts';
import type { ForeignFact } from '../domain/order.ts';
import { lockOrder } from '../persistence/orders.ts';
import { save } from './save.ts';

/** Takes the order one step on when pay or delivery has news. Runs in the transaction that notes the fact as received. */
export async function advanceOrder(em: EntityManager, fact: ForeignFact, now: Date): Promise<void> {
  const order = await lockOrder(em, fact.orderId);
  if (!order) throw new Error(`There is no order ${fact.orderId} for the fact ${fact.type}.`);
  const step = fulfilment.next(order.status, order, fact);
  await save(em, order, { changes: step?.commands ?? [], cause: fact, now });
}
