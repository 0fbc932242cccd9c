import type { EntityManager } from '@mikro-orm/postgresql';
import { type Message, send } from '@moa/outbox';
import type { Booking } from '../domain/booking.ts';
import type { Driver } from '../domain/driver.ts';
import type { Offer, OfferStatus } from '../domain/offer.ts';
import { type OfferView, offerViewOf } from '../domain/offer-view.ts';
import { closeOffer } from '../persistence/offers.ts';
import { offerChannel } from './channels.ts';
import { moveDriver } from './move-driver.ts';

/**
 * Closes an open offer and moves its driver on (to FREE, BOOKED or OFFLINE), and tells the driver. Booking, offer and driver
 * are locked, in this order. What follows for the booking is the caller's: see advance-booking.ts.
 */
export async function endOffer(
  em: EntityManager,
  { booking, offer, driver }: { readonly booking: Booking; readonly offer: Offer; readonly driver: Driver },
  { status, after }: { readonly status: Exclude<OfferStatus, 'OPEN'>; readonly after: Driver },
): Promise<OfferView> {
  await closeOffer(em, offer.id, status);
  const { version } = await moveDriver(em, driver, after);
  const view = offerViewOf({ ...offer, status }, booking, version);
  await send(em, [liveOffer(view)]);
  return view;
}

export const liveOffer = (view: OfferView): Message => ({
  kind: 'live',
  channel: offerChannel(view.driverId),
  payload: view,
});
