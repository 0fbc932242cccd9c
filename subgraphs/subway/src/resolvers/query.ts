import { graphError } from '@moa/subgraph';
import { nextFareChange } from '../domain/fare.ts';
import { type Route, routeBetween } from '../network/route.ts';
import { pageOfStations } from '../network/station-list.ts';
import type { NetworkView } from '../network/view.ts';
import { mayBeKept } from './cache-hint.ts';
import type { QueryResolvers } from './schema.gen.ts';

const longestSearch = 50;

export const Query: QueryResolvers = {
  stations: async (_root, { search, first, after }, { network }) =>
    pageOfStations(await network.view(), { search: searchFrom(search), first, after }),
  station: async (_root, { id }, { network }) => (await network.view()).network.stations.get(id) ?? null,
  subwayLines: async (_root, _arguments, { network }) => [...(await network.view()).network.lines.values()],
  subwayLine: async (_root, { id }, { network }) => (await network.view()).network.lines.get(id) ?? null,
  subwayPath: async (_root, { from, to, by, departAt }, { network, clock }, info) => {
    const now = clock();
    // A path that begins just now costs something else later.
    mayBeKept(info, departAt ? undefined : (nextFareChange(now).getTime() - now.getTime()) / 1_000);
    return findRoute(await network.view(), { from, to, by, departAt: departAt ?? null, now });
  },
};

/** @throws BAD_USER_INPUT when it is too long. Some keyboards send each letter of a Korean syllable on its own. */
function searchFrom(typed: string | null | undefined): string {
  const search = (typed ?? '').normalize('NFC');
  if ([...search].length <= longestSearch) return search;
  throw graphError(
    'BAD_USER_INPUT',
    `검색어는 ${longestSearch}자까지입니다. \`search\` has at most ${longestSearch} characters.`,
  );
}

/** @throws BAD_USER_INPUT that says what is wrong with the two stations */
function findRoute(view: NetworkView, question: Parameters<typeof routeBetween>[1]): Route {
  const { from, to } = question;
  const [origin, destination] = [view.network.stations.get(from), view.network.stations.get(to)];
  if (!origin)
    throw graphError('BAD_USER_INPUT', '출발역을 찾을 수 없습니다. There is no station with the id in `from`.');
  if (!destination)
    throw graphError('BAD_USER_INPUT', '도착역을 찾을 수 없습니다. There is no station with the id in `to`.');
  if (from === to) {
    throw graphError(
      'BAD_USER_INPUT',
      '출발역과 도착역이 같습니다. 서로 다른 역을 골라 주세요. `from` and `to` are the same station; choose two different ones.',
    );
  }
  const route = routeBetween(view, question);
  if (route) return route;
  throw graphError(
    'BAD_USER_INPUT',
    `${origin.name}에서 ${destination.name}까지 가는 노선이 없습니다. No line connects ${origin.nameEn} with ${destination.nameEn}.`,
  );
}
