import { type Comparison, ratio, ratios } from '../measure/compare.ts';
import { median, quantile } from '../measure/quantile.ts';
import { concurrency, type TrustResult } from './bench.ts';

/** A query may cost this much more for the certainty who asks. */
const target = 0.05;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const milliseconds = (ms: number): string => ms.toPrecision(3);
/** How much more than without. */
const more = (multiple: number): string => `${multiple < 1 ? '−' : '+'}${percent(Math.abs(multiple - 1))}`;

/** The result as Markdown. `command` gives it again. */
export function renderTrust(result: TrustResult, command: string): string {
  const { comparisons, alone, rounds, batch, machine } = result;
  const share = ({ name, large }: Comparison) => (alone.get(name) ?? Number.NaN) / median(large);
  const [usual] = comparisons;
  const kept = usual !== undefined && share(usual) < target && ratio(usual) - 1 < target;
  const row = (comparison: Comparison): string => {
    const { name, small, large } = comparison;
    const all = ratios(comparison);
    const spread = `${more(quantile(all, 0.25))} … ${more(quantile(all, 0.75))}`;
    const [without, with_, itself] = [median(small), median(large), alone.get(name) ?? Number.NaN].map(milliseconds);
    return `| ${name} | ${without} | ${with_} | ${more(ratio(comparison))} | ${spread} | ${itself} | ${percent(share(comparison))} |`;
  };
  return `\`\`\`sh
${command}
\`\`\`

# What it costs that a subgraph knows who asks

${kept ? 'Less' : '**More**'} than ${percent(target)} of a query, for a member who asked within the last half minute.

| who asks | without, ms | with, ms | more | middle half of the rounds | signing and checking alone, ms | their share |
|---|--:|--:|--:|--:|--:|--:|
${comparisons.map(row).join('\n')}

A query of one field through a router and one subgraph that answers at once, so the share is the highest there can be. “Without” is
the same with a signer and a verifier that give a constant. ${rounds} rounds of ${batch} queries on each side, in turns, ${concurrency} at a
time. Milliseconds are processor time of a query, for client, router and subgraph together, which run in one process. The increase is
the median of the rounds' ratios; two runs of the very same thing differ by a few per cent, and the share does not suffer from that.

A token is signed once per member, subgraph and half minute, and verified once: after that both sides look it up. The second row is
what the first question costs, with two operations on Ed25519.

${machine}
`;
}
