import type { TaxiFact } from '@moa/contracts';
import { draftsOf, type News } from './draft.ts';

/** What customers and drivers are told of rides. */
export const taxiNews: News<Exclude<TaxiFact['type'], 'RideBilled'> | 'RidePaymentRefused'> = {
  TaxiRequested: (fact) =>
    ofBooking(fact)({
      to: fact.customerId,
      content: {
        kind: 'TAXI_REQUESTED',
        pickup: fact.pickup.name,
        dropoff: fact.dropoff.name,
        estimatedFare: fact.estimatedFare,
      },
    }),
  TaxiDispatching: (fact) => ofBooking(fact)({ to: fact.customerId, content: { kind: 'TAXI_DISPATCHING' } }),
  // One booking is offered to many, so the offer is what is told once.
  RideOffered: ({ type, offerId, bookingId, version, driverId, customerId, pickup }) =>
    draftsOf(
      { type, id: offerId, version },
      { taxiBookingId: bookingId },
    )({ to: driverId, aboutId: customerId, content: { kind: 'RIDE_OFFERED', person: { pickup: pickup.name } } }),
  TaxiDispatched: (fact) =>
    ofBooking(fact)(
      {
        to: fact.customerId,
        aboutId: fact.driverId,
        content: {
          kind: 'TAXI_DISPATCHED',
          person: { plate: fact.plate, phone: fact.phone },
          arrivalMinutes: minutesBetween(fact.at, fact.arrivesAt),
        },
      },
      {
        to: fact.driverId,
        aboutId: fact.customerId,
        content: { kind: 'DRIVER_DISPATCHED', person: { pickup: fact.pickup.name } },
      },
    ),
  RideStarted: (fact) =>
    ofBooking(fact)(
      { to: fact.customerId, content: { kind: 'RIDE_STARTED' } },
      { to: fact.driverId, content: { kind: 'DRIVER_RIDE_STARTED' } },
    ),
  RideCompleted: (fact) =>
    ofBooking(fact)(
      { to: fact.customerId, content: { kind: 'RIDE_COMPLETED', fare: fact.fare } },
      { to: fact.driverId, content: { kind: 'DRIVER_RIDE_COMPLETED', fare: fact.fare } },
    ),
  RidePaymentRefused: ({ type, paymentId, rideId, version, payerId, amount, message }) =>
    draftsOf(
      { type, id: paymentId, version },
      { taxiBookingId: rideId },
    )({ to: payerId, content: { kind: 'RIDE_PAYMENT_REFUSED', amount, message } }),
  TaxiCancelRequested: (fact) =>
    ofBooking(fact)(
      { to: fact.customerId, content: { kind: 'TAXI_CANCEL_REQUESTED' } },
      { to: fact.driverId, content: { kind: 'DRIVER_CANCEL_REQUESTED' } },
    ),
  TaxiCancelledByCustomer: (fact) =>
    ofBooking(fact)(
      { to: fact.customerId, content: { kind: 'TAXI_CANCELLED_BY_CUSTOMER' } },
      { to: fact.driverId, content: { kind: 'DRIVER_RIDE_CANCELLED' } },
    ),
  TaxiCancelledBySystem: (fact) =>
    ofBooking(fact)({ to: fact.customerId, content: { kind: 'TAXI_CANCELLED_BY_SYSTEM', reason: fact.reason } }),
};

const ofBooking = ({ type, bookingId, version }: TaxiFact) =>
  draftsOf({ type, id: bookingId, version }, { taxiBookingId: bookingId });

/** Whole minutes, rounded up: who waits is not told zero. */
const minutesBetween = (from: string, to: string): number =>
  Math.max(1, Math.ceil((Date.parse(to) - Date.parse(from)) / 60_000));
