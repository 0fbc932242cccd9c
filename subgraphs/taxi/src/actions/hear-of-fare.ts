import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import { decidePaymentFailed, isBilled } from '../domain/ride.ts';
import { lockBooking } from '../persistence/bookings.ts';
import { completeRide } from './complete-ride.ts';
import { save } from './save.ts';

/**
 * Pay has the fare of a ride. Mostly whoever asked for it was told so at once; when pay took too long, or taxi was stopped
 * meanwhile, this completes the ride. Runs in the transaction that notes the fact as received.
 */
export async function hearRidePaid(
  em: EntityManager,
  { rideId, paymentId }: FactOf<'RidePaid'>,
  clock: () => Date,
): Promise<void> {
  const booking = await lockBooking(em, rideId);
  if (booking) await completeRide(em, booking, { paymentId, now: clock() });
}

/** The same for a refusal. It may be news of an earlier try, and of a ride that is paid by now: then it changes nothing. */
export async function hearRidePaymentRefused(
  em: EntityManager,
  { rideId, amount, reason: code, message }: FactOf<'RidePaymentRefused'>,
): Promise<void> {
  const booking = await lockBooking(em, rideId);
  if (!booking || !isBilled(booking) || booking.bill.fare !== amount) return;
  await save(em, booking, { changes: decidePaymentFailed(booking, { code, message }) });
}
