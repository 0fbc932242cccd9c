import { mkdir, writeFile } from 'node:fs/promises';
import { startRedis } from '@moa/testing';
import { openServer } from '../postgres/temporary-server.ts';
import { benchTaxi } from './bench.ts';
import { BadOption, help, type Options, readOptions } from './options.ts';
import { renderTaxi } from './report.ts';

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

async function run({ bookings, rides, bookers, rounds, bus, write, command }: Options): Promise<void> {
  const stop = new AbortController();
  const interrupt = () => {
    if (!stop.signal.aborted) report('stopping, and removing what was made');
    stop.abort(new Interrupted());
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
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
    signal: stop.signal,
  });
  const markdown = renderTaxi(result, { command });
  process.stdout.write(`\n${markdown}`);
  if (!write) return;
  await mkdir(reports, { recursive: true });
  await writeFile(new URL('taxi.md', reports), markdown);
  report('wrote bench/reports/taxi.md');
}
