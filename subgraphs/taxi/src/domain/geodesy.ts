import { geoDistance, geoInterpolate } from 'd3-geo';
import type { Point } from './point.ts';

const earthRadiusMeters = 6_371_008.8;

/** Longitude first, as GeoJSON wants it. */
export const position = ({ latitude, longitude }: Point): [number, number] => [longitude, latitude];

/** A spot on Earth, and neither NaN nor out of range. */
export const isPoint = ({ latitude, longitude }: Point): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

/** The great-circle distance between two spots, in metres. */
export const airlineMeters = (a: Point, b: Point): number => geoDistance(position(a), position(b)) * earthRadiusMeters;

/** The spot at a share of the way along the great circle: 0 is `from`, 1 is `to`. */
export function greatCircle(from: Point, to: Point): (share: number) => Point {
  const along = geoInterpolate(position(from), position(to));
  return (share) => {
    const [longitude, latitude] = along(share);
    return { latitude, longitude };
  };
}
