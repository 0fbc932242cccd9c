import type { Costs } from './costs.ts';
import type { PathCriterion } from './path.ts';
import type { Place } from './place.ts';

/** A place on a flat map, in no unit that matters. */
export type Spot = { readonly x: number; readonly y: number };

/** On a flat map whose middle latitude this is; only a city has to fit. */
export const spotsAround =
  (latitude: number) =>
  (place: Place): Spot => ({ x: place.longitude * Math.cos((latitude * Math.PI) / 180), y: place.latitude });

const between = (a: Spot, b: Spot): number => Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);

/** A ride as far as its cost goes. */
export type Stretch = { readonly from: Spot; readonly to: Spot; readonly costs: Costs };

/** What is taken off for the arithmetic's sake: fractions are not exact, and a bound that is too high would miss the best path. */
const caution = 1 - 1e-9;

/**
 * What a path between two spots costs at the least: none of the stretches leads anywhere for less than the straight line to
 * there at the lowest price that any of them has. By the triangle inequality that holds for all paths of them, wherever the map is wrong.
 */
export function leastCostBy(criterion: PathCriterion, stretches: readonly Stretch[]): (from: Spot, to: Spot) => number {
  const prices = stretches
    .map(({ from, to, costs }) => ({ cost: costs[criterion], length: between(from, to) }))
    .filter(({ length }) => length > 0)
    .map(({ cost, length }) => cost / length);
  const lowest = prices.reduce((least, price) => Math.min(least, price), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(lowest)) return () => 0;
  const price = lowest * caution;
  return (from, to) => between(from, to) * price;
}
