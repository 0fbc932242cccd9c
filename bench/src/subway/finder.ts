import { randomInt } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { createPathFinder, type Network, type PathCriterion, type PathFinder } from '@moa/subway-subgraph';
import { median, quantile } from '../measure/quantile.ts';
import { watchWaiting } from '../measure/waiting.ts';

export type FinderBench = {
  readonly rounds: number;
  /** Pairs of stations, the same in each round. */
  readonly pairs: number;
  /** Stations whose ways to all others are timed together; all of them when left out. */
  readonly origins?: number | undefined;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

/** In milliseconds. */
export type Spread = { readonly p50: number; readonly p99: number; readonly max: number };

export type CriterionTimes = {
  readonly by: PathCriterion;
  /** Of each round, by the clock: other programs that had the processor meanwhile are in it. */
  readonly clock: readonly Spread[];
  /** Of each round, without the time in which others had all processors; garbage collection is in it. */
  readonly own: readonly Spread[];
  /** Of a processor for one way on average. */
  readonly processor: number;
};

export type FinderTimes = {
  readonly criteria: readonly CriterionTimes[];
  readonly pairs: number;
  /** Of one call after the other, in milliseconds. */
  readonly all: {
    readonly by: PathCriterion;
    readonly ways: number;
    readonly clock: number;
    readonly own: number;
    readonly processor: number;
  };
  /** Making the finder, once the network has changed. */
  readonly making: number;
};

type Ends = readonly [from: string, to: string];

const criteria = ['DISTANCE', 'DURATION', 'TRANSFERS'] as const satisfies readonly PathCriterion[];
/** Without a break to listen for Ctrl-C. */
const stretch = 250;

/** Times the search for a way by itself: no subgraph, nothing remembered. A first round warms up and is not counted. */
export async function measureFinder(network: Network, bench: FinderBench): Promise<FinderTimes> {
  const stations = [...network.stations.keys()];
  const begun = performance.now();
  const finder = createPathFinder(network);
  const making = performance.now() - begun;

  const pairs = Array.from({ length: bench.pairs }, () => randomEnds(stations));
  const found = criteria.map((by) => ({ by, clock: [] as Spread[], own: [] as Spread[], processor: 0 }));
  for (let round = 0; round <= bench.rounds; round += 1) {
    for (const each of found) {
      const { clock, own, processor } = await timeWays(finder, pairs, each.by, bench.signal);
      if (round === 0) continue;
      each.clock.push(spreadOf(clock));
      each.own.push(spreadOf(own));
      each.processor += processor / (pairs.length * bench.rounds);
    }
    bench.report(round === 0 ? 'finder: warmed up' : `finder: round ${round} of ${bench.rounds}`);
  }
  const all = await timeAll(finder, stations, bench);
  bench.report('finder: all pairs');
  return { criteria: found, pairs: pairs.length, all, making };
}

/** By the criterion that a question has when it names none. */
async function timeAll(finder: PathFinder, stations: readonly string[], { origins, signal }: FinderBench) {
  const by = 'DURATION';
  let [ways, clock, own, processor] = [0, 0, 0, 0];
  for (const from of stations.slice(0, origins)) {
    const pairs = stations.filter((to) => to !== from).map((to): Ends => [from, to]);
    const timed = await timeWays(finder, pairs, by, signal);
    ways += pairs.length;
    clock += sum(timed.clock);
    own += sum(timed.own);
    processor += timed.processor;
  }
  return { by, ways, clock, own, processor } as const;
}

async function timeWays(finder: PathFinder, pairs: readonly Ends[], by: PathCriterion, signal: AbortSignal) {
  const [clock, own]: [number[], number[]] = [[], []];
  const waiting = watchWaiting();
  const before = process.threadCpuUsage();
  try {
    for (const [from, to] of pairs) {
      if (clock.length % stretch === 0) {
        await breathe();
        signal.throwIfAborted();
      }
      const waited = waiting.ms();
      const begun = performance.now();
      const path = finder.find(from, to, by);
      const took = performance.now() - begun;
      const wait = waiting.ms() - waited;
      clock.push(took);
      // A wait that is longer than the search was in the looking at it.
      own.push(wait < took ? took - wait : took);
      if (!path) throw new Error(`No trains connect ${from} with ${to}: there is nothing to time.`);
    }
  } finally {
    waiting.close();
  }
  const after = process.threadCpuUsage();
  return { clock, own, processor: (after.user + after.system - before.user - before.system) / 1_000 };
}

const sum = (times: readonly number[]): number => times.reduce((total, time) => total + time, 0);

const spreadOf = (times: readonly number[]): Spread => ({
  p50: median(times),
  p99: quantile(times, 0.99),
  max: quantile(times, 1),
});

/** Two different stations. */
export function randomEnds(stations: readonly string[]): Ends {
  const from = randomInt(stations.length);
  const to = (from + randomInt(1, stations.length)) % stations.length;
  return [stations[from] ?? '', stations[to] ?? ''];
}
