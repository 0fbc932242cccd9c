import { median, quantile } from '../measure/quantile.ts';
import { type JourneysResult, type Measured, profileClients } from './bench.ts';
import { type Costs, medianOf } from './costs.ts';
import { renderSplit } from './report-split.ts';

const milliseconds = (ms: number): string => ms.toFixed(ms < 10 ? 2 : 1);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The result as Markdown. `command` gives it again. */
export function renderJourneys(result: JourneysResult, command: string): string {
  const own = result.measured.filter(({ checkout }) => checkout === 'this');
  const compared = result.measured.some(({ checkout }) => checkout === 'before');
  return `\`\`\`sh
${command}
\`\`\`

# What journeys cost

A journey is what somebody does, from the client through the router and the subgraphs to PostgreSQL and back. In one process Moa runs as
\`npm start\` runs it, and the router calls subgraphs without a socket; in many it runs as docker-compose.yml runs it, each part by itself and
with Redis.

## How long, and how much

| journey | form | | p50, ms | p99, ms | Moa, ms | PostgreSQL, ms | Redis, ms | round trips | statements |
|---|---|---|--:|--:|--:|--:|--:|--:|--:|
${own.map(summaryRows).join('\n')}

One client travels again and again, with nobody else about. Moa, PostgreSQL and Redis are processor time of one journey; round trips are those to
PostgreSQL, and the statements that they carried. What goes on in any case is taken off (see below), so that the last figures may be off by a tenth.
${compared ? `\n${comparison(result)}\n` : ''}
## Where the time of Moa's processes goes

${own.map(renderSplit).join('\n\n')}

## At rest

| form | Moa, ms | PostgreSQL, ms | Redis, ms | round trips | statements |
|---|--:|--:|--:|--:|--:|
${result.rest
  .filter(({ checkout }) => checkout === 'this')
  .map(({ form, rest }) => row([form, ...costCells(rest)]))
  .join('\n')}

In a second in which nobody asks for anything: outboxes are looked through, queues are asked for work, and timers run.

## How it was measured

${result.rounds} rounds after one that warms up; in each, every journey is travelled for ${result.seconds} s in each form, one after the other, and who begins takes turns.
p50 and p99 are of all journeys of all rounds, costs the medians of the rounds; what a second at rest costs is measured in each round, too. Every form has a PostgreSQL of its own, without fsync, and
people who have a dozen orders, plans, people whom they follow, and messages of all that. For a path, each pair of stations is asked for once, so that the
router's cache helps nobody.

Moa's processes count for themselves: processor time as the system tells it, round trips and statements where pg hears that they are
done. Where the time goes is what V8's profiler saw, four times in a millisecond, in all processes while ${profileClients} clients travelled for ${result.profileSeconds} s: the time in a
package's own code and not in what it calls. Built-in functions count for their caller, but for those of JSON. The profiler slows
everything down a little, so shares are right and milliseconds are the shares of the time without it.

${result.machine}; ${result.loads.map((load) => load.toFixed(1)).join(' and then ')} programs wanted a processor in the minute before the run and in its last.
`;
}

function summaryRows({ journey, form, stages, times, costs }: Measured): string {
  return stages
    .map((stage, index) => {
      const reached = times[index] ?? [];
      const took = [milliseconds(quantile(reached, 0.5)), milliseconds(quantile(reached, 0.99))];
      const last = index === stages.length - 1;
      return row([journey, form, stage, ...took, ...(last ? costCells(medianOf(costs)) : ['', '', '', '', ''])]);
    })
    .join('\n');
}

const costCells = ({ moa, postgres, redis, roundTrips, statements }: Costs): readonly string[] => [
  ...[moa, postgres, redis].map((ms) => milliseconds(Math.max(0, ms))),
  ...[roundTrips, statements].map((number) => Math.max(0, number).toFixed(1)),
];

function comparison({ measured }: JourneysResult): string {
  const rows = measured
    .filter(({ checkout }) => checkout === 'before')
    .flatMap((before) => {
      const now = measured.find(
        (one) => one.checkout === 'this' && one.journey === before.journey && one.form === before.form,
      );
      return now ? [row([before.journey, before.form, ...ratioCells(before, now)])] : [];
    });
  return `## Beside the other checkout

| journey | form | Moa: before, ms | now, ms | before ÷ now | all: before, ms | now, ms | before ÷ now | middle half | round trips: before | now |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${rows.join('\n')}

Processor time of one journey; “all” is Moa, PostgreSQL and Redis together. Both ran at the same time and were measured in turns; the ratio
is the median of the rounds' ratios, with the middle half of them behind it.`;
}

const all = ({ moa, postgres, redis }: Costs): number => moa + postgres + redis;

function ratioCells(before: Measured, now: Measured): readonly string[] {
  const [then, today] = [medianOf(before.costs), medianOf(now.costs)];
  const ratios = (of: (costs: Costs) => number) =>
    before.costs.map((cost, round) => of(cost) / (now.costs[round] ? of(now.costs[round]) : Number.NaN));
  const [ofMoa, ofAll] = [ratios(({ moa }) => moa), ratios(all)];
  return [
    ...[milliseconds(then.moa), milliseconds(today.moa), median(ofMoa).toFixed(2)],
    ...[milliseconds(median(before.costs.map(all))), milliseconds(median(now.costs.map(all)))],
    `**${median(ofAll).toFixed(2)}**`,
    `${quantile(ofAll, 0.25).toFixed(2)} – ${quantile(ofAll, 0.75).toFixed(2)}`,
    ...[then.roundTrips.toFixed(1), today.roundTrips.toFixed(1)],
  ];
}
