import type { Random } from './random.ts';

/** Degrees, WGS84. */
export type Point = { readonly latitude: number; readonly longitude: number };

/** How fast a car gets through the city, stops included: 25 km/h. */
export const metersPerSecond = 7;

const metersPerDegree = 111_195;
/** How far off the straight way a car may head, in radians: streets do not lead where one wants to go. */
const sway = Math.PI / 5;

/** Good for a city: the Earth is taken as flat between the two. */
export function metersBetween(from: Point, to: Point): number {
  const { north, east } = wayBetween(from, to);
  return Math.hypot(north, east);
}

/** Where a car is `meters` later that wants to get to `to`. Each step brings it nearer, and the last one exactly there. */
export function drive(at: Point, to: Point, meters: number, random: Random): Point {
  const { north, east } = wayBetween(at, to);
  const left = Math.hypot(north, east);
  const heading = Math.atan2(east, north) + random.between(-sway, sway);
  if (meters >= left) return { latitude: to.latitude, longitude: to.longitude };
  return moved(at, meters * Math.cos(heading), meters * Math.sin(heading));
}

/** Somewhere within `meters` of `at`. */
export const near = (at: Point, meters: number, random: Random): Point =>
  moved(at, random.between(-meters, meters) / Math.SQRT2, random.between(-meters, meters) / Math.SQRT2);

export const isAt = (at: Point, to: Point): boolean => at.latitude === to.latitude && at.longitude === to.longitude;

/** Metres to the north and to the east. */
const wayBetween = (from: Point, to: Point) => ({
  north: (to.latitude - from.latitude) * metersPerDegree,
  east: (to.longitude - from.longitude) * metersPerDegree * shrinking(from),
});

const moved = (at: Point, north: number, east: number): Point => ({
  latitude: at.latitude + north / metersPerDegree,
  longitude: at.longitude + east / (metersPerDegree * shrinking(at)),
});

/** Degrees of longitude grow shorter towards the poles. */
const shrinking = ({ latitude }: Point): number => Math.cos((latitude * Math.PI) / 180);
