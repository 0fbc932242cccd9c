import { ratio, ratios } from '../measure/compare.ts';
import { median, quantile } from '../measure/quantile.ts';
import { count, milliseconds, multiple } from '../orders/figures.ts';
import { type DriversComparison, type DriversResult, type Operation, search } from './bench.ts';
import { hotSpotCount } from './city.ts';

/** A hundred times as many drivers may cost a search this much more. */
const goal = 2;

/** The result as Markdown. `command` gives it again. */
export function renderDrivers(
  result: DriversResult,
  { command, servers }: { command: string; servers: string },
): string {
  const { drivers, comparisons, rounds, batch, machine } = result;
  const [few, many] = [count(drivers.small), count(drivers.large)];
  const table = (operation: Operation) => {
    const rows = comparisons.filter((comparison) => comparison.operation === operation).map(row);
    const head = `| where, and how | ${few}: median, ms | p99 | ${many}: median, ms | p99 | ratio | middle half of the rounds |`;
    return [head, '|---|--:|--:|--:|--:|--:|--:|', ...rows].join('\n');
  };
  return `\`\`\`sh
${command}
\`\`\`

# What it costs to find the nearest driver among ${few} and among ${many}

${verdict(comparisons)}

## The nearest ${search.count} free drivers within ${search.radiusMeters / 1_000} km

${table('nearest')}

## A driver's report of where they are

${table('report')}

Drivers and customers lie evenly over Seoul's 30 × 36 km, or half of them around ${hotSpotCount} hot spots of some 400 m. ${rounds} rounds; in each,
${batch} operations of a kind on one side, then as many on the other, one at a time, and then the next row; who begins changes from round
to round. A time is that of one call of the map from the process of the subgraph, with its round trip on the loopback address. The ratio is the
median of the rounds' ratios of medians; p99 is over all ${count(rounds * batch)} calls. Each report moves its driver across the city, and
nothing is vacuumed meanwhile.

${machine}; ${servers}, all on the same machine.
`;
}

function verdict(comparisons: readonly DriversComparison[]): string {
  const searches = comparisons.filter(({ operation }) => operation === 'nearest');
  const missed = searches.filter((comparison) => ratio(comparison) > goal).map(({ name }) => `**${name}**`);
  if (missed.length === 0) return `At most ${goal} times as much, everywhere.`;
  return `More than ${goal} times as much: ${missed.join('; ')}.`;
}

function row(comparison: DriversComparison): string {
  const all = ratios(comparison);
  const spread = `${multiple(quantile(all, 0.25))} – ${multiple(quantile(all, 0.75))}`;
  const times = [comparison.every.small, comparison.every.large].flatMap((every) => [
    median(every),
    quantile(every, 0.99),
  ]);
  return `| ${comparison.name} | ${times.map(milliseconds).join(' | ')} | ${multiple(ratio(comparison))} | ${spread} |`;
}
