import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isId } from '@moa/subgraph';
import type { Booking } from '../domain/booking.ts';
import { columnsOf, toBooking } from './booking-columns.ts';
import { BookingRow } from './booking-row.ts';

/** What the client said to make its request safe to repeat. */
export type Idempotency = { readonly key: string; readonly requestHash: string };

const liveStatuses = `('REQUESTED', 'DISPATCHING', 'DISPATCHED', 'IN_RIDE', 'CANCEL_REQUESTED')`;

/**
 * Stores a new booking. False when the customer has used the key before, or has a live booking; a simultaneous twin is
 * waited for.
 */
export async function addBooking(
  em: EntityManager,
  booking: Booking,
  { key, requestHash }: Idempotency,
): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `insert into bookings (id, version, customer_id, status, pickup, dropoff, district, estimate, payment_method_id,
       requested_at, answer_by, idempotency_key, request_hash)
     values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?, ?)
     on conflict do nothing returning id`,
    [
      booking.id,
      booking.version,
      booking.customerId,
      booking.status,
      JSON.stringify(booking.pickup),
      JSON.stringify(booking.dropoff),
      booking.district,
      JSON.stringify(booking.estimate),
      booking.paymentMethodId,
      booking.requestedAt,
      booking.answerBy,
      key,
      requestHash,
    ],
  );
  return rows.length === 1;
}

/** The booking that an earlier request with this key made, and what that request was. */
export async function findByIdempotencyKey(
  em: EntityManager,
  customerId: string,
  key: string,
): Promise<{ readonly bookingId: string; readonly requestHash: string } | null> {
  const [row]: { bookingId: string; requestHash: string }[] = await em.execute(
    `select id as "bookingId", request_hash as "requestHash" from bookings where customer_id = ? and idempotency_key = ?`,
    [customerId, key],
  );
  return row ?? null;
}

export async function hasLiveBooking(em: EntityManager, customerId: string): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `select id from bookings where customer_id = ? and status in ${liveStatuses}`,
    [customerId],
  );
  return rows.length > 0;
}

/** Reads a booking without holding it. */
export async function findBooking(em: EntityManager, id: string): Promise<Booking | null> {
  const row = isId(id) ? await em.findOne(BookingRow, { id }, { refresh: true }) : null;
  return row && toBooking(row);
}

/**
 * Reads a booking and holds it to the end of the transaction: whoever decides on it next, decides on what we leave. Whoever
 * also locks an offer or a driver locks those afterwards, in this order.
 */
export const lockBooking = (em: EntityManager, id: string): Promise<Booking | null> =>
  lock(em, id, LockMode.PESSIMISTIC_WRITE);

export type LockBooking = typeof lockBooking;

/** The same, but null also while somebody else holds it. */
export const lockBookingIfFree: LockBooking = (em, id) => lock(em, id, LockMode.PESSIMISTIC_PARTIAL_WRITE);

async function lock(
  em: EntityManager,
  id: string,
  lockMode: LockMode.PESSIMISTIC_WRITE | LockMode.PESSIMISTIC_PARTIAL_WRITE,
): Promise<Booking | null> {
  const row = isId(id) ? await em.findOne(BookingRow, { id }, { lockMode, refresh: true }) : null;
  return row && toBooking(row);
}

/** Stores what a booking became. @throws when somebody else changed it since it was read, so that nothing is overwritten */
export async function updateBooking(em: EntityManager, before: Booking, after: Booking): Promise<void> {
  const changed = await em.nativeUpdate(BookingRow, { id: before.id, version: before.version }, columnsOf(after));
  if (changed !== 1) throw new Error(`The booking ${before.id} was changed by somebody else; try again.`);
}
