import { isDeepStrictEqual } from 'node:util';
import { type Line, stopsOf } from '../domain/line.ts';
import type { Network } from '../domain/network.ts';
import { createPathFinder, type PathFinder } from '../domain/path-finder.ts';
import type { Station } from '../domain/station.ts';
import { createStationSearch, type StationSearch } from '../domain/station-search.ts';
import { rememberPaths } from './remembered-paths.ts';

/** One state of the network, with what answers questions about it fast. It never changes; an edit makes another one. */
export type NetworkView = {
  readonly version: number;
  readonly network: Network;
  /** Between stations of this view. */
  readonly paths: PathFinder;
  readonly search: StationSearch;
  /** Those that call at a station, in their order. */
  readonly linesOf: (stationId: string) => readonly Line[];
  /** Those where trains call. */
  readonly served: readonly Station[];
};

/** `before` is what the view takes the place of: most edits leave the stations alone, and with them the search. */
export function viewOf(version: number, network: Network, before?: NetworkView): NetworkView {
  const linesByStation = new Map<string, Line[]>();
  for (const line of network.lines.values()) {
    for (const id of stopsOf(line)) linesByStation.set(id, [...(linesByStation.get(id) ?? []), line]);
  }
  return {
    version,
    network,
    // Made when they are first called: most of what follows an edit is the next edit.
    paths: latePaths(() => rememberPaths(createPathFinder(network))),
    search:
      before && isDeepStrictEqual(before.network.stations, network.stations)
        ? before.search
        : lateSearch(() => createStationSearch(network.stations.values())),
    linesOf: (stationId) => linesByStation.get(stationId) ?? [],
    served: [...network.stations.values()].filter(({ id }) => linesByStation.has(id)),
  };
}

function latePaths(make: () => PathFinder): PathFinder {
  let made: PathFinder | undefined;
  return {
    find(from, to, by) {
      made ??= make();
      return made.find(from, to, by);
    },
  };
}

function lateSearch(make: () => StationSearch): StationSearch {
  let made: StationSearch | undefined;
  return (text) => {
    made ??= make();
    return made(text);
  };
}
