import { quantile } from '../measure/quantile.ts';
import { count, milliseconds } from '../orders/figures.ts';
import type { AdvisorTimes } from './bench.ts';

/** What an itinerary may take in the middle, in milliseconds. */
const goal = 1;

/** The result as Markdown. `command` gives it again. */
export function renderAdvisor({ groups, processor, opening, rounds, machine }: AdvisorTimes, command: string): string {
  const every = groups.flatMap(({ times }) => times);
  const row = (name: string, times: readonly number[]) =>
    `| ${name} | ${count(times.length)} | ${[0.5, 0.9, 0.99].map((share) => milliseconds(quantile(times, share))).join(' | ')} |`;
  const middle = quantile(every, 0.5);
  const verdict = middle <= goal ? `Less than ${goal} ms in the middle.` : `**More than ${goal} ms in the middle.**`;
  return `\`\`\`sh
${command}
\`\`\`

# How long the offline advisor takes for an itinerary

${verdict}

| itineraries | how many | p50, ms | p90, ms | p99, ms |
|---|--:|--:|--:|--:|
${groups.map(({ name, times }) => row(name, times)).join('\n')}
| all | ${row('', every).slice(5)}

One takes ${milliseconds(processor)} ms of a processor on average, garbage collection included. Where the last columns are far above that, other
programs had the processor meanwhile.

${rounds} rounds of ${count(every.length / rounds)} itineraries, one at a time in one thread, after a round to warm up: of regions, towns, single sights, a
place without any and no place at all; with and without wishes, for one to six people. With a budget several ways to travel may be tried.
Reading and indexing the attractions takes ${milliseconds(opening)} ms, once.

${machine}
`;
}
