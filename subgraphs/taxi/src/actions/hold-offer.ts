import type { EntityManager } from '@mikro-orm/postgresql';
import type { Booking } from '../domain/booking.ts';
import type { Driver } from '../domain/driver.ts';
import type { Offer } from '../domain/offer.ts';
import { type LockBooking, lockBooking } from '../persistence/bookings.ts';
import { lockDriver } from '../persistence/drivers.ts';
import { findOffer, lockOffer } from '../persistence/offers.ts';

/** An offer with everybody it concerns, each held to the end of the transaction. */
export type HeldOffer = { readonly booking: Booking; readonly offer: Offer; readonly driver: Driver };

type Holding = {
  /** Only when it was made to this driver. */
  readonly driverId?: string;
  /** How to hold the booking; whoever does not wait gets nothing while somebody else holds it. */
  readonly lock?: LockBooking;
};

/** Reads an offer and holds it, in the order that everybody keeps: booking, offer, driver. Null when there is none. */
export async function holdOffer(
  em: EntityManager,
  offerId: string,
  { driverId, lock = lockBooking }: Holding = {},
): Promise<HeldOffer | null> {
  const found = await findOffer(em, offerId);
  if (!found || (driverId !== undefined && found.driverId !== driverId)) return null;
  const booking = await lock(em, found.bookingId);
  if (!booking) return null;
  const offer = await lockOffer(em, offerId);
  const driver = await lockDriver(em, found.driverId);
  if (!offer || !driver) throw new Error(`The offer ${offerId} has lost its driver.`);
  return { booking, offer, driver };
}
