import type { Booking } from '../domain/booking.ts';
import { candidatesPerLook, searchRadiusMeters } from '../domain/search.ts';
import type { SystemContext } from './context.ts';

/** A driver who seems to be free, and the way from there to the pick-up by road. */
export type Candidate = { readonly driverId: string; readonly pickupMeters: number; readonly pickupSeconds: number };

/** The nearest drivers whom the map takes for free, the nearest first; never the customer in the role of a driver. */
export async function candidatesFor(
  { map, routes, clock }: Pick<SystemContext, 'map' | 'routes' | 'clock'>,
  { pickup, customerId }: Pick<Booking, 'pickup' | 'customerId'>,
  excluding: readonly string[],
): Promise<readonly Candidate[]> {
  const now = clock();
  const nearby = await map.nearest(pickup, {
    radiusMeters: searchRadiusMeters,
    count: candidatesPerLook,
    excluding: [...excluding, customerId],
    now,
  });
  const positions = await map.positionsOf(nearby.map(({ driverId }) => driverId));
  return Promise.all(
    nearby.map(async ({ driverId }) => {
      // Who left the map this very moment is as near as can be, and won't be free.
      const { meters, seconds } = await routes.route(positions.get(driverId) ?? pickup, pickup, now);
      return { driverId, pickupMeters: Math.round(meters), pickupSeconds: Math.round(seconds) };
    }),
  );
}
