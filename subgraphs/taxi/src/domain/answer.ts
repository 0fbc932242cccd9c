import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import type { Assignment, Booking } from './booking.ts';
import { isOver } from './deadline.ts';
import type { Driver } from './driver.ts';
import type { Offer, OfferStatus } from './offer.ts';
import { type RideOfferRefusal, rideOfferRefusals } from './refusals.ts';

const refuse = refusalsFrom(rideOfferRefusals);

/** `new`: the answer counts. `repeated`: it was given before, and nothing follows. */
export type Answer = Outcome<'new' | 'repeated', RideOfferRefusal['code']>;

/** Whether a driver's answer counts: while the offer is open, its time is not over and the customer still wants the car. */
export function decideAnswer(
  answer: Extract<OfferStatus, 'ACCEPTED' | 'DECLINED'>,
  { offer, booking, now }: { readonly offer: Offer; readonly booking: Booking; readonly now: Date },
): Answer {
  switch (offer.status) {
    case 'OPEN':
      // The clock decides, not whether somebody has noted it yet.
      if (isOverdue(offer, now)) return refused(refuse('OFFER_EXPIRED', 'offerId'));
      if (booking.status !== 'DISPATCHING') return refused(refuse('OFFER_WITHDRAWN', 'offerId'));
      return done('new');
    case 'ACCEPTED':
    case 'DECLINED':
      return offer.status === answer ? done('repeated') : refused(refuse('OFFER_ALREADY_ANSWERED', 'offerId'));
    case 'EXPIRED':
      return refused(refuse('OFFER_EXPIRED', 'offerId'));
    case 'WITHDRAWN':
      return refused(refuse('OFFER_WITHDRAWN', 'offerId'));
  }
}

export const isOverdue = ({ madeAt, expiresAt }: Pick<Offer, 'madeAt' | 'expiresAt'>, now: Date): boolean =>
  isOver({ from: madeAt, until: expiresAt }, now);

/** Who is coming, once the driver has accepted. */
export const assignmentOf = (driver: Driver, offer: Offer, now: Date): Assignment => ({
  driverId: driver.id,
  plate: driver.plate,
  phone: driver.phone,
  dispatchedAt: now,
  arrivesAt: new Date(now.getTime() + offer.pickupSeconds * 1_000),
});
