import type { Point } from '../../map/point.ts';

/** As the crow flies; over a city, degrees are as good as metres once those of longitude are as short as they are there. */
const squaredDistance = (here: Point, there: Point): number => {
  const east = (there.longitude - here.longitude) * Math.cos((here.latitude * Math.PI) / 180);
  return east ** 2 + (there.latitude - here.latitude) ** 2;
};

/** @returns nothing where there are no stations at all */
export function nearestStation<Station extends Point>(here: Point, stations: Iterable<Station>): Station | undefined {
  let nearest: Station | undefined;
  for (const station of stations)
    if (!nearest || squaredDistance(here, station) < squaredDistance(here, nearest)) nearest = station;
  return nearest;
}
