import type { EntityManager } from '@mikro-orm/postgresql';
import { isId, uuidArray } from '@moa/subgraph';
import type { Offer, OfferStatus } from '../domain/offer.ts';
import type { OfferView } from '../domain/offer-view.ts';

type Row = Omit<Offer, 'madeAt' | 'expiresAt'> & { readonly madeAt: string; readonly expiresAt: string };

const columns = `id, booking_id as "bookingId", driver_id as "driverId", status, pickup_meters as "pickupMeters",
  pickup_seconds as "pickupSeconds", to_json(made_at) as "madeAt", to_json(expires_at) as "expiresAt"`;

/** Stores a new offer. Whoever makes it holds the booking and the driver, so that neither has another one open. */
export async function addOffer(em: EntityManager, offer: Offer): Promise<void> {
  await em.execute(
    `insert into offers (id, booking_id, driver_id, status, pickup_meters, pickup_seconds, made_at, expires_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      offer.id,
      offer.bookingId,
      offer.driverId,
      offer.status,
      offer.pickupMeters,
      offer.pickupSeconds,
      offer.madeAt,
      offer.expiresAt,
    ],
  );
}

/** Reads an offer without holding it. */
export const findOffer = (em: EntityManager, id: string): Promise<Offer | null> =>
  isId(id) ? one(em, 'where id = ?', id) : Promise.resolve(null);

/** Reads an offer and holds it to the end of the transaction. Its booking is locked before. */
export const lockOffer = (em: EntityManager, id: string): Promise<Offer | null> =>
  isId(id) ? one(em, 'where id = ? for update', id) : Promise.resolve(null);

/** The same for the offer that waits for an answer, if the booking has one. */
export const lockOpenOffer = (em: EntityManager, bookingId: string): Promise<Offer | null> =>
  one(em, `where booking_id = ? and status = 'OPEN' for update`, bookingId);

/** Who was asked to take the booking, whatever became of it. */
export async function findAskedDrivers(em: EntityManager, bookingId: string): Promise<readonly string[]> {
  const rows: { driverId: string }[] = await em.execute(
    'select driver_id as "driverId" from offers where booking_id = ?',
    [bookingId],
  );
  return rows.map(({ driverId }) => driverId);
}

/** The offers that wait for the answer of one of these drivers, as the drivers see them; in any order. */
export const findOpenOfferViews = (em: EntityManager, driverIds: readonly string[]): Promise<readonly OfferView[]> =>
  em.execute(
    `select offers.id, drivers.version as revision, offers.booking_id as "bookingId", offers.driver_id as "driverId",
       offers.status, bookings.pickup, bookings.dropoff, (bookings.estimate->'fare')::integer as "estimatedFare",
       pickup_meters as "pickupDistanceMeters", to_json(expires_at) as "expiresAt"
     from offers
     join drivers on drivers.id = offers.driver_id
     join bookings on bookings.id = offers.booking_id
     where offers.driver_id = any(?::uuid[]) and offers.status = 'OPEN'`,
    [uuidArray(driverIds)],
  );

export async function findOpenOfferView(em: EntityManager, driverId: string): Promise<OfferView | null> {
  return (await findOpenOfferViews(em, [driverId]))[0] ?? null;
}

/** @throws when it was not open any more, so that no answer is overwritten */
export async function closeOffer(em: EntityManager, id: string, status: Exclude<OfferStatus, 'OPEN'>): Promise<void> {
  const rows: unknown[] = await em.execute(
    `update offers set status = ? where id = ? and status = 'OPEN' returning id`,
    [status, id],
  );
  if (rows.length !== 1) throw new Error(`The offer ${id} was closed by somebody else; try again.`);
}

async function one(em: EntityManager, condition: string, id: string): Promise<Offer | null> {
  const [row]: Row[] = await em.execute(`select ${columns} from offers ${condition}`, [id]);
  return row ? { ...row, madeAt: new Date(row.madeAt), expiresAt: new Date(row.expiresAt) } : null;
}
