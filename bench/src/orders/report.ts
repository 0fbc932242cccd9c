import { type Comparison, flatRatio, isFlat, ratio, ratios } from '../measure/compare.ts';
import { median, quantile } from '../measure/quantile.ts';
import type { OrdersResult } from './bench.ts';
import { count, milliseconds, multiple } from './figures.ts';
import { concurrency } from './serve.ts';
import type { StatementCost } from './statements.ts';
import { customersOf, heavyOrdersOf } from './town.ts';
import { factScenario } from './writes.ts';

/** The result as Markdown. `command` gives it again; `chart` is the address of the picture, from the report. */
export function renderReport(result: OrdersResult, { command, chart }: { command: string; chart: string }): string {
  const { towns, comparisons, statements } = result;
  const small = count(towns.small.orders);
  const large = count(towns.large.orders);
  return `\`\`\`sh
${command}
\`\`\`

# What an operation costs with ${small} orders and with ${large}

${verdict(comparisons)}

![Each operation's cost with ${large} orders as a multiple of its cost with ${small}](${chart})

| operation | ${small} orders, ms | ${large} orders, ms | ratio | middle half of the rounds |
|---|--:|--:|--:|--:|
${comparisons.map(row).join('\n')}

${conditions(result)}
${statements.length === 0 ? '' : statementTable(statements, { small, large })}`;
}

function verdict(comparisons: readonly Comparison[]): string {
  const grown = comparisons.filter((comparison) => !isFlat(comparison)).map(({ name }) => `**${name}**`);
  const limit = `at most ${multiple(flatRatio)} times`;
  if (grown.length === 0) return `Every operation costs the same: ${limit} as much.`;
  return `Costs more in the large one: ${grown.join(', ')}. Every other operation costs the same: ${limit} as much.`;
}

function row(comparison: Comparison): string {
  const { name, small, large } = comparison;
  const all = ratios(comparison);
  const spread = `${multiple(quantile(all, 0.25))} – ${multiple(quantile(all, 0.75))}`;
  return `| ${name} | ${milliseconds(median(small))} | ${milliseconds(median(large))} | ${multiple(ratio(comparison))} | ${spread} |`;
}

function conditions({ towns: { small, large }, comparisons, rounds, batch, machine, server }: OrdersResult): string {
  return `Medians of ${rounds} rounds: half of them said a ratio within the last column. In each round, ${batch} operations of a kind on one side, then as many on the other, \
${concurrency} at a time; who begins changes from round to round. The ratio is the median of the rounds' ratios. Requests go to the order \
subgraph over HTTP on the loopback address, and their time is that of the answer; facts go through the queue, and their time is \
that between two that are received, ${concurrency} at a time.

| | small | large |
|---|--:|--:|
| orders | ${count(small.orders)} | ${count(large.orders)} |
| members | ${count(customersOf(small) + 1)} | ${count(customersOf(large) + 1)} |
| orders of the member whose pages are read | ${count(heavyOrdersOf(small))} | ${count(heavyOrdersOf(large))} |
| dishes | ${count(small.dishes)} | ${count(large.dishes)} |

${factsPerSecond(comparisons)}

The run itself adds ${count((rounds + 1) * batch)} orders to each.

${machine}; ${server}, client, subgraphs and database on the same machine.
`;
}

function factsPerSecond(comparisons: readonly Comparison[]): string {
  const facts = comparisons.find(({ name }) => name === factScenario);
  if (!facts) return '';
  const [few, many] = [facts.small, facts.large].map((costs) => Math.round(1_000 / median(costs)));
  return `Facts received per second: ${few} small, ${many} large.`;
}

const statementTable = (statements: readonly StatementCost[], { small, large }: { small: string; large: string }) => `
## Inside PostgreSQL

Averages of a statement, counted by pg_stat_statements during the same run. A page is 8 KB, from memory or \
not: a large table's pages come from the operating system more often than from PostgreSQL's own 64 MB, which shows in the time.

| statement | pages, ${small} | pages, ${large} | ms, ${small} | ms, ${large} |
|---|--:|--:|--:|--:|
${statements.slice(0, 12).map(statementRow).join('\n')}
`;

function statementRow({ statement, small, large }: StatementCost): string {
  const where = statement.replace(/^select .*? from /, 'select … from ');
  const text = where.length > 110 ? `${where.slice(0, 109)}…` : where;
  const pages = [small, large].map((cost) => cost.pages.toFixed(1));
  const times = [small, large].map((cost) => cost.milliseconds.toFixed(3));
  return `| \`${text.replaceAll('|', '\\|').replaceAll('`', '')}\` | ${[...pages, ...times].join(' | ')} |`;
}
