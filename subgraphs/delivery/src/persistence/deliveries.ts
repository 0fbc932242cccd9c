import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isId } from '@moa/subgraph';
import type { Delivery } from '../domain/delivery.ts';
import { DeliveryRow } from './delivery-row.ts';

/** Stores a new delivery. False when its order has one already; a simultaneous twin is waited for. */
export async function addDelivery(em: EntityManager, delivery: Delivery): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `insert into deliveries (id, version, order_id, customer_id, status, address, started_at, cancelled_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (order_id) do nothing returning id`,
    [
      delivery.id,
      delivery.version,
      delivery.orderId,
      delivery.customerId,
      delivery.status,
      delivery.address,
      delivery.startedAt,
      delivery.status === 'CANCELLED' ? delivery.cancelledAt : null,
    ],
  );
  return rows.length === 1;
}

/** Reads a delivery and holds it to the end of the transaction: whoever decides on it next, decides on what we leave. */
export async function lockDelivery(em: EntityManager, id: string): Promise<Delivery | null> {
  return isId(id) ? lock(em, { id }) : null;
}

/** The same by the order that it belongs to. */
export async function lockDeliveryOfOrder(em: EntityManager, orderId: string): Promise<Delivery | null> {
  return isId(orderId) ? lock(em, { orderId }) : null;
}

async function lock(em: EntityManager, key: { id: string } | { orderId: string }): Promise<Delivery | null> {
  const row = await em.findOne(DeliveryRow, key, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  return row && toDelivery(row);
}

/** Stores what a delivery became. @throws when somebody else changed it since it was read, so that nothing is overwritten */
export async function updateDelivery(em: EntityManager, before: Delivery, after: Delivery): Promise<void> {
  const { version, status, address, courierId, acceptedAt } = after;
  const changed = await em.nativeUpdate(
    DeliveryRow,
    { id: before.id, version: before.version },
    {
      version,
      status,
      address,
      courierId,
      acceptedAt,
      completedAt: after.status === 'COMPLETED' ? after.completedAt : null,
      cancelledAt: after.status === 'CANCELLED' ? after.cancelledAt : null,
    },
  );
  if (changed !== 1) throw new Error(`The delivery ${before.id} was changed by somebody else; try again.`);
}

/** Takes the address out of all deliveries to a customer that have ended. Rare enough to read the whole table. */
export async function blankAddressesOf(em: EntityManager, customerId: string): Promise<void> {
  await em.execute(
    `update deliveries set address = '' where customer_id = ? and status in ('COMPLETED', 'CANCELLED') and address <> ''`,
    [customerId],
  );
}

function toDelivery(row: DeliveryRow): Delivery {
  const { id, version, orderId, customerId, address, startedAt, completedAt, cancelledAt } = row;
  const parcel = { id, version, orderId, customerId, address };
  const accepted = row.courierId && row.acceptedAt && { courierId: row.courierId, acceptedAt: row.acceptedAt };
  const taking = accepted || ({ courierId: null, acceptedAt: null } as const);
  if (row.status === 'STARTED' && startedAt) return { ...parcel, ...taking, status: 'STARTED', startedAt };
  if (row.status === 'COMPLETED' && startedAt && accepted && completedAt) {
    return { ...parcel, ...accepted, status: 'COMPLETED', startedAt, completedAt };
  }
  if (row.status === 'CANCELLED' && cancelledAt) {
    return { ...parcel, ...taking, status: 'CANCELLED', startedAt: startedAt ?? null, cancelledAt };
  }
  throw new Error(
    `The row of the delivery ${id} contradicts itself: it is ${row.status}, without what belongs to that.`,
  );
}
