import { interruptible, type Session } from '../interruptible.ts';
import { openServer } from '../postgres/temporary-server.ts';
import { writeReport } from '../write-report.ts';
import { benchOrders } from './bench.ts';
import { renderChart } from './chart.ts';
import { BadOption, help, type Options, readOptions } from './options.ts';
import { renderReport } from './report.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(help);
  else await interruptible((session) => run(options, session));
} catch (error) {
  if (!(error instanceof BadOption)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run({ orders, rounds, write, command }: Options, { report, signal }: Session): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const server = await openServer(process.env.DATABASE_URL);
  opened.defer(server.close);
  const towns = { small: { orders: 1_000, dishes: 60 }, large: { orders, dishes: 10_000 } };
  const result = await benchOrders({ adminUrl: server.url, towns, rounds, batch: 32, report, signal });
  const markdown = renderReport(result, { command, chart: 'orders.svg' });
  process.stdout.write(`\n${markdown}\n`);
  if (!write) return;
  await writeReport('orders.md', markdown);
  await writeReport('orders.svg', renderChart(result.comparisons, towns));
  report('wrote bench/reports/orders.md and orders.svg');
}
