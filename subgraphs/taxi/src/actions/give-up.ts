import type { EntityManager } from '@mikro-orm/postgresql';
import type { Booking } from '../domain/booking.ts';
import { findAskedDrivers } from '../persistence/offers.ts';
import { advanceBooking } from './advance-booking.ts';

/** Ends a locked booking's search without a driver, and says why: no car, or nobody who took it. */
export async function giveUp(
  em: EntityManager,
  booking: Booking,
  type: 'NoCarFree' | 'TimeIsUp',
  now: Date,
): Promise<void> {
  const asked = await findAskedDrivers(em, booking.id);
  await advanceBooking(em, booking, { type, at: now, reason: asked.length > 0 ? 'NOT_ANSWERED' : 'NO_CAR' }, now);
}
