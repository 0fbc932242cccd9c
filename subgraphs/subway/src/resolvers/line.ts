import { won } from '@moa/money';
import { isCircular, type Section, stopsOf } from '../domain/line.ts';
import { mayBeKept } from './cache-hint.ts';
import type { SubwayBranchResolvers, SubwayLineResolvers, SubwaySectionResolvers } from './schema.gen.ts';
import { stationAt, stationsAt } from './station.ts';

/** A section with where it leads. */
export type SectionView = Section & { readonly upStationId: string; readonly downStationId: string };

export const SubwayLine: SubwayLineResolvers = {
  __resolveReference: async ({ id }, { network }, info) => {
    mayBeKept(info);
    return (await network.view()).network.lines.get(id) ?? null;
  },
  surcharge: ({ surcharge }) => won(surcharge),
  stations: async (line, _arguments, { network }) => stationsAt(await network.view(), stopsOf(line)),
};

export const SubwayBranch: SubwayBranchResolvers = {
  isCircular,
  stations: async ({ stops }, _arguments, { network }) => stationsAt(await network.view(), stops),
  sections: ({ stops, sections }) =>
    sections.map((section, index): SectionView => {
      const [upStationId, downStationId] = stops.slice(index);
      if (upStationId === undefined || downStationId === undefined) throw new Error('A section leads nowhere.');
      return { ...section, upStationId, downStationId };
    }),
};

export const SubwaySection: SubwaySectionResolvers = {
  upStation: async ({ upStationId }, _arguments, { network }) => stationAt(await network.view(), upStationId),
  downStation: async ({ downStationId }, _arguments, { network }) => stationAt(await network.view(), downStationId),
};
