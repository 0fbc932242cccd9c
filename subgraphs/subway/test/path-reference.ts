import type { Network } from '../src/domain/network.ts';
import type { PathCriterion } from '../src/domain/path-finder.ts';

type Ride = {
  readonly line: string;
  readonly from: string;
  readonly to: string;
  readonly meters: number;
  readonly seconds: number;
};
type Cost = readonly [number, number];

/** The two costs of the best way, found in the plainest manner: every ride is tried again until nothing gets better. */
export function referenceCost(network: Network, from: string, to: string, by: PathCriterion): Cost | null {
  const rides = ridesIn(network);
  const best = new Map<string, Cost>();
  const offer = (state: string, cost: Cost): boolean => {
    const known = best.get(state);
    if (known && (known[0] < cost[0] || (known[0] === cost[0] && known[1] <= cost[1]))) return false;
    best.set(state, cost);
    return true;
  };
  const lines = [...network.lines.keys()];
  for (let isBetter = true; isBetter; ) {
    isBetter = false;
    for (const ride of rides) {
      const arrival = `${ride.to} by ${ride.line}`;
      if (ride.from === from) isBetter = offer(arrival, costOf(by, ride, null)) || isBetter;
      for (const line of lines) {
        const before = best.get(`${ride.from} by ${line}`);
        if (!before) continue;
        const walk = line === ride.line ? null : walkSeconds(network, ride.from, line, ride.line);
        const [first, second] = costOf(by, ride, walk);
        isBetter = offer(arrival, [before[0] + first, before[1] + second]) || isBetter;
      }
    }
  }
  const arrivals = lines.flatMap((line) => {
    const cost = best.get(`${to} by ${line}`);
    return cost ? [cost] : [];
  });
  return arrivals.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])[0] ?? null;
}

const costOf = (by: PathCriterion, { meters, seconds }: Ride, walk: number | null): Cost => {
  const [time, changes] = [seconds + (walk ?? 0), walk === null ? 0 : 1];
  switch (by) {
    case 'DISTANCE':
      return [meters, time];
    case 'DURATION':
      return [time, changes];
    case 'TRANSFERS':
      return [changes, time];
  }
};

const walkSeconds = ({ transfers }: Network, station: string, a: string, b: string): number =>
  transfers.find(({ stationId, lineIds }) => stationId === station && lineIds.includes(a) && lineIds.includes(b))
    ?.walkSeconds ?? 89;

export const ridesIn = ({ lines }: Network): readonly Ride[] =>
  [...lines.values()].flatMap(({ id, branches }) =>
    branches.flatMap(({ stops, sections, isOneWay }) =>
      sections.flatMap(({ distanceMeters: meters, durationSeconds: seconds }, index) => {
        const [up = '', down = ''] = [stops[index], stops[index + 1]];
        const there = { line: id, from: up, to: down, meters, seconds };
        return isOneWay ? [there] : [there, { ...there, from: down, to: up }];
      }),
    ),
  );

/** Metres of the shortest way between all stations, by Floyd and Warshall; infinite where there is none. */
export function shortestWays(network: Network): (from: string, to: string) => number {
  const indices = new Map([...network.stations.keys()].map((id, index) => [id, index]));
  const size = indices.size;
  const at = (id: string): number => indices.get(id) ?? Number.NaN;
  const ways = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
  const get = (from: number, to: number): number => ways[from * size + to] ?? Number.NaN;
  for (let index = 0; index < size; index++) ways[index * size + index] = 0;
  for (const { from, to, meters } of ridesIn(network))
    ways[at(from) * size + at(to)] = Math.min(meters, get(at(from), at(to)));
  for (let via = 0; via < size; via++)
    for (let from = 0; from < size; from++) {
      const first = get(from, via);
      if (first === Number.POSITIVE_INFINITY) continue;
      for (let to = 0; to < size; to++)
        if (first + get(via, to) < get(from, to)) ways[from * size + to] = first + get(via, to);
    }
  return (from, to) => get(at(from), at(to));
}
