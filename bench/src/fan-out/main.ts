import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startRedis } from '@moa/testing';
import { serverVersions } from '../drivers/server-versions.ts';
import { createDatabase } from '../postgres/databases.ts';
import { openServer } from '../postgres/temporary-server.ts';
import { benchFanOut } from './bench.ts';
import { renderFanOut } from './report.ts';

const help = `npm run bench:fan-out [-- --quick]

Shares a travel plan of somebody with 100,000 followers and waits until each was told, with queues and live events in PostgreSQL and
then in Redis; writes bench/reports/fan-out.md, in about two minutes. Needs redis-server on PATH.
  --quick    a first look, printed and not written: 10,000 followers
  --help     this page

DATABASE_URL   an administrator's URL of a PostgreSQL 18 to measure on; an embedded one when unset
`;

const reports = new URL('../../reports/', import.meta.url);
const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
});

class Interrupted extends Error {}

if (values.help) process.stdout.write(help);
else {
  try {
    await run(values.quick);
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    process.exitCode = 130;
  }
}

async function run(quick: boolean): Promise<void> {
  const began = Date.now();
  const report = (line: string) => {
    process.stdout.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${line}\n`);
  };
  const stop = new AbortController();
  const interrupt = () => stop.abort(new Interrupted());
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);

  await using opened = new AsyncDisposableStack();
  const postgres = await openServer(process.env.DATABASE_URL);
  opened.defer(postgres.close);
  const redis = await startRedis({ appendonly: false });
  opened.defer(redis.stop);
  const openDatabase = async () => {
    const { url, drop } = await createDatabase(postgres.url, 'bus');
    return { url, close: drop };
  };
  const result = await benchFanOut({
    adminUrl: postgres.url,
    buses: [
      { name: 'postgres', open: openDatabase },
      { name: 'redis', open: async () => ({ url: redis.url, close: async () => undefined }) },
    ],
    followers: quick ? 10_000 : 100_000,
    calmMs: 5_000,
    report,
    signal: stop.signal,
  });
  const servers = await serverVersions({ redis: redis.url, postgres: postgres.url });
  const markdown = renderFanOut(result, { command: `npm run bench:fan-out${quick ? ' -- --quick' : ''}`, servers });
  process.stdout.write(`\n${markdown}`);
  if (quick) return;
  await mkdir(reports, { recursive: true });
  await writeFile(new URL('fan-out.md', reports), markdown);
  report('wrote bench/reports/fan-out.md');
}
