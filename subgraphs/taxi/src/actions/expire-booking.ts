import { isUnanswered } from '../domain/booking.ts';
import { lockBookingIfFree } from '../persistence/bookings.ts';
import type { SystemContext } from './context.ts';
import { giveUp } from './give-up.ts';

/**
 * The customer has waited long enough: the booking is cancelled, whoever is being asked. Whatever holds it just now is not
 * waited for; the watch comes again.
 */
export async function expireBooking(context: SystemContext, bookingId: string): Promise<void> {
  await context.transaction(async (em) => {
    const booking = await lockBookingIfFree(em, bookingId);
    const now = context.clock();
    if (booking && isUnanswered(booking, now)) await giveUp(em, booking, 'TimeIsUp', now);
  });
}
