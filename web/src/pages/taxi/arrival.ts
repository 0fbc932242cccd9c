import type { Point } from '../../map/point.ts';
import type { TaxiBookingShownFragment } from './booking.gen.ts';
import { airlineMeters } from './distance.ts';

/** Where the car is going, how far that is as the crow flies, and how long it takes at the pace of the trip's estimate. */
export type Arrival = { readonly at: 'pickup' | 'dropoff'; readonly meters: number; readonly seconds: number };

type Ride = Pick<TaxiBookingShownFragment, 'status' | 'pickup' | 'dropoff'> & {
  readonly estimate: Pick<TaxiBookingShownFragment['estimate'], 'durationSeconds'>;
};

/** Nothing for a car that goes nowhere for this booking. */
export function arrivalOf({ status, pickup, dropoff, estimate }: Ride, car: Point): Arrival | undefined {
  if (status !== 'DISPATCHED' && status !== 'IN_RIDE') return undefined;
  const at = status === 'IN_RIDE' ? 'dropoff' : 'pickup';
  const meters = airlineMeters(car, at === 'pickup' ? pickup : dropoff);
  // The estimate knows how much longer streets are than a straight line, and how fast they are at this hour.
  const secondsPerMeter = estimate.durationSeconds / airlineMeters(pickup, dropoff);
  return { at, meters, seconds: meters * secondsPerMeter };
}
