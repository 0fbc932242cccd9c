import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { send } from '@moa/outbox';
import { done, graphError, memberId, refusalsFrom, refused } from '@moa/subgraph';
import type { Booking, Estimate } from '../domain/booking.ts';
import { type BookingView, viewOf } from '../domain/booking-view.ts';
import { districtOf } from '../domain/city.ts';
import { requested } from '../domain/facts.ts';
import { type RequestTaxiRefusal, requestTaxiRefusals } from '../domain/refusals.ts';
import { book, faultsOf, faultsOfTrip, noCarFree, type RequestTaxi, type Trip } from '../domain/request.ts';
import { retryAfterSeconds } from '../domain/supply.ts';
import { findBookingView } from '../persistence/booking-views.ts';
import { addBooking, findByIdempotencyKey, hasLiveBooking } from '../persistence/bookings.ts';
import { findDriver } from '../persistence/drivers.ts';
import { findSupplyBreaker } from '../persistence/supply.ts';
import { dispatchTaxiJob } from './advance-booking.ts';
import type { TaxiContext } from './context.ts';
import { estimateTaxi } from './estimate-taxi.ts';
import { liveView } from './save.ts';

type Result =
  | { readonly kind: 'done'; readonly value: BookingView }
  | { readonly kind: 'refused'; readonly refusals: readonly RequestTaxiRefusal[] };

const refuse = refusalsFrom(requestTaxiRefusals);

/** Notes that a customer needs a car. Who drives it is looked for by a job. */
export async function requestTaxi(context: TaxiContext, command: RequestTaxi): Promise<Result> {
  const customerId = memberId(context.viewer);
  const faults = faultsOf(command);
  const district = districtOf(command.pickup);
  if (faults.length > 0 || !district) return { kind: 'refused', refusals: faults };

  const { idempotencyKey: key } = command;
  const requestHash = hashOf(command);
  const earlier = await findByIdempotencyKey(context.em, customerId, key);
  if (earlier) return repeated(context.em, earlier, requestHash);
  const now = context.clock();
  const estimate = await estimateTaxi(context, command, now);
  const { answerMs } = context.timing;
  const booking = book(command, { id: context.ids(), customerId, district, estimate, now, answerMs });

  return context.transaction(async (em): Promise<Result> => {
    const obstacle = await obstacleTo(em, booking);
    if (obstacle) {
      // A twin with the same key may have been stored since we looked.
      const twin = await findByIdempotencyKey(em, customerId, key);
      return twin ? repeated(em, twin, requestHash) : { kind: 'refused', refusals: [obstacle] };
    }
    if (!(await addBooking(em, booking, { key, requestHash }))) {
      const twin = await findByIdempotencyKey(em, customerId, key);
      return twin ? repeated(em, twin, requestHash) : refused(refuse('ALREADY_BOOKED'));
    }
    const view = viewOf(booking);
    await send(em, [{ kind: 'fact', fact: requested(booking) }, liveView(view), dispatchTaxiJob(booking.id)]);
    return done(view);
  });
}

/** What a ride would cost just now. @throws BAD_USER_INPUT that says what is wrong with the places */
export async function taxiEstimate(context: TaxiContext, trip: Trip): Promise<Estimate> {
  const faults = faultsOfTrip(trip);
  if (faults.length > 0) throw graphError('BAD_USER_INPUT', faults.map(wordsOf).join(' '));
  return estimateTaxi(context, trip, context.clock());
}

const wordsOf = ({ field, message }: RequestTaxiRefusal): string =>
  field ? `${field.join('.')}: ${message}` : message;

/** What keeps the customer from booking just now. */
async function obstacleTo(em: EntityManager, booking: Booking): Promise<RequestTaxiRefusal | null> {
  const { customerId, district, requestedAt, estimate } = booking;
  if (await hasLiveBooking(em, customerId)) return refuse('ALREADY_BOOKED');
  if ((await findDriver(em, customerId))?.state === 'BOOKED') return refuse('DRIVING');
  // A car is near: that others in the district found none is no reason to refuse.
  if (estimate.pickupSeconds !== null) return null;
  const wait = retryAfterSeconds(await findSupplyBreaker(em, district), requestedAt);
  return wait === null ? null : noCarFree(wait);
}

/** The same request gets the same booking, as it is by now; another one gets nothing. */
async function repeated(
  em: EntityManager,
  earlier: { readonly bookingId: string; readonly requestHash: string },
  requestHash: string,
): Promise<Result> {
  if (earlier.requestHash !== requestHash) return refused(refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey'));
  const view = await findBookingView(em, earlier.bookingId);
  if (!view) throw new Error(`The booking ${earlier.bookingId} exists and yet it does not.`);
  return done(view);
}

/** Field by field, so that the order of keys in the client's JSON makes no difference. */
function hashOf({ pickup, dropoff, paymentMethodId }: RequestTaxi): string {
  const places = [pickup, dropoff].map(({ name, latitude, longitude }) => [name, latitude, longitude]);
  return createHash('sha256')
    .update(JSON.stringify([places, paymentMethodId]))
    .digest('base64url');
}
