import { z } from 'zod';
import { fact, id, won } from './fact.ts';

/** A spot with the name that the customer gave it. Degrees, WGS84. */
export const place = z.object({ name: z.string(), latitude: z.number(), longitude: z.number() });

const moment = z.iso.datetime();
const booking = { bookingId: id, customerId: id, at: moment };
const ride = { ...booking, driverId: id };

/** A customer needs a car. */
export const TaxiRequested = fact('TaxiRequested', { ...booking, pickup: place, dropoff: place, estimatedFare: won });

/** The search for a driver has begun. */
export const TaxiDispatching = fact('TaxiDispatching', booking);

/** A driver was asked; it is theirs until `expiresAt`, unless they decline it. */
export const RideOffered = fact('RideOffered', {
  ...ride,
  offerId: id,
  pickup: place,
  dropoff: place,
  expiresAt: moment,
});

/** A driver is on the way to the customer. */
export const TaxiDispatched = fact('TaxiDispatched', {
  ...ride,
  plate: z.string(),
  phone: z.string(),
  pickup: place,
  arrivesAt: moment,
});

/** The customer is in the car. */
export const RideStarted = fact('RideStarted', ride);

/** The customer got out, and the fare is what is to be paid. */
export const RideBilled = fact('RideBilled', { ...ride, fare: won });

/** The ride ended and is paid. */
export const RideCompleted = fact('RideCompleted', { ...ride, fare: won, paymentId: id });

/** The customer does not want the car any more; whether it is too late will be settled in a moment. */
export const TaxiCancelRequested = fact('TaxiCancelRequested', { ...booking, driverId: id.nullable() });

/** The booking ended at the customer's wish. `driverId`: who was on the way. */
export const TaxiCancelledByCustomer = fact('TaxiCancelledByCustomer', { ...booking, driverId: id.nullable() });

export const noDriverReason = z.enum(['NO_CAR', 'NOT_ANSWERED']);
export type NoDriverReason = z.infer<typeof noDriverReason>;

/** No driver was found: no car was free nearby, or none of those asked took it in time. */
export const TaxiCancelledBySystem = fact('TaxiCancelledBySystem', { ...booking, reason: noDriverReason });

export const taxiFact = z.discriminatedUnion('type', [
  TaxiRequested,
  TaxiDispatching,
  RideOffered,
  TaxiDispatched,
  RideStarted,
  RideBilled,
  RideCompleted,
  TaxiCancelRequested,
  TaxiCancelledByCustomer,
  TaxiCancelledBySystem,
]);
export type TaxiFact = z.infer<typeof taxiFact>;
