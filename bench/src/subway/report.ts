import { ratio, ratios } from '../measure/compare.ts';
import { median, quantile } from '../measure/quantile.ts';
import { count, milliseconds, multiple } from '../orders/figures.ts';
import type { Beside, BesideComparison, SubwayResult } from './bench.ts';
import type { CriterionTimes, FinderTimes, Spread } from './finder.ts';
import { knownPaths, newPaths } from './questions.ts';
import { concurrency } from './serve.ts';

/** What 99 of 100 searches may take, in milliseconds. */
const goal = 2;

/** The result as Markdown. `command` gives it again. */
export function renderSubway(result: SubwayResult, command: string): string {
  const { finder, comparisons, questions, rounds, batch, machine } = result;
  const beside = (name: Beside) => comparisons.filter((comparison) => comparison.beside === name);
  return `\`\`\`sh
${command}
\`\`\`

# How fast the subway answers

${searchSection(finder)}
## Through the router

${verdict(comparisons)}

${routerTable('in memory', beside('memory'))}
${beside('Redis').length === 0 ? 'No router kept answers in Redis: TEST_REDIS_URL was not set.\n' : routerTable('in Redis', beside('Redis'))}
${rounds} rounds; in each, ${batch} questions of a kind at one router, then as many at the other, ${concurrency} at a time; who begins changes from round to
round. What is asked again and again are up to ${count(questions)} different questions of a kind. The factor is the median of the rounds' ratios of
requests per second; p50 and p99 are over all ${count(rounds * batch)} requests. Both routers stand before the same listening subgraph. Before the first round
both were asked everything that is asked again and gave the same answers, and who keeps answers had them all; “reached” is how many of
the requests came to the subgraph all the same, by its own count. The client's own time is in all of it, so a router by itself gains more.

## What of it is the cache, and what the subgraph

${partsTable(comparisons)}

${partsInWords(result)}

${machine}; client, routers and subgraph in one process, PostgreSQL and Redis beside it, all on a machine that has other work too.
`;
}

function searchSection({ criteria, pairs, all, making }: FinderTimes): string {
  const seconds = [all.own, all.clock, all.processor].map((ms) => `${(ms / 1_000).toFixed(1)} s`);
  return `## The search by itself

${searchVerdict(criteria)}

| criterion | by itself: p50, ms | p99 | of the rounds | max | by the clock: p50, ms | p99 | of the rounds | max | of a processor, ms |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${criteria.map(searchRow).join('\n')}

One call of the finder after the other in a process, nothing around it and nothing remembered: ${count(pairs)} random pairs of stations, the same
in each of ${criteria[0]?.clock.length ?? 0} rounds, after one to warm up. p50 and p99 are the medians of the rounds' own; between which of them p99 lay stands beside it, and max is
the longest of all. “By the clock” is what somebody waits. “By itself” is that without the time in which the thread could have run and
other programs had all processors, which Linux counts (\`schedstat\`, the same as by the clock elsewhere); garbage collection is in both.
The last column is the mean processor time of a search.

${count(all.ways)} ways by ${all.by}, one after the other: ${seconds[0]} by themselves, ${seconds[1]} by the clock, \
${seconds[2]} of a processor. Making the finder after a change of the network, cold: ${milliseconds(making)} ms.
`;
}

function searchVerdict(criteria: readonly CriterionTimes[]): string {
  const highest = (of: 'own' | 'clock') => Math.max(...criteria.map((times) => medianOf(times[of], 'p99')));
  const [own, clock] = [highest('own'), highest('clock')];
  if (clock < goal)
    return `p99 is less than ${goal} ms: at most ${milliseconds(clock)} ms by the clock, whatever the criterion.`;
  const worst = Math.max(...criteria.flatMap(({ own }) => own.map(({ p99 }) => p99)));
  const late = `**By the clock it was up to ${milliseconds(clock)} ms** on this machine`;
  if (own >= goal) return `**p99 is more than ${goal} ms**: up to ${milliseconds(own)} ms by itself. ${late}.`;
  return `p99 of what a search takes by itself is less than ${goal} ms: at most ${milliseconds(own)} ms, whatever the criterion, and ${milliseconds(worst)} ms in the worst round. \
${late}, where it had to wait for a processor.`;
}

const medianOf = (rounds: readonly Spread[], figure: keyof Spread): number =>
  median(rounds.map((round) => round[figure]));

function searchRow({ by, own, clock, processor }: CriterionTimes): string {
  const figures = (rounds: readonly Spread[]): readonly string[] => {
    const p99s = rounds.map(({ p99 }) => p99);
    return [
      ...[medianOf(rounds, 'p50'), medianOf(rounds, 'p99')].map(milliseconds),
      `${milliseconds(Math.min(...p99s))} – ${milliseconds(Math.max(...p99s))}`,
      milliseconds(Math.max(...rounds.map(({ max }) => max))),
    ];
  };
  return `| ${[by, ...figures(own), ...figures(clock), milliseconds(processor)].join(' | ')} |`;
}

function verdict(comparisons: readonly BesideComparison[]): string {
  const gains = (['memory', 'Redis'] as const).flatMap((where) => {
    const kept = comparisons.filter(({ beside, name }) => beside === where && name !== newPaths).map(ratio);
    return kept.length === 0
      ? []
      : [`${multiple(Math.min(...kept))} to ${multiple(Math.max(...kept))} times in ${where}`];
  });
  return `Where the same is asked again, a router that keeps answers gives more of them a second than one that keeps none: ${gains.join(', ')}.`;
}

const routerTable = (where: string, comparisons: readonly BesideComparison[]): string =>
  `| answers kept ${where} | none kept: requests/s | p50, ms | p99 | kept: requests/s | p50, ms | p99 | reached | factor | middle half of the rounds |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${comparisons.map(routerRow).join('\n')}
`;

function routerRow(comparison: BesideComparison): string {
  const { name, small, large, every, reached } = comparison;
  const figures = ([costs, times]: readonly [readonly number[], readonly number[]]) => [
    count(Math.round(1_000 / median(costs))),
    milliseconds(median(times)),
    milliseconds(quantile(times, 0.99)),
  ];
  const all = ratios(comparison);
  const spread = `${multiple(quantile(all, 0.25))} – ${multiple(quantile(all, 0.75))}`;
  const cells = [...figures([large, every.large]), ...figures([small, every.small])];
  return `| ${[name, ...cells, `${(reached.small * 100).toFixed(1)} %`, multiple(ratio(comparison)), spread].join(' | ')} |`;
}

/** Milliseconds of a processor for a request: of the router that keeps nothing, and of what stands beside it. */
type Parts = { readonly without: number; readonly beside: ReadonlyMap<Beside, number> };

function partsOf(comparisons: readonly BesideComparison[], kind: string): Parts {
  const those = comparisons.filter(({ name }) => name === kind);
  return {
    // Measured in turns with the subgraph, which is taken from it.
    without: those.find(({ beside }) => beside === 'subgraph')?.processor.large ?? Number.NaN,
    beside: new Map(those.map(({ beside, processor }) => [beside, processor.small])),
  };
}

function partsTable(comparisons: readonly BesideComparison[]): string {
  const kinds = [...new Set(comparisons.map(({ name }) => name))];
  const row = (kind: string): string => {
    const { without, beside } = partsOf(comparisons, kind);
    const subgraph = beside.get('subgraph') ?? Number.NaN;
    const kept = (['memory', 'Redis'] as const).map((name) => {
      const cost = beside.get(name);
      return cost === undefined ? '–' : milliseconds(cost);
    });
    return `| ${[kind, milliseconds(without), milliseconds(subgraph), milliseconds(without - subgraph), ...kept].join(' | ')} |`;
  };
  return `| processor time of a request, ms | router without a cache | of it the subgraph | of it the router | kept in memory | kept in Redis |
|---|--:|--:|--:|--:|--:|
${kinds.map(row).join('\n')}`;
}

function partsInWords({ comparisons, questions, finder }: SubwayResult): string {
  const [known, fresh] = [partsOf(comparisons, knownPaths), partsOf(comparisons, newPaths)];
  const subgraph = ({ beside }: Parts) => beside.get('subgraph') ?? Number.NaN;
  const searches = finder.criteria
    .filter(({ by }) => by === 'DURATION' || by === 'DISTANCE')
    .reduce((sum, { processor }) => sum + processor, 0);
  const misses = comparisons
    .filter(({ name, beside }) => name === newPaths && beside !== 'subgraph')
    .map((comparison) => `${multiple(ratio(comparison))} (${comparison.beside})`);
  return `Processor time depends less than the clock on what else the machine does; two runs still gave up to twice the one
figure for the same. “The subgraph” was measured by asking it the same questions past every router; “the router” is the rest: its own HTTP, its checks of the question, and the way to the subgraph and back. All columns but
“of it the router” have the client in them.

- **The cache** saves the subgraph whole, and the way to it. What is left of a request is what every request costs at the
  router, and looking the answer up.
- **The subgraph** remembers the last 1,000 searches itself, and the ${questions} pairs are among them, so the search is in no figure of that row, cache
  or not: it takes ${milliseconds(subgraph(known))} ms for a pair that it has answered before and ${milliseconds(subgraph(fresh))} ms for one that it has not.
  A search for the way and one for the fare are in that, which by themselves take ${milliseconds(searches)} ms of a processor; where the rest goes is not measured here.
- **A question that nobody asked before** is not helped by the router's cache, which looks in vain and keeps the answer: requests per
  second were ${misses.join(', ')} times those without a cache.`;
}
