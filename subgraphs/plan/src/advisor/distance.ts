/** Degrees, WGS84. */
export type Spot = { readonly latitude: number; readonly longitude: number };

const earthRadiusKm = 6_371.0088;
const radians = Math.PI / 180;
const kmPerDegreeOfLatitude = 111;

/**
 * As the crow flies: bridges, mountains and ferries are not known here. The haversine formula, as d3-geo's `geoDistance` takes a
 * hundred times as long and a plan asks for thousands of distances.
 */
export function kmBetween(a: Spot, b: Spot): number {
  const [latitudeA, latitudeB] = [a.latitude * radians, b.latitude * radians];
  const vertical = Math.sin((latitudeB - latitudeA) / 2) ** 2;
  const horizontal = Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2;
  const haversine = vertical + Math.cos(latitudeA) * Math.cos(latitudeB) * horizontal;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(haversine));
}

/** The length of a way from each to the next. */
export const wayKm = (spots: readonly Spot[]): number =>
  spots.reduce((sum, spot, index) => sum + kmBetween(spots[index - 1] ?? spot, spot), 0);

/** Finds what lies within `km` of a spot: nearest first, with its distance. */
export function within<S extends Spot>(spots: readonly S[], center: Spot, km: number): readonly Near<S>[] {
  const degrees = km / kmPerDegreeOfLatitude + 0.01;
  return spots
    .filter(({ latitude }) => Math.abs(latitude - center.latitude) <= degrees)
    .map((spot) => ({ spot, km: kmBetween(center, spot) }))
    .filter((near) => near.km <= km)
    .sort((a, b) => a.km - b.km);
}

export type Near<S> = { readonly spot: S; readonly km: number };

/** Shortens a way by always going on to the nearest that is left. */
export function nearestNext<S extends Spot>(spots: readonly S[], first: S): readonly S[] {
  const left = new Set(spots);
  const way: S[] = [];
  for (let next: S | undefined = first; next !== undefined; next = nearest(left, next)) {
    left.delete(next);
    way.push(next);
  }
  return way;
}

function nearest<S extends Spot>(spots: Iterable<S>, from: Spot): S | undefined {
  let found: Near<S> | undefined;
  for (const spot of spots) {
    const km = kmBetween(from, spot);
    if (found === undefined || km < found.km) found = { spot, km };
  }
  return found?.spot;
}
