import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { isDriverOf } from '../domain/access.ts';
import type { BookingView } from '../domain/booking-view.ts';
import { decideStart, driverIdOf } from '../domain/ride.ts';
import { type RideRefusal, rideRefusals } from '../domain/ride-refusals.ts';
import { lockBooking } from '../persistence/bookings.ts';
import type { TaxiContext } from './context.ts';
import { save } from './save.ts';

type Result = Outcome<BookingView, RideRefusal['code']>;

const refuse = refusalsFrom(rideRefusals);

/** The customer is in the car. Of boarding and cancelling, whoever is first to hold the booking wins. */
export const startRide = (context: TaxiContext, bookingId: string): Promise<Result> =>
  context.transaction(async (em): Promise<Result> => {
    const booking = await lockBooking(em, bookingId);
    if (!booking || !isDriverOf(context.viewer, { driverId: driverIdOf(booking) })) {
      return refused(refuse('BOOKING_NOT_FOUND', 'bookingId'));
    }
    const decision = decideStart(booking, context.clock());
    if (decision.kind === 'refused') return decision;
    return done(await save(em, booking, { changes: decision.value }));
  });
