import { type Connection, connectionOf, graphError, pageRequest } from '@moa/subgraph';
import { isName, isNameEn } from '../domain/name.ts';
import type { Station } from '../domain/station.ts';
import { createStationSearch } from '../domain/station-search.ts';
import type { NetworkView } from './view.ts';

type Wanted = {
  /** Nothing but spaces finds all. */
  readonly search: string;
  readonly first: number;
  readonly after: string | null | undefined;
};

/**
 * A page of the stations that are found. What a station's place depends on stands in its cursor, so that the list goes on there
 * also when the station itself has gone meanwhile.
 * @throws BAD_USER_INPUT for a page size beyond 1…100 or a cursor that is of no such list
 */
export function pageOfStations(view: NetworkView, { search, first, after }: Wanted): Connection<Station> {
  const page = pageRequest(first, after, (text) => stationFrom(text) !== null);
  const found = view.search(search);
  const last = page.after === null ? null : stationFrom(page.after);
  const begin = last ? placeAfter(last, found, search) : 0;
  return connectionOf(found.slice(begin, begin + first + 1), page, keyOf);
}

/** How many of the found are no further down the list than a station is, or would be. */
function placeAfter(last: Station, found: readonly Station[], search: string): number {
  const place = found.findIndex(({ id }) => id === last.id);
  if (place >= 0) return place + 1;
  if (createStationSearch([last])(search).length === 0) {
    throw graphError('BAD_USER_INPUT', 'The cursor in `after` did not come from this list.');
  }
  // Which of two stations is in front depends on these two alone, so the list may be halved until the place is found.
  let [begin, end] = [0, found.length];
  while (begin < end) {
    const middle = Math.floor((begin + end) / 2);
    const [front] = createStationSearch([...found.slice(middle, middle + 1), last])(search);
    if (front === last) end = middle;
    else begin = middle + 1;
  }
  return begin;
}

const keyOf = ({ id, name, nameEn }: Station): string => JSON.stringify([id, name, nameEn]);

function stationFrom(key: string): Station | null {
  try {
    const fields: unknown = JSON.parse(key);
    if (!Array.isArray(fields) || fields.length !== 3) return null;
    const [id, name, nameEn]: unknown[] = fields;
    if (typeof id !== 'string' || typeof name !== 'string' || typeof nameEn !== 'string') return null;
    return isName(name) && isNameEn(nameEn) ? { id, name, nameEn, latitude: 0, longitude: 0 } : null;
  } catch {
    return null;
  }
}
