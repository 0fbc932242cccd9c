import { geoBounds, geoContains } from 'd3-geo';
import districts from '../../data/seoul_districts.json' with { type: 'json' };
import { airlineMeters, isPoint, position } from './geodesy.ts';
import type { Point } from './point.ts';

/** One of the 25 districts (구) of Seoul. `code` is that of Statistics Korea (KOSTAT). */
export type District = { readonly code: string; readonly nameKo: string; readonly nameEn: string };

const cityHall: Point = { latitude: 37.5663, longitude: 126.9779 };

/** How far from City Hall cars drive and rides end, by air line. */
const farthestMeters = 60_000;

/**
 * The rings of the file run clockwise: d3 takes what lies on a ring's right for its inside. The order of RFC 7946 is the
 * other one, with which a district would be the whole Earth but itself.
 */
const areas = districts.features.map(({ properties, geometry: { coordinates } }) => {
  const polygon = { type: 'Polygon' as const, coordinates };
  const district: District = { code: properties.code, nameKo: properties.name, nameEn: properties.name_eng };
  return { district, polygon, bounds: geoBounds(polygon) };
});

/** The district that a spot lies in; null out of the city. */
export function districtOf(point: Point): District | null {
  const [longitude, latitude] = position(point);
  const area = areas.find(
    // The box first: it spares 24 of 25 polygons.
    ({ polygon, bounds: [[west, south], [east, north]] }) =>
      longitude >= west &&
      longitude <= east &&
      latitude >= south &&
      latitude <= north &&
      geoContains(polygon, [longitude, latitude]),
  );
  return area?.district ?? null;
}

/** Rides begin in the city. */
export const isPickupServed = (point: Point): boolean => isPoint(point) && districtOf(point) !== null;

/** Cars drive, and rides end, in the city or around it. */
export const isInServiceArea = (point: Point): boolean =>
  isPoint(point) && airlineMeters(cityHall, point) <= farthestMeters;
