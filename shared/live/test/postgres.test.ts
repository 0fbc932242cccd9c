import { createLogger } from '@moa/telemetry';
import { freshDatabase, until } from '@moa/testing';
import pg from 'pg';
import { expect, test } from 'vitest';
import { openLive } from '../src/index.ts';
import { entry, take } from './take.ts';

test('an append that commits late is not passed over by the ones that began after it', async () => {
  const database = await freshDatabase();
  const live = await openLive({ url: database.url, logger: createLogger('live', 'silent') });
  const signals = await live.subscribe('orders');
  const slow = new pg.Client({ connectionString: database.url });
  const watcher = new pg.Client({ connectionString: database.url });
  await Promise.all([slow.connect(), watcher.connect()]);

  await slow.query('begin');
  await slow.query('select live_append($1)', [JSON.stringify([{ channel: 'orders', payload: 'first' }])]);
  let appended = false;
  const second = live.append([{ channel: 'orders', payload: 'second' }]).then(() => {
    appended = true;
  });
  await until(async () => {
    const { rowCount } = await watcher.query(`
      select from pg_locks join pg_database on pg_database.oid = pg_locks.database
      where datname = current_database() and locktype = 'advisory' and not granted`);
    return appended || rowCount === 1;
  });
  if (appended) expect(await take(signals, 1)).toEqual([entry('second')]);
  await slow.query('commit');
  expect(await take(signals, 2)).toEqual([entry('first'), entry('second')]);

  await second;
  await Promise.all([slow.end(), watcher.end()]);
  await live.close();
  await database.drop();
});
