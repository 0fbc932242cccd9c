import { parseArgs } from 'node:util';
import { startRedis } from '@moa/testing';
import { interruptible, type Session } from '../interruptible.ts';
import { openServer } from '../postgres/temporary-server.ts';
import { writeReport } from '../write-report.ts';
import { benchDrivers } from './bench.ts';
import { onPostgres, onRedis } from './homes.ts';
import { renderDrivers } from './report.ts';
import { serverVersions } from './server-versions.ts';

const help = `npm run bench:drivers [-- --quick]

Compares the search for the nearest drivers among 1,000 and among 100,000, with the map in Redis and in PostgreSQL;
writes bench/reports/drivers.md, in about a minute. Needs redis-server on PATH.
  --quick    a first look, printed and not written: 10,000 drivers, 5 rounds
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
  const result = await benchDrivers({
    homes: [onRedis(redis.url), onPostgres(postgres.url)],
    drivers: { small: 1_000, large: quick ? 10_000 : 100_000 },
    rounds: quick ? 5 : 40,
    batch: 50,
    report,
    signal,
  });
  const servers = await serverVersions({ redis: redis.url, postgres: postgres.url });
  const markdown = renderDrivers(result, { command: `npm run bench:drivers${quick ? ' -- --quick' : ''}`, servers });
  process.stdout.write(`\n${markdown}`);
  if (quick) return;
  await writeReport('drivers.md', markdown);
  report('wrote bench/reports/drivers.md');
}
