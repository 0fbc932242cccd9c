import type { Bill, Estimate } from './booking.ts';
import { meter } from './meter.ts';
import type { Point } from './point.ts';
import { stretchesOf } from './stretches.ts';

/** The way that was found between two spots. */
type Trip = {
  readonly from: Point;
  readonly to: Point;
  readonly route: { readonly meters: number; readonly seconds: number };
};

/**
 * What a ride that begins at `at` would cost. It supposes one speed all the way, so the minutes at red lights cost nothing
 * yet: the meter decides in the end.
 */
export function estimateFare({ from, to, route, at }: Trip & { readonly at: Date }): Omit<Estimate, 'pickupSeconds'> {
  const distanceMeters = Math.round(route.meters);
  const durationSeconds = Math.round(route.seconds);
  const ride = { from, to, meters: distanceMeters, seconds: durationSeconds, startedAt: at };
  return { fare: meter(stretchesOf(ride)).fare, distanceMeters, durationSeconds };
}

/** What the ride costs: the metres of the way that was found, the seconds really driven. */
export function billFor({
  from,
  to,
  route,
  startedAt,
  endedAt,
}: Trip & { readonly startedAt: Date; readonly endedAt: Date }): Omit<Bill, 'alighting' | 'endedAt'> {
  const distanceMeters = Math.round(route.meters);
  // Clocks of two processes may differ: a ride that ends before it begins took no time.
  const durationSeconds = Math.max(0, Math.round((endedAt.getTime() - startedAt.getTime()) / 1000));
  const ride = { from, to, meters: distanceMeters, seconds: durationSeconds, startedAt };
  return { ...meter(stretchesOf(ride)), distanceMeters, durationSeconds };
}
