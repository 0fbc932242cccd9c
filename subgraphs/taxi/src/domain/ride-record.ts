import type { FactOf, HeardBy } from '@moa/contracts';
import { type Won, won } from '@moa/money';
import type { BookingStatus } from './booking.ts';
import type { Place } from './point.ts';

/** What the ride history hears of rides. */
export type RideFact = FactOf<Exclude<HeardBy<'ride-history'>, 'MemberDeleted'>>;

/**
 * What is known of a ride so far, from facts that come late, twice and in any order. Each of them adds what it knows, and
 * the same facts make the same record, however they came. Kept as JSON, so moments are RFC 3339 text.
 */
export type RideRecord = {
  readonly bookingId: string;
  readonly customerId: string;
  /** The booking's version that `progress` is of; 0 while nothing is known of it. */
  readonly version: number;
  readonly progress: { readonly status: BookingStatus; readonly at: string } | null;
  readonly request: {
    readonly pickup: Place;
    readonly dropoff: Place;
    readonly estimatedFare: Won;
    readonly at: string;
  } | null;
  readonly driverId: string | null;
  readonly car: { readonly plate: string; readonly phone: string } | null;
  /** What the meter came to. */
  readonly fare: Won | null;
  readonly payment: 'REFUSED' | 'CAPTURED' | null;
};

/** The booking that a fact speaks of, and who booked it. */
export const rideOf = (fact: RideFact): Pick<RideRecord, 'bookingId' | 'customerId'> =>
  'rideId' in fact
    ? { bookingId: fact.rideId, customerId: fact.payerId }
    : { bookingId: fact.bookingId, customerId: fact.customerId };

/** Of a ride of which nothing was heard yet. */
export const emptyRecord = (ride: Pick<RideRecord, 'bookingId' | 'customerId'>): RideRecord => ({
  ...ride,
  version: 0,
  progress: null,
  request: null,
  driverId: null,
  car: null,
  fare: null,
  payment: null,
});

/** The record with what a fact knows. Of the states the booking's newest stays; of the rest, nothing is said in two ways. */
export function project(record: RideRecord, fact: RideFact): RideRecord {
  switch (fact.type) {
    case 'TaxiRequested': {
      const { pickup, dropoff, estimatedFare, at } = fact;
      return {
        ...moved(record, fact, 'REQUESTED'),
        request: { pickup, dropoff, estimatedFare: won(estimatedFare), at },
      };
    }
    case 'TaxiDispatching':
      return moved(record, fact, 'DISPATCHING');
    case 'TaxiDispatched': {
      const { driverId, plate, phone } = fact;
      return { ...moved(record, fact, 'DISPATCHED'), driverId, car: { plate, phone } };
    }
    case 'RideStarted':
      return { ...moved(record, fact, 'IN_RIDE'), driverId: fact.driverId };
    case 'RideBilled':
      return { ...moved(record, fact, 'IN_RIDE'), driverId: fact.driverId, fare: won(fact.fare) };
    case 'RideCompleted': {
      const { driverId, fare } = fact;
      return { ...moved(record, fact, 'COMPLETED'), driverId, fare: won(fare), payment: 'CAPTURED' };
    }
    case 'TaxiCancelRequested':
      return { ...moved(record, fact, 'CANCEL_REQUESTED'), driverId: fact.driverId ?? record.driverId };
    case 'TaxiCancelledByCustomer':
      return { ...moved(record, fact, 'CANCELLED_BY_CUSTOMER'), driverId: fact.driverId ?? record.driverId };
    case 'TaxiCancelledBySystem':
      return moved(record, fact, 'CANCELLED_BY_SYSTEM');
    case 'RidePaid':
      return { ...record, payment: 'CAPTURED' };
    case 'RidePaymentRefused':
      // Versions of payments and of bookings can't be compared; but nothing is refused after it was paid.
      return { ...record, payment: record.payment ?? 'REFUSED' };
  }
}

const moved = (
  record: RideRecord,
  { version, at }: { readonly version: number; readonly at: string },
  status: BookingStatus,
): RideRecord => (version > record.version ? { ...record, version, progress: { status, at } } : record);
