import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { decideAnswer } from '../domain/answer.ts';
import { freed } from '../domain/drive.ts';
import { type OfferView, offerViewOf } from '../domain/offer-view.ts';
import { type RideOfferRefusal, rideOfferRefusals } from '../domain/refusals.ts';
import { advanceBooking } from './advance-booking.ts';
import type { TaxiContext } from './context.ts';
import { endOffer } from './end-offer.ts';
import { holdOffer } from './hold-offer.ts';

type Result = Outcome<OfferView, RideOfferRefusal['code']>;

const refuse = refusalsFrom(rideOfferRefusals);

/** The driver does not take the ride, and the next one is asked. An offer to somebody else looks like none. */
export async function declineRide(context: TaxiContext, offerId: string): Promise<Result> {
  const driverId = memberId(context.viewer);
  return context.transaction(async (em): Promise<Result> => {
    const held = await holdOffer(em, offerId, { driverId });
    if (!held) return refused(refuse('OFFER_NOT_FOUND', 'offerId'));
    const { booking, offer, driver } = held;
    const now = context.clock(); // after the wait for the locks
    const answer = decideAnswer('DECLINED', { offer, booking, now });
    if (answer.kind === 'refused') return answer;
    if (answer.value === 'repeated') return done(offerViewOf(offer, booking, driver.version));
    const view = await endOffer(em, held, { status: 'DECLINED', after: freed(driver) });
    await advanceBooking(em, booking, { type: 'NotTaken' }, now);
    return done(view);
  });
}
