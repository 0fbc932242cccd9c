/** Degrees, WGS84. */
export type Place = { readonly latitude: number; readonly longitude: number };

/** Whether these are degrees at all. */
export const isOnEarth = ({ latitude, longitude }: Place): boolean =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;

const earthRadiusMeters = 6_371_008.8;
const radians = Math.PI / 180;

/** As the crow flies, by the haversine formula. */
export function metersBetween(a: Place, b: Place): number {
  const [latitudeA, latitudeB] = [a.latitude * radians, b.latitude * radians];
  const vertical = Math.sin((latitudeB - latitudeA) / 2) ** 2;
  const horizontal = Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2;
  const haversine = vertical + Math.cos(latitudeA) * Math.cos(latitudeB) * horizontal;
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
