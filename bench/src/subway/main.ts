import { parseArgs } from 'node:util';
import { buses } from '@moa/testing';
import { interruptible, type Session } from '../interruptible.ts';
import { openServer } from '../postgres/temporary-server.ts';
import { writeReport } from '../write-report.ts';
import { benchSubway } from './bench.ts';
import { renderSubway } from './report.ts';

const help = `npm run bench:subway [-- --quick]

Times the search for the best way between two stations, and compares routers that keep the answers of the subway subgraph with one that
keeps none; writes bench/reports/subway.md, in about ten minutes.
  --quick    a first look, printed and not written: a few rounds, the ways from 20 stations
  --help     this page

DATABASE_URL     an administrator's URL of a PostgreSQL 18 to measure on; an embedded one when unset
TEST_REDIS_URL   a Redis that tests may use, for a router that keeps answers there; without it there is none
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
  const result = await benchSubway({
    adminUrl: postgres.url,
    redis: buses.find(({ name }) => name === 'redis'),
    finder: quick ? { rounds: 3, pairs: 1_000, origins: 20 } : { rounds: 5, pairs: 5_000 },
    questions: 200,
    rounds: quick ? 5 : 20,
    batch: 50,
    report,
    signal,
  });
  const markdown = renderSubway(result, `npm run bench:subway${quick ? ' -- --quick' : ''}`);
  process.stdout.write(`\n${markdown}`);
  if (quick) return;
  await writeReport('subway.md', markdown);
  report('wrote bench/reports/subway.md');
}
