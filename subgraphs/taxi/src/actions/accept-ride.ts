import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { assignmentOf, decideAnswer } from '../domain/answer.ts';
import { type BookingView, viewOf } from '../domain/booking-view.ts';
import { booked } from '../domain/drive.ts';
import { type RideOfferRefusal, rideOfferRefusals } from '../domain/refusals.ts';
import { advanceBooking } from './advance-booking.ts';
import type { TaxiContext } from './context.ts';
import { endOffer } from './end-offer.ts';
import { holdOffer } from './hold-offer.ts';

type Result = Outcome<BookingView, RideOfferRefusal['code']>;

const refuse = refusalsFrom(rideOfferRefusals);

/** The driver takes the ride. An offer to somebody else looks like none. */
export async function acceptRide(context: TaxiContext, offerId: string): Promise<Result> {
  const driverId = memberId(context.viewer);
  return context.transaction(async (em): Promise<Result> => {
    const held = await holdOffer(em, offerId, { driverId });
    if (!held) return refused(refuse('OFFER_NOT_FOUND', 'offerId'));
    const { booking, offer, driver } = held;
    const now = context.clock(); // after the wait for the locks
    const answer = decideAnswer('ACCEPTED', { offer, booking, now });
    if (answer.kind === 'refused') return answer;
    if (answer.value === 'repeated') return done(viewOf(booking));
    await endOffer(em, held, { status: 'ACCEPTED', after: booked(driver, booking.id) });
    const assignment = assignmentOf(driver, offer, now);
    return done((await advanceBooking(em, booking, { type: 'Accepted', assignment }, now)) ?? viewOf(booking));
  });
}
