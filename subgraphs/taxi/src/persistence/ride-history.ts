import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '@moa/subgraph';
import { entryOf, type RideHistoryEntry } from '../domain/ride-history.ts';
import { emptyRecord, type RideRecord } from '../domain/ride-record.ts';

type Row = { readonly record: RideRecord };

/** The record of a ride, held to the end of the transaction; an empty one when nothing was heard of the ride before. */
export async function lockRideRecord(
  em: EntityManager,
  ride: Pick<RideRecord, 'bookingId' | 'customerId'>,
): Promise<RideRecord> {
  const empty = emptyRecord(ride);
  // An update that changes nothing locks the row that is there, and gives it back.
  const [row]: Row[] = await em.execute(
    `insert into ride_history (booking_id, customer_id, is_requested, record) values (?, ?, false, ?::jsonb)
     on conflict (booking_id) do update set booking_id = excluded.booking_id returning record`,
    [ride.bookingId, ride.customerId, JSON.stringify(empty)],
  );
  return row?.record ?? empty;
}

/** Stores what a locked record became. */
export async function updateRideRecord(em: EntityManager, record: RideRecord): Promise<void> {
  await em.execute('update ride_history set driver_id = ?, is_requested = ?, record = ?::jsonb where booking_id = ?', [
    record.driverId,
    record.request !== null,
    JSON.stringify(record),
    record.bookingId,
  ]);
}

const partyColumn = { CUSTOMER: 'customer_id', DRIVER: 'driver_id' } as const;
export type RideRole = keyof typeof partyColumn;

/** A member's rides, the newest first, one more than asked for. */
export async function findRideHistory(
  em: EntityManager,
  memberId: string,
  { role, page }: { readonly role: RideRole; readonly page: PageRequest },
): Promise<readonly RideHistoryEntry[]> {
  const rows: Row[] = await em.execute(
    `select record from ride_history
     where ${partyColumn[role]} = ? and is_requested and booking_id < ?
     order by booking_id desc limit ?`,
    [memberId, page.after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', page.first + 1],
  );
  return rows.map(({ record }) => entryOf(record)).filter((entry) => entry !== null);
}

const noPlace = '{"name": "", "latitude": 0, "longitude": 0}';

/** Takes out of all rides where the member went, and in which car they drove others. */
export async function blankRidesOf(em: EntityManager, memberId: string): Promise<void> {
  await em.execute(
    `update ride_history
     set record = jsonb_set(record, '{request}', record->'request' || '{"pickup": ${noPlace}, "dropoff": ${noPlace}}')
     where customer_id = ? and is_requested`,
    [memberId],
  );
  await em.execute(
    `update ride_history set record = jsonb_set(record, '{car}', '{"plate": "", "phone": ""}')
     where driver_id = ? and record->'car' <> 'null'`,
    [memberId],
  );
}
