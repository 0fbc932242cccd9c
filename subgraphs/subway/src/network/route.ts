import { type Fare, fareOf, type Passenger } from '../domain/fare.ts';
import type { Path, PathCriterion } from '../domain/path-finder.ts';
import type { Station } from '../domain/station.ts';
import type { NetworkView } from './view.ts';

/** A path as somebody asked for it. */
export type Route = Path & {
  readonly from: Station;
  readonly to: Station;
  readonly by: PathCriterion;
  /** As it was asked for; null for one that begins just now. */
  readonly departAt: Date | null;
  /** When it begins. */
  readonly at: Date;
};

type Question = Pick<Route, 'by' | 'departAt'> & {
  readonly from: string;
  readonly to: string;
  readonly now: Date;
};

/** Null when there is no way: no trains connect the stations, or one of them is not in this view. */
export function routeBetween(view: NetworkView, { from, to, by, departAt, now }: Question): Route | null {
  const [origin, destination] = [view.network.stations.get(from), view.network.stations.get(to)];
  if (!origin || !destination) return null;
  const path = view.paths.find(from, to, by);
  return path && { ...path, from: origin, to: destination, by, departAt, at: departAt ?? now };
}

/** Whichever way is taken, the tariff counts the shortest one. */
export function fareOfRoute(view: NetworkView, { from, to, surcharge, at }: Route, passenger: Passenger): Fare {
  const shortest = view.paths.find(from.id, to.id, 'DISTANCE');
  if (!shortest) throw new Error(`Trains run from ${from.id} to ${to.id}, and yet there is no shortest way.`);
  return fareOf({ shortestMeters: shortest.distanceMeters, surcharge }, passenger, at);
}
