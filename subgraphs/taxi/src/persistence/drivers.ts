import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { isId, uuidArray } from '@moa/subgraph';
import { offered } from '../domain/drive.ts';
import type { Driver } from '../domain/driver.ts';
import { DriverRow } from './driver-row.ts';

/** Stores a new driver. False when the member is one already; a simultaneous twin is waited for. */
export async function addDriver(em: EntityManager, { id, version, plate, phone, state }: Driver): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `insert into drivers (id, version, plate, phone, state) values (?, ?, ?, ?, ?)
     on conflict (id) do nothing returning id`,
    [id, version, plate, phone, state],
  );
  return rows.length === 1;
}

export async function findDriver(em: EntityManager, id: string): Promise<Driver | null> {
  const [driver] = await findDrivers(em, [id]);
  return driver ?? null;
}

/** The drivers that exist among `ids`, in any order. */
export async function findDrivers(em: EntityManager, ids: readonly string[]): Promise<readonly Driver[]> {
  const rows = await em.find(DriverRow, { id: { $in: ids.filter(isId) } }, { refresh: true });
  return rows.map(toDriver);
}

/**
 * Reads a driver and holds the row to the end of the transaction. Whoever also locks a booking or an offer locks those
 * first: booking, offer, driver.
 */
export async function lockDriver(em: EntityManager, id: string): Promise<Driver | null> {
  if (!isId(id)) return null;
  const row = await em.findOne(DriverRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  return row && toDriver(row);
}

/** Stores what a driver became. @throws when somebody else changed it since it was read, so that nothing is overwritten */
export async function updateDriver(em: EntityManager, before: Driver, after: Driver): Promise<void> {
  const changed = await em.nativeUpdate(DriverRow, { id: before.id, version: before.version }, columnsOf(after));
  if (changed !== 1) throw new Error(`The driver ${before.id} was changed by somebody else; try again.`);
}

/** Who was asked. `contended`: candidates are about, but others have them just now; look again in a moment. */
export type OfferedTo =
  | { readonly kind: 'taken'; readonly driver: Driver }
  | { readonly kind: 'contended' }
  | { readonly kind: 'none' };

/**
 * The first of the candidates (driver ids, the nearest first) who is free is OFFERED from now on. It waits for nobody:
 * whom another transaction holds is passed over, so that bookings that look in the same place at the same moment spread
 * over its drivers. To tell the map is the caller's: `placeDriverJob`.
 */
export async function offerToNearest(
  em: EntityManager,
  { candidates, offerId }: { readonly candidates: readonly string[]; readonly offerId: string },
): Promise<OfferedTo> {
  if (candidates.length === 0) return { kind: 'none' };
  const ids = uuidArray(candidates);
  // FOR NO KEY UPDATE: a driver whom an insert merely refers to does not look taken.
  const [nearest]: Pick<Driver, 'id' | 'version' | 'plate' | 'phone'>[] = await em.execute(
    `select id, version, plate, phone from drivers where id = any(?::uuid[]) and state = 'FREE'
     order by array_position(?::uuid[], id) limit 1
     for no key update skip locked`,
    [ids, ids],
  );
  if (nearest) {
    const free: Driver = { ...nearest, state: 'FREE' };
    const driver = offered(free, offerId);
    await updateDriver(em, free, driver);
    return { kind: 'taken', driver };
  }
  const online: unknown[] = await em.execute(
    `select from drivers where id = any(?::uuid[]) and state <> 'OFFLINE' limit 1`,
    [ids],
  );
  return { kind: online.length > 0 ? 'contended' : 'none' };
}

const columnsOf = (driver: Driver) => ({
  version: driver.version,
  plate: driver.plate,
  phone: driver.phone,
  state: driver.state,
  offerId: driver.state === 'OFFERED' ? driver.offerId : null,
  bookingId: driver.state === 'BOOKED' ? driver.bookingId : null,
  leaving: driver.state === 'BOOKED' && driver.leaving,
});

function toDriver({ id, version, plate, phone, state, offerId, bookingId, leaving }: DriverRow): Driver {
  const registration = { id, version, plate, phone };
  if (state === 'OFFLINE' || state === 'FREE') return { ...registration, state };
  if (state === 'OFFERED' && offerId) return { ...registration, state, offerId };
  if (state === 'BOOKED' && bookingId) return { ...registration, state, bookingId, leaving };
  throw new Error(`The row of the driver ${id} contradicts itself: it is ${state}, without what belongs to that.`);
}
