import { type Comparison, ratio, ratios } from '../measure/compare.ts';
import { median, quantile } from '../measure/quantile.ts';
import { concurrency } from '../measure/router-side.ts';
import type { MetricsResult } from './bench.ts';

const percent = (multiple: number): string =>
  `${multiple < 1 ? '−' : '+'}${(Math.abs(multiple - 1) * 100).toFixed(1)} %`;

/** The result as Markdown. `command` gives it again. */
export function renderMetrics(result: MetricsResult, command: string): string {
  const { comparisons, alone, scrape, rounds, batch, machine } = result;
  const row = (comparison: Comparison): string => {
    const all = ratios(comparison);
    const [without, with_] = [median(comparison.small), median(comparison.large)].map((ms) => ms.toPrecision(3));
    const spread = `${percent(quantile(all, 0.25))} … ${percent(quantile(all, 0.75))}`;
    return `| ${comparison.name} | ${without} | ${with_} | ${percent(ratio(comparison))} | ${spread} |`;
  };
  return `\`\`\`sh
${command}
\`\`\`

# What metrics cost the router

| query | without, ms | with, ms | more | middle half of the rounds |
|---|--:|--:|--:|--:|
${comparisons.map(row).join('\n')}

Milliseconds are processor time of a query in a process that holds both routers and the client; the subgraphs, those of the comparison
of [gateways](gateways.md), have one of their own. ${rounds} rounds of ${batch} queries on each side, in turns, ${concurrency} at a time. The
increase is the median of the rounds' ratios, and on a busy machine says no more than that it is small.

Over and over, with nothing between, counting and timing take ${alone.operation.toFixed(2)} µs of an operation and ${alone.fetch.toFixed(2)} µs of each of its fetches.

With 500 operations told apart, what Prometheus reads are ${Math.round(scrape.bytes / 1024)} KB, which take ${scrape.milliseconds.toFixed(1)} ms each time.

${machine}
`;
}
