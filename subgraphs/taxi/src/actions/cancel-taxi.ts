import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayCancelBooking } from '../domain/access.ts';
import { type BookingView, viewOf } from '../domain/booking-view.ts';
import { decideCancelTaxi } from '../domain/cancel.ts';
import { type CancelTaxiRefusal, cancelTaxiRefusals } from '../domain/refusals.ts';
import { lockBooking } from '../persistence/bookings.ts';
import { advanceBooking } from './advance-booking.ts';
import type { TaxiContext } from './context.ts';

type Result = Outcome<BookingView, CancelTaxiRefusal['code']>;

const refuse = refusalsFrom(cancelTaxiRefusals);

/** The customer does not want the car any more. Whether it is too late is settled a moment later: settle-cancellation.ts. */
export async function cancelTaxi(context: TaxiContext, bookingId: string): Promise<Result> {
  return context.transaction(async (em): Promise<Result> => {
    const booking = await lockBooking(em, bookingId);
    if (!booking || !mayCancelBooking(context.viewer, booking)) {
      return refused(refuse('BOOKING_NOT_FOUND', 'bookingId'));
    }
    const decision = decideCancelTaxi(booking);
    if (decision.kind === 'refused') return decision;
    if (decision.value === 'repeated') return done(viewOf(booking));
    const now = context.clock();
    return done((await advanceBooking(em, booking, { type: 'CancelAsked', at: now }, now)) ?? viewOf(booking));
  });
}
