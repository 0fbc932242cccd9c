import type { Measured } from './bench.ts';
import { medianOf } from './costs.ts';

const shown = 10;
const barWidth = 40;

/** The ten centres and the ten functions that cost most of one journey in one form, with bars. */
export function renderSplit({ journey, form, costs, split }: Measured): string {
  const centres = Object.entries(split.centres).toSorted(([, a], [, b]) => b - a);
  const total = centres.reduce((sum, [, cost]) => sum + cost, 0);
  const { moa } = medianOf(costs);
  const [most = 0] = centres.map(([, cost]) => cost);
  const cells = (cost: number) => `${((cost / total) * 100).toFixed(1)} % | ${((cost / total) * moa).toFixed(2)}`;
  const bar = (cost: number) => '█'.repeat(Math.max(1, Math.round((cost / most) * barWidth)));
  const rest = centres.slice(shown).reduce((sum, [, cost]) => sum + cost, 0);
  return `### ${capital(journey)}, ${form}

| where | share | ms | |
|---|--:|--:|---|
${centres
  .slice(0, shown)
  .map(([centre, cost]) => `| ${centre} | ${cells(cost)} | ${bar(cost)} |`)
  .join('\n')}
| all others | ${cells(rest)} | |

| function | of | share | ms |
|---|---|--:|--:|
${split.functions
  .slice(0, shown)
  .map(({ centre, name, place, cost }) => `| \`${name}\`${place && ` ${place}`} | ${centre} | ${cells(cost)} |`)
  .join('\n')}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
