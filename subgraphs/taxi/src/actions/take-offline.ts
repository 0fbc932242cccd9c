import type { EntityManager } from '@mikro-orm/postgresql';
import { offline } from '../domain/drive.ts';
import type { Driver } from '../domain/driver.ts';
import { lockBooking } from '../persistence/bookings.ts';
import { findDriver, lockDriver } from '../persistence/drivers.ts';
import { advanceBooking } from './advance-booking.ts';
import { endOffer } from './end-offer.ts';
import { type HeldOffer, holdOffer } from './hold-offer.ts';
import { moveDriver } from './move-driver.ts';

/** The driver was offered a ride, or took one, at this very moment. The transaction is to be rolled back and done again. */
export class OccupiedMeanwhile extends Error {
  override readonly name = 'OccupiedMeanwhile';
}

/**
 * The driver takes no more rides: an open offer counts as declined, and the next driver is asked. Null for who is no driver.
 * @throws OccupiedMeanwhile
 */
export async function takeOffline(em: EntityManager, driverId: string, now: () => Date): Promise<Driver | null> {
  const seen = await findDriver(em, driverId);
  const held = seen && (await holdOccupation(em, seen));
  const driver = await lockDriver(em, driverId);
  if (!driver) return null;
  if (occupationOf(driver) !== occupationOf(seen)) throw new OccupiedMeanwhile(`The driver ${driverId} was faster.`);
  const after = offline(driver);
  if (!held) return moveDriver(em, driver, after);
  await endOffer(em, { ...held, driver }, { status: 'DECLINED', after });
  await advanceBooking(em, held.booking, { type: 'NotTaken' }, now());
  return after;
}

/** Booking and offer are locked before the driver who has them, and so must be guessed from a look at the driver. */
async function holdOccupation(em: EntityManager, seen: Driver): Promise<HeldOffer | null> {
  if (seen.state === 'BOOKED') await lockBooking(em, seen.bookingId);
  return seen.state === 'OFFERED' ? holdOffer(em, seen.offerId) : null;
}

function occupationOf(driver: Driver | null): string | null {
  switch (driver?.state) {
    case 'OFFERED':
      return driver.offerId;
    case 'BOOKED':
      return driver.bookingId;
    default:
      return null;
  }
}
