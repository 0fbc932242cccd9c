import { createLogger, inTrace } from '@moa/telemetry';
import { buses, freshDatabase } from '@moa/testing';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveLog, openLive, withCause } from '../src/index.ts';
import { entry, take } from './take.ts';

const logger = createLogger('live', 'silent');
const traced = (n: number) => ({ channel: 'orders', payload: n, trace: { requestId: `request-${n}` } });

describe.each(buses)('traces in the live log on $name', (bus) => {
  let home: Awaited<ReturnType<typeof bus.open>>;
  let live: LiveLog;
  beforeEach(async () => {
    home = await bus.open();
    live = await openLive({ url: home.url, logger });
  });
  afterEach(async () => {
    await live.close();
    await home.close();
  });

  test('an entry comes with its own, or with that of the work that appended it', async () => {
    const signals = await live.subscribe('orders');
    const worked = { requestId: 'request-7' };
    await inTrace(worked, () => live.append([traced(1), { channel: 'orders', payload: 2 }]));
    await live.append([{ channel: 'orders', payload: 3 }]);
    expect(await take(signals, 3)).toEqual([
      { kind: 'entry', payload: 1, trace: { requestId: 'request-1' } },
      { kind: 'entry', payload: 2, trace: worked },
      entry(3),
    ]);
  });

  test('what is made of signals is known to be caused by the last of them', async () => {
    const signals = await live.subscribe('orders');
    async function* pairs() {
      for (;;) yield (await take(signals, 2)).map((signal) => signal.kind === 'entry' && signal.payload);
    }
    const made = pairs();
    const waiting = withCause(() => made.next());
    await live.append([traced(1), traced(2), traced(3), { channel: 'orders', payload: 4 }]);
    expect(await waiting).toEqual({ value: { done: false, value: [1, 2] }, cause: { requestId: 'request-2' } });
    expect(await withCause(() => made.next())).toMatchObject({ value: { value: [3, 4] }, cause: undefined });
  });
});

test('a table that an older version has made is read and written on', async () => {
  const database = await freshDatabase();
  const older = new pg.Client({ connectionString: database.url });
  await older.connect();
  await older.query(`create table live_log (
    id bigint generated always as identity primary key,
    channel text not null, payload jsonb not null, at timestamptz not null default clock_timestamp())`);
  const live = await openLive({ url: database.url, logger });
  const signals = await live.subscribe('orders');
  await older.query(`insert into live_log (channel, payload) values ('orders', '1'); notify live_log`);
  await live.append([traced(2)]);
  expect(await take(signals, 2)).toEqual([entry(1), { kind: 'entry', payload: 2, trace: { requestId: 'request-2' } }]);
  await older.end();
  await live.close();
  await database.drop();
});
