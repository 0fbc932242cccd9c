import { startRedis } from '@moa/testing';
import { interruptible, type Session } from '../interruptible.ts';
import { openServer } from '../postgres/temporary-server.ts';
import { writeReport } from '../write-report.ts';
import { benchTaxi } from './bench.ts';
import { BadOption, help, type Options, readOptions } from './options.ts';
import { renderTaxi } from './report.ts';

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(help);
  else await interruptible((session) => run(options, session));
} catch (error) {
  if (!(error instanceof BadOption)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function run(
  { bookings, rides, bookers, rounds, bus, write, command }: Options,
  { report, signal }: Session,
): Promise<void> {
  await using opened = new AsyncDisposableStack();
  const server = await openServer(process.env.DATABASE_URL);
  opened.defer(server.close);
  const redis = bus === 'redis' ? await startRedis({ appendonly: false }) : undefined;
  opened.defer(async () => redis?.stop());
  const result = await benchTaxi({
    adminUrl: server.url,
    redisUrl: redis?.url,
    bookings,
    rides,
    bookers,
    rounds,
    report,
    signal,
  });
  const markdown = renderTaxi(result, { command });
  process.stdout.write(`\n${markdown}`);
  if (!write) return;
  await writeReport('taxi.md', markdown);
  report('wrote bench/reports/taxi.md');
}
