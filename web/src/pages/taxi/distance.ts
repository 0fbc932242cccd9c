import type { Point } from '../../map/point.ts';

const metersPerDegree = 111_195;

/** As the crow flies, in metres. Within a city the Earth is flat enough. */
export function airlineMeters(from: Point, to: Point): number {
  const north = to.latitude - from.latitude;
  const east = (to.longitude - from.longitude) * Math.cos((from.latitude * Math.PI) / 180);
  return Math.hypot(north, east) * metersPerDegree;
}

/** Where one is after `meters` of the straight way; at the goal when it is not so far. */
export function towards(from: Point, goal: Point, meters: number): Point {
  const left = airlineMeters(from, goal);
  if (left <= meters) return { latitude: goal.latitude, longitude: goal.longitude };
  const share = meters / left;
  return {
    latitude: from.latitude + (goal.latitude - from.latitude) * share,
    longitude: from.longitude + (goal.longitude - from.longitude) * share,
  };
}
