import type { Station as StationModel } from '../domain/station.ts';
import type { NetworkView } from '../network/view.ts';
import { mayBeKept } from './cache-hint.ts';
import type { StationResolvers } from './schema.gen.ts';

export const Station: StationResolvers = {
  __resolveReference: async ({ id }, { network }, info) => {
    mayBeKept(info);
    return (await network.view()).network.stations.get(id) ?? null;
  },
  lines: async ({ id }, _arguments, { network }) => (await network.view()).linesOf(id),
};

/** One that a line or path of the same view names. */
export function stationAt({ network }: NetworkView, id: string): StationModel {
  const station = network.stations.get(id);
  if (!station) throw new Error(`The network has no station ${id}, which trains call at.`);
  return station;
}

export const stationsAt = (view: NetworkView, ids: readonly string[]): readonly StationModel[] =>
  ids.map((id) => stationAt(view, id));
