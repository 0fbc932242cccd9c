import { MikroORM } from '@mikro-orm/postgresql';
import { freshDatabase, post } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorCodes } from '../src/index.ts';
import { counterSubgraph } from './counter-subgraph.ts';
import { listening } from './listening.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let orm: MikroORM;
beforeAll(async () => {
  database = await freshDatabase();
  orm = await MikroORM.init({
    clientUrl: database.url,
    entities: [],
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: 1 },
    driverOptions: { connectionTimeoutMillis: 1_000 },
    logger: () => {},
  });
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});

/** What somebody is told whose resolver does that. */
async function toldAfter(work: () => Promise<unknown>) {
  const { subgraph } = counterSubgraph();
  const resolvers = { ...subgraph.resolvers, Query: { broken: work } };
  const served = await listening({ ...subgraph, resolvers });
  try {
    return (await post(served.url, { query: '{ broken }', token: await served.token() })).errors;
  } finally {
    await served.close();
  }
}
const busy = [{ message: errorCodes.SERVICE_UNAVAILABLE, extensions: { code: 'SERVICE_UNAVAILABLE' } }];

test.each([
  ['a statement', `set statement_timeout = '10ms'; select pg_sleep(5)`],
  ['a lock', `do $$ begin raise exception 'not now' using errcode = 'lock_not_available'; end $$`],
])('who waited too long for %s is told to come again', async (_what, sql) => {
  expect(await toldAfter(() => orm.em.fork().execute(sql))).toMatchObject(busy);
});

test('so is who gets no connection', async () => {
  await orm.em.fork().transactional(async (em) => {
    await em.execute('select 1');
    expect(await toldAfter(() => orm.em.fork().execute('select 2'))).toMatchObject(busy);
  });
});

test('what is wrong with a statement is a fault of ours, and stays inside', async () => {
  const faults = [{ message: errorCodes.INTERNAL_SERVER_ERROR, extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
  expect(await toldAfter(() => orm.em.fork().execute('select nothing'))).toMatchObject(faults);
});
