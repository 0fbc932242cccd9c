import { mkdir, writeFile } from 'node:fs/promises';
import { openServer } from '../postgres/temporary-server.ts';
import { benchOrders } from './bench.ts';
import { renderChart } from './chart.ts';
import { BadOption, help, type Options, readOptions } from './options.ts';
import { renderReport } from './report.ts';

const reports = new URL('../../reports/', import.meta.url);

class Interrupted extends Error {}

const began = Date.now();
const report = (line: string) => {
  process.stdout.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}\n`);
};

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(help);
  else await run(options);
} catch (error) {
  if (error instanceof Interrupted) process.exitCode = 130;
  else if (error instanceof BadOption) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  } else throw error;
}

async function run({ orders, rounds, write, command }: Options): Promise<void> {
  const stop = new AbortController();
  // Again and again if need be: npm passes on the Ctrl-C that the terminal has sent already, and tidying up takes seconds.
  const interrupt = () => {
    if (!stop.signal.aborted) report('stopping, and removing what was made');
    stop.abort(new Interrupted());
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  await using opened = new AsyncDisposableStack();
  const server = await openServer(process.env.DATABASE_URL);
  opened.defer(server.close);
  const towns = { small: { orders: 1_000, dishes: 60 }, large: { orders, dishes: 10_000 } };
  const result = await benchOrders({ adminUrl: server.url, towns, rounds, batch: 32, report, signal: stop.signal });
  const markdown = renderReport(result, { command, chart: 'orders.svg' });
  process.stdout.write(`\n${markdown}\n`);
  if (!write) return;
  await mkdir(reports, { recursive: true });
  await writeFile(new URL('orders.md', reports), markdown);
  await writeFile(new URL('orders.svg', reports), renderChart(result.comparisons, towns));
  report('wrote bench/reports/orders.md and orders.svg');
}
