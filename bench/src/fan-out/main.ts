import { parseArgs } from 'node:util';
import { startRedis } from '@moa/testing';
import { serverVersions } from '../drivers/server-versions.ts';
import { interruptible, type Session } from '../interruptible.ts';
import { createDatabase } from '../postgres/databases.ts';
import { openServer } from '../postgres/temporary-server.ts';
import { writeReport } from '../write-report.ts';
import { benchFanOut } from './bench.ts';
import { renderFanOut } from './report.ts';

const help = `npm run bench:fan-out [-- --quick]

Shares a travel plan of somebody with 100,000 followers and waits until each was told, with queues and live events in PostgreSQL and
then in Redis; writes bench/reports/fan-out.md, in about two minutes. Needs redis-server on PATH.
  --quick    a first look, printed and not written: 10,000 followers
  --help     this page

DATABASE_URL   an administrator's URL of a PostgreSQL 18 to measure on; an embedded one when unset
`;

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h' } },
});

if (values.help) process.stdout.write(help);
else await interruptible((session) => run(values.quick, session));

async function run(quick: boolean, { report, signal }: Session): Promise<void> {
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
    signal,
  });
  const servers = await serverVersions({ redis: redis.url, postgres: postgres.url });
  const markdown = renderFanOut(result, { command: `npm run bench:fan-out${quick ? ' -- --quick' : ''}`, servers });
  process.stdout.write(`\n${markdown}`);
  if (quick) return;
  await writeReport('fan-out.md', markdown);
  report('wrote bench/reports/fan-out.md');
}
