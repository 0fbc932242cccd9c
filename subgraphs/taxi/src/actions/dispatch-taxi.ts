import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { type Booking, isUnanswered } from '../domain/booking.ts';
import { offered } from '../domain/facts.ts';
import type { Offer } from '../domain/offer.ts';
import { offerViewOf } from '../domain/offer-view.ts';
import { looksPerSearch, restBeforeNextSearch } from '../domain/search.ts';
import { findBooking, lockBooking } from '../persistence/bookings.ts';
import { type OfferedTo, offerToNearest } from '../persistence/drivers.ts';
import { addOffer, findAskedDrivers, lockOpenOffer } from '../persistence/offers.ts';
import { advanceBooking, dispatchTaxiJob } from './advance-booking.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import type { SystemContext } from './context.ts';
import { liveOffer } from './end-offer.ts';
import { expireBooking } from './expire-booking.ts';
import { giveUp } from './give-up.ts';
import { placeDriverJob } from './move-driver.ts';

/**
 * Asks the nearest free driver who was not asked yet. Safe to run at any time and any number of times: where nobody has to
 * be found, nothing happens.
 */
export async function dispatchTaxi(context: SystemContext, bookingId: string): Promise<void> {
  const booking = await findBooking(context.em, bookingId);
  if (!booking || !isSearching(booking)) return;
  if (isUnanswered(booking, context.clock())) return expireBooking(context, bookingId);
  const passedOver: string[] = [];
  let look: Look = 'none';
  for (let looks = 0; looks < looksPerSearch; looks += 1) {
    // The map is asked while no transaction is open.
    const asked = await findAskedDrivers(context.em, bookingId);
    const candidates = await candidatesFor(context, booking, [...asked, ...passedOver]);
    if (candidates.length === 0) break;
    const outcome = await context.transaction((em) => ask(em, context, { bookingId, candidates }));
    if (outcome === 'settled') return;
    if (outcome === 'contended') look = 'contended';
    passedOver.push(...candidates.map(({ driverId }) => driverId));
  }
  await context.transaction((em) => endSearch(em, context, { bookingId, look }));
}

const isSearching = ({ status }: Booking): boolean => status === 'REQUESTED' || status === 'DISPATCHING';

/** `settled`: a driver is being asked, or none is needed any more. */
type Look = Exclude<OfferedTo['kind'], 'taken'>;

type Search = { readonly bookingId: string; readonly candidates: readonly Candidate[] };

async function ask(em: EntityManager, context: SystemContext, search: Search): Promise<Look | 'settled'> {
  const booking = await lockSearching(em, search.bookingId);
  if (!booking) return 'settled';
  const offerId = context.ids();
  const candidates = search.candidates.map(({ driverId }) => driverId);
  const taken = await offerToNearest(em, { candidates, offerId });
  if (taken.kind !== 'taken') return taken.kind;
  const { driver } = taken;
  const way = search.candidates.find(({ driverId }) => driverId === driver.id);
  if (!way) throw new Error(`The driver ${driver.id} was no candidate.`);

  const now = context.clock();
  const expiresAt = new Date(Math.min(now.getTime() + context.timing.offerMs, booking.answerBy.getTime()));
  const offer: Offer = {
    id: offerId,
    bookingId: booking.id,
    driverId: driver.id,
    status: 'OPEN',
    pickupMeters: way.pickupMeters,
    pickupSeconds: way.pickupSeconds,
    madeAt: now,
    expiresAt,
  };
  await addOffer(em, offer);
  const view = await advanceBooking(em, booking, { type: 'Offered', at: now }, now);
  const delayMs = Math.max(0, expiresAt.getTime() - now.getTime());
  await send(em, [
    { kind: 'fact', fact: offered(offer, booking, view?.revision ?? booking.version) },
    liveOffer(offerViewOf(offer, booking, driver.version)),
    { kind: 'job', name: 'expireOffer', data: { offerId }, delayMs },
    placeDriverJob(driver.id),
  ]);
  return 'settled';
}

/** Nobody was found: looks again in a moment when it was a near miss, or gives up. */
async function endSearch(
  em: EntityManager,
  context: SystemContext,
  { bookingId, look }: { readonly bookingId: string; readonly look: Look },
): Promise<void> {
  const booking = await lockSearching(em, bookingId);
  if (!booking) return;
  const now = context.clock();
  if (look === 'none') await giveUp(em, booking, 'NoCarFree', now);
  else if (!isUnanswered(booking, now)) {
    const waitedMs = now.getTime() - booking.requestedAt.getTime();
    await send(em, [dispatchTaxiJob(bookingId, restBeforeNextSearch(waitedMs, context.timing.searchAgainMs))]);
  }
}

/** The booking, held, when it needs a driver and nobody is being asked. */
async function lockSearching(em: EntityManager, bookingId: string): Promise<Booking | null> {
  const booking = await lockBooking(em, bookingId);
  if (!booking || !isSearching(booking)) return null;
  return (await lockOpenOffer(em, bookingId)) ? null : booking;
}
