import { lockBookingIfFree } from '../persistence/bookings.ts';
import {
  findOverdueBookings,
  findOverdueOffers,
  findRestingSearches,
  findUnsettledBookings,
} from '../persistence/overdue.ts';
import type { SystemContext } from './context.ts';
import { dispatchTaxi } from './dispatch-taxi.ts';
import { expireBooking } from './expire-booking.ts';
import { expireOffer } from './expire-offer.ts';
import { settleCancellation } from './settle-cancellation.ts';

/** One thing that is overdue, to be done in a context of its own: where one fails, the others are done all the same. */
export type Overdue = (context: SystemContext) => Promise<void>;

/** What should have been done by now to keep a promise. Each step decides under its own lock, and none waits for another's. */
export async function overdueNow({ em, clock, timing }: SystemContext): Promise<readonly Overdue[]> {
  const now = clock();
  const [bookings, offers, cancellations] = [
    await findOverdueBookings(em, now),
    await findOverdueOffers(em, now),
    await findUnsettledBookings(em, before(now, timing.settleMs)),
  ];
  // A booking that is over takes its offer with it, so bookings come first.
  return [
    ...bookings.map(
      ({ id }): Overdue =>
        (context) =>
          expireBooking(context, id),
    ),
    ...offers.map(
      ({ id }): Overdue =>
        (context) =>
          expireOffer(context, id, lockBookingIfFree),
    ),
    ...cancellations.map(
      ({ id }): Overdue =>
        (context) =>
          settleCancellation(context, id, lockBookingIfFree),
    ),
  ];
}

/** Searches for a driver that have come to rest, as when the worker was killed that had them in hand. */
export async function restingSearches({ em, clock, timing }: SystemContext): Promise<readonly Overdue[]> {
  const searches = await findRestingSearches(em, before(clock(), timing.restMs));
  return searches.map(
    ({ id }): Overdue =>
      (context) =>
        dispatchTaxi(context, id),
  );
}

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);
