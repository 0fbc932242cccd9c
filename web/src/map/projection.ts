import { type GeoProjection, geoMercator, geoPath } from 'd3-geo';
import type { FeatureCollection, Polygon } from 'geojson';
import districtsJson from './data/seoul-districts.json';
import type { Point } from './point.ts';

type District = { readonly name: string; readonly nameEn: string };

const districts = districtsJson as FeatureCollection<Polygon, District>; // the file's README says so; JSON modules know no literal types

/** The map's own units; how large it is drawn the page decides. */
export const size = { width: 800, height: 640 } as const;

const margin = 12;
const projection: GeoProjection = geoMercator().fitExtent(
  [
    [margin, margin],
    [size.width - margin, size.height - margin],
  ],
  districts,
);
const path = geoPath(projection);

/** Each district's outline and the place for its name. */
export const shapes = districts.features.map((feature) => {
  const [x, y] = path.centroid(feature);
  return { ...feature.properties, outline: path(feature) ?? '', x, y };
});

/** Where a place lies on the map, in its units. */
export const project = ({ latitude, longitude }: Point): readonly [x: number, y: number] =>
  projection([longitude, latitude]) ?? [0, 0]; // Mercator leaves out only the poles

export function unproject(x: number, y: number): Point {
  const [longitude, latitude] = projection.invert?.([x, y]) ?? [0, 0]; // Mercator can be inverted
  return { latitude, longitude };
}

export const lineThrough = (points: readonly Point[]): string =>
  points
    .map(
      (point, index) =>
        `${index === 0 ? 'M' : 'L'}${project(point)
          .map((value) => value.toFixed(2))
          .join(' ')}`,
    )
    .join('');
