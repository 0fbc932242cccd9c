import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { won } from '@moa/money';
import { isId } from '@moa/subgraph';
import type { Order } from '../domain/order.ts';
import { OrderRow } from './order-row.ts';

/** What the client said to make its request safe to repeat. */
export type Idempotency = { readonly key: string; readonly requestHash: string };

/** Stores a new order. False when the customer has used the key before; a simultaneous twin is waited for. */
export async function addOrder(em: EntityManager, order: Order, { key, requestHash }: Idempotency): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `insert into orders (id, version, customer_id, status, lines, total, delivery_address, payment_method_id, placed_at, idempotency_key, request_hash)
     values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)
     on conflict (customer_id, idempotency_key) do nothing returning id`,
    [
      order.id,
      order.version,
      order.customerId,
      order.status,
      JSON.stringify(order.lines),
      order.total,
      order.deliveryAddress,
      order.paymentMethodId,
      order.placedAt,
      key,
      requestHash,
    ],
  );
  return rows.length === 1;
}

/** The order that an earlier request with this key made, and what that request was. */
export async function findByIdempotencyKey(
  em: EntityManager,
  customerId: string,
  key: string,
): Promise<{ readonly orderId: string; readonly requestHash: string } | null> {
  const row = await em.findOne(OrderRow, { customerId, idempotencyKey: key });
  return row && { orderId: row.id, requestHash: row.requestHash };
}

/** Reads an order without holding it. */
export async function findOrder(em: EntityManager, id: string): Promise<Order | null> {
  const row = isId(id) ? await em.findOne(OrderRow, id) : null;
  return row && toOrder(row);
}

/** Reads an order and holds it to the end of the transaction: whoever decides on it next, decides on what we leave. */
export async function lockOrder(em: EntityManager, id: string): Promise<Order | null> {
  const row = isId(id) ? await em.findOne(OrderRow, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;
  return row && toOrder(row);
}

/** Stores what an order became. @throws when somebody else changed it since it was read, so that nothing is overwritten */
export async function updateOrder(em: EntityManager, before: Order, after: Order): Promise<void> {
  const changed = await em.nativeUpdate(
    OrderRow,
    { id: before.id, version: before.version },
    {
      version: after.version,
      status: after.status,
      reason: after.status === 'CANCELLED' ? after.reason : null,
      deliveryAddress: after.deliveryAddress,
    },
  );
  if (changed !== 1) throw new Error(`The order ${before.id} was changed by somebody else; try again.`);
}

/** Takes the address out of all orders of a customer that have ended. */
export async function blankAddressesOf(em: EntityManager, customerId: string): Promise<void> {
  await em.execute(
    `update orders set delivery_address = ''
     where customer_id = ? and status in ('COMPLETED', 'CANCELLED') and delivery_address <> ''`,
    [customerId],
  );
}

function toOrder(row: OrderRow): Order {
  const placed = {
    id: row.id,
    version: row.version,
    customerId: row.customerId,
    lines: row.lines,
    total: won(row.total),
    deliveryAddress: row.deliveryAddress,
    paymentMethodId: row.paymentMethodId,
    placedAt: row.placedAt,
  };
  if (row.status !== 'CANCELLED') return { ...placed, status: row.status };
  if (!row.reason) throw new Error(`The cancelled order ${row.id} has no reason.`);
  return { ...placed, status: row.status, reason: row.reason };
}
