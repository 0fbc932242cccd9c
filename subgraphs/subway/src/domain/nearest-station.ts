import { metersBetween, type Place } from './place.ts';
import type { Station } from './station.ts';

/** How far somebody may be sent to a station, in metres. */
const farthest = 5_000;

/** The station that is nearest as the crow flies, with whole metres; null when none is within 5 kilometres. */
export function nearestStation(
  stations: readonly Station[],
  place: Place,
): { readonly station: Station; readonly distanceMeters: number } | null {
  let nearest: Station | null = null;
  let meters = farthest;
  for (const station of stations) {
    const distance = metersBetween(place, station);
    if (distance < meters || (distance === meters && nearest === null)) [nearest, meters] = [station, distance];
  }
  return nearest && { station: nearest, distanceMeters: Math.round(meters) };
}
