import type { Attraction } from './attraction.ts';
import { kmBetween, type Near, nearestNext, type Spot, wayKm } from './distance.ts';

/** No stop lies farther than this from where its day began to be planned. */
export const dayRadiusKm = 20;
/** From the first stop of a day to its last, as the crow flies. */
export const dayWayKm = 60;

/** At this distance a sight counts half. */
const halfAtKm = 8;
const lessForSameKind = 0.4;
const sameKindAtMost = 2;

/** In no order yet. */
export type DayTrip = { readonly stops: readonly Attraction[]; readonly value: number };

/**
 * A day around `start`: what is worth most for its distance, of different kinds as long as there are some.
 *
 * @param near what else can still be seen around, `start` left out
 */
export function dayAround(
  start: Attraction,
  near: readonly Near<Attraction>[],
  { stops, worth }: { stops: number; worth: (attraction: Attraction) => number },
): DayTrip {
  const chosen = [start];
  const left = new Set(near);
  let value = worth(start);
  while (chosen.length < stops) {
    const best = bestOf(left, chosen, worth);
    if (!best) break;
    left.delete(best.near);
    chosen.push(best.near.spot);
    value += best.value;
  }
  return { stops: chosen, value };
}

function bestOf(
  left: Iterable<Near<Attraction>>,
  chosen: readonly Attraction[],
  worth: (attraction: Attraction) => number,
): { near: Near<Attraction>; value: number } | undefined {
  let best: { near: Near<Attraction>; value: number; crowded: boolean } | undefined;
  for (const near of left) {
    const alike = chosen.filter(({ kind }) => kind === near.spot.kind).length;
    const crowded = alike >= sameKindAtMost;
    const value = (worth(near.spot) * lessForSameKind ** alike) / (1 + near.km / halfAtKm);
    // A third museum is taken only where there are nothing but museums.
    const better = best === undefined || (crowded === best.crowded ? value > best.value : best.crowded);
    if (better) best = { near, value, crowded };
  }
  return best;
}

/**
 * In the order of the shortest steps, without the stops farthest from `start` if it would be too long a way.
 *
 * @param from where the day before ended
 */
export function shortWay(
  stops: readonly Attraction[],
  start: Attraction,
  from: Spot | undefined,
): readonly Attraction[] {
  const far = stops.toSorted((a, b) => kmBetween(start, b) - kmBetween(start, a));
  const first = from ? stops.toSorted((a, b) => kmBetween(from, a) - kmBetween(from, b))[0] : far[0];
  const way = nearestNext(stops, first ?? start);
  if (way.length < 2 || wayKm(way) <= dayWayKm) return way;
  return shortWay(
    stops.filter((stop) => stop !== far[0]),
    start,
    from,
  );
}
