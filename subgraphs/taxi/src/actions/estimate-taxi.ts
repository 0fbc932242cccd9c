import type { Estimate } from '../domain/booking.ts';
import { estimateFare } from '../domain/fare.ts';
import type { Point } from '../domain/point.ts';
import type { Trip } from '../domain/request.ts';
import { searchRadiusMeters } from '../domain/search.ts';
import type { SystemContext } from './context.ts';

type Means = Pick<SystemContext, 'map' | 'routes'>;

/** What a ride would cost at this moment, and how long the nearest free car would take to its beginning. */
export async function estimateTaxi(means: Means, { pickup, dropoff }: Trip, now: Date): Promise<Estimate> {
  const [route, pickupSeconds] = await Promise.all([
    means.routes.route(pickup, dropoff, now),
    secondsToPickup(means, pickup, now).catch(() => null), // a map that fails is no reason to refuse a ride
  ]);
  return { ...estimateFare({ from: pickup, to: dropoff, route, at: now }), pickupSeconds };
}

async function secondsToPickup({ map, routes }: Means, pickup: Point, now: Date): Promise<number | null> {
  const search = { radiusMeters: searchRadiusMeters, count: 1, excluding: [], now };
  const [nearest] = await map.nearest(pickup, search);
  if (!nearest) return null;
  const position = (await map.positionsOf([nearest.driverId])).get(nearest.driverId);
  return position ? Math.round((await routes.route(position, pickup, now)).seconds) : null;
}
