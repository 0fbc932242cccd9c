import type { Attraction } from './attraction.ts';
import { type DayTrip, dayAround, shortWay } from './day-trip.ts';
import { kmBetween, type Near } from './distance.ts';

/** Days begin at one of this many sights; more would change little and take longer. */
const startsTried = 16;
/** A day that begins this far from where the last one ended counts half. */
const halfAtKm = 40;
/** A day of fewer stops counts for much less. */
const enoughStops = 3;

export type TripPlan = {
  /** What is to be seen, each at most once. */
  readonly attractions: readonly Attraction[];
  readonly days: number;
  readonly stopsPerDay: number;
  readonly worth: (attraction: Attraction) => number;
  /** What lies within a day's radius of a sight, itself left out. */
  readonly neighbours: (attraction: Attraction) => readonly Near<Attraction>[];
};

/** The stops of each day, which lie near each other. A day is left free when everything was seen before. */
export function planDays({
  attractions,
  days,
  stopsPerDay,
  worth,
  neighbours,
}: TripPlan): readonly (readonly Attraction[])[] {
  const left = new Set(attractions);
  const trip: (readonly Attraction[])[] = [];
  for (let day = 0; day < days; day += 1) {
    // Fewer a day, so that there is something for each of the days to come.
    const stops = Math.max(1, Math.min(stopsPerDay, Math.floor(left.size / (days - day))));
    const from = trip.flat().at(-1);
    const nearness = (start: Attraction) => (from ? 1 / (1 + kmBetween(from, start) / halfAtKm) : 1);
    let best: (DayTrip & { start: Attraction }) | undefined;
    for (const start of mostPromising(left, (attraction) => worth(attraction) * nearness(attraction))) {
      const near = neighbours(start).filter(({ spot }) => left.has(spot));
      const tried = dayAround(start, near, { stops, worth });
      const thin = Math.min(1, tried.stops.length / Math.min(stops, enoughStops)) ** 2;
      const value = tried.value * nearness(start) * thin;
      if (best === undefined || value > best.value) best = { start, stops: tried.stops, value };
    }
    const way = best ? shortWay(best.stops, best.start, from) : [];
    for (const stop of way) left.delete(stop);
    trip.push(way);
  }
  return trip;
}

function mostPromising(
  left: ReadonlySet<Attraction>,
  promise: (attraction: Attraction) => number,
): readonly Attraction[] {
  return [...left]
    .map((attraction) => ({ attraction, promise: promise(attraction) }))
    .sort((a, b) => b.promise - a.promise)
    .slice(0, startsTried)
    .map(({ attraction }) => attraction);
}
