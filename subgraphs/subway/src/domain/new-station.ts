import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { isName, isNameEn, tidyName } from './name.ts';
import { type CreateStationCode, createStationRefusals } from './refusals.ts';
import type { Station } from './station.ts';

const refuse = refusalsFrom(createStationRefusals);

/** A station that is on no line yet. Whether its name is taken is asked where all names are known. */
export function newStation(about: Station): Outcome<Station, CreateStationCode> {
  const station = { ...about, name: tidyName(about.name), nameEn: tidyName(about.nameEn) };
  const faults = [
    ...(isName(station.name) ? [] : [refuse('NAME_INVALID', 'name')]),
    ...(isNameEn(station.nameEn) ? [] : [refuse('NAME_INVALID', 'nameEn')]),
    ...(Math.abs(station.latitude) <= 90 ? [] : [refuse('COORDINATES_INVALID', 'latitude')]),
    ...(Math.abs(station.longitude) <= 180 ? [] : [refuse('COORDINATES_INVALID', 'longitude')]),
  ];
  return faults.length > 0 ? refused(...faults) : done(station);
}
