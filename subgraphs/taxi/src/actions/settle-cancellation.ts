import { type LockBooking, lockBooking } from '../persistence/bookings.ts';
import { advanceBooking } from './advance-booking.ts';
import type { SystemContext } from './context.ts';

/** Ends a booking whose customer asked to cancel it, unless the ride has begun meanwhile. */
export async function settleCancellation(
  context: SystemContext,
  bookingId: string,
  lock: LockBooking = lockBooking,
): Promise<void> {
  await context.transaction(async (em) => {
    const booking = await lock(em, bookingId);
    const now = context.clock();
    if (booking) await advanceBooking(em, booking, { type: 'CancelSettled', at: now }, now);
  });
}
