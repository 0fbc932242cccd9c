import { type Comparison, ratio, ratios } from '../measure/compare.ts';
import { median, quantile } from '../measure/quantile.ts';
import { concurrency } from '../measure/router-side.ts';
import type { TracingResult } from './bench.ts';

const percent = (multiple: number): string =>
  `${multiple < 1 ? '−' : '+'}${(Math.abs(multiple - 1) * 100).toFixed(1)} %`;

/** The result as Markdown. `command` gives it again. */
export function renderTracing({ shares, rounds, batch, machine }: TracingResult, command: string): string {
  const row = (kept: string, comparison: Comparison): string => {
    const all = ratios(comparison);
    const [without, with_] = [median(comparison.small), median(comparison.large)].map((ms) => ms.toPrecision(3));
    const spread = `${percent(quantile(all, 0.25))} … ${percent(quantile(all, 0.75))}`;
    return `| ${kept} | ${comparison.name} | ${without} | ${with_} | ${percent(ratio(comparison))} | ${spread} |`;
  };
  const rows = shares.flatMap(({ share, comparisons }) =>
    comparisons.map((comparison) => row(share === undefined ? 'off on both sides' : String(share), comparison)),
  );
  return `\`\`\`sh
${command}
\`\`\`

# What tracing costs the router

| share of traces kept | query | off, ms | on, ms | more | middle half of the rounds |
|---|---|--:|--:|--:|--:|
${rows.join('\n')}

Milliseconds are processor time of a query in a process that holds both routers, the client, and the sending of the spans; the subgraphs, those of the
comparison of [gateways](gateways.md), and the collector have processes of their own. ${rounds} rounds of ${batch} queries on each side, in
turns, ${concurrency} at a time. The increase is the median of the rounds' ratios. Two routers of which none traces show how much of it is chance.

${machine}
`;
}
