import { randomUUIDv7 } from 'node:crypto';
import { openDatabase } from '@moa/database';
import { explainOn } from '@moa/subgraph/testing';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '../src/index.ts';
import { addNotifications } from '../src/persistence/add-notifications.ts';
import { eraseFromNotifications } from '../src/persistence/erase.ts';
import { findFollowers } from '../src/persistence/followers.ts';
import { markOldest, markSome } from '../src/persistence/mark-read.ts';
import {
  findNotifications,
  findNotificationsAfter,
  findNotificationsOf,
} from '../src/persistence/notification-views.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let orm: Awaited<ReturnType<typeof openDatabase>>;
beforeAll(async () => {
  const [kind] = buses;
  if (!kind) throw new Error('There is no bus to test on.');
  world = await openWorld(kind);
  orm = await openDatabase(world.databaseUrl, database, { logger: world.logger, poolMax: 1 });
});
afterAll(async () => {
  await orm?.close();
  await world?.close();
});

const draft = (recipientId: string, factKey: string) =>
  ({
    id: randomUUIDv7(),
    recipientId,
    factKey,
    content: { kind: 'RIDE_OFFERED', person: { pickup: '서울역' } },
    aboutId: null,
    orderId: null,
    taxiBookingId: null,
    planId: null,
    createdAt: new Date(),
  }) as const;

test('lists, look-ups and marks use their indexes', async () => {
  const em = orm.em.fork();
  // Fifty who are told often and a few thousand who are told seldom; most of it is read.
  await world.sql.query(
    `insert into recipients (id, last_number, unread_count)
     select md5('busy' || n)::uuid, 1000, 20 from generate_series(1, 50) n
     union all select md5('calm' || n)::uuid, 3, 1 from generate_series(1, 5000) n`,
  );
  await world.sql.query(
    `insert into notifications (recipient_id, number, id, fact_key, kind, parameters, about_id, created_at, read_at)
     select id, number, uuidv7(), number::text, 'TAXI_DISPATCHED', '{"person":{"plate":"1","phone":"2"},"arrivalMinutes":3}',
       case when number % 3 = 0 then uuidv7() end, now(), case when number > unread_count then now() end
     from recipients, generate_series(1, last_number) number`,
  );
  await world.sql.query('analyze');
  const { explaining, plans } = explainOn(em);
  const planOf = async (run: () => Promise<unknown>): Promise<string> => {
    await run();
    return plans.pop() ?? '';
  };
  const [{ busy }]: [{ busy: string }] = await em.execute(`select md5('busy7')::uuid as busy`);
  const page = { first: 20, after: null };
  const now = new Date();

  for (const after of [null, '500']) {
    const list = await planOf(() =>
      findNotificationsOf(explaining, busy, { unreadOnly: false, page: { first: 20, after } }),
    );
    expect(list).toMatch(/Index Scan Backward using notifications_pkey/);
    expect(list).not.toMatch(/Sort|Seq Scan/);
  }
  const unread = await planOf(() => findNotificationsOf(explaining, busy, { unreadOnly: true, page }));
  expect(unread).toMatch(/Index Scan Backward using notifications_unread/);
  expect(unread).not.toMatch(/Sort|Seq Scan/);
  const newer = await planOf(() => findNotificationsAfter(explaining, busy, { number: 100, limit: 100 }));
  expect(newer).toMatch(/Index Scan using notifications_pkey/);
  expect(newer).not.toMatch(/Sort|Seq Scan/);
  expect(await planOf(() => findNotifications(explaining, [randomUUIDv7()]))).toMatch(/notifications_id_key/);
  const some = await planOf(() => markSome(explaining, { recipientId: busy, now, ids: [randomUUIDv7()] }));
  expect(some).not.toMatch(/Seq Scan/);
  const oldest = await planOf(() => markOldest(explaining, { recipientId: busy, now, upTo: 1000, limit: 5000 }));
  expect(oldest).toMatch(/notifications_unread/);
  expect(oldest).not.toMatch(/Seq Scan on notifications/);
  expect(await planOf(() => eraseFromNotifications(explaining, randomUUIDv7()))).toMatch(/notifications_about/);
  await world.sql.query(
    `insert into followers (followee_id, follower_id, pair_version, following)
     select id, md5('fan' || n)::uuid, 1, n % 10 > 0
     from recipients, generate_series(1, case id when $1 then 30000 else 5 end) n`,
    [busy],
  );
  await world.sql.query('analyze');
  const followers = await planOf(() =>
    findFollowers(explaining, { followeeId: busy, after: '100', before: '40000' }, 500),
  );
  expect(followers).toMatch(/Index (Only )?Scan using followers_in_order/);
  expect(followers).not.toMatch(/Sort|Seq Scan/);
  const add = await planOf(() => addNotifications(explaining, [draft(busy, 'x'), draft(randomUUIDv7(), 'x')]));
  expect(add).toMatch(/notifications_recipient_id_fact_key_key/);
  expect(add).not.toMatch(/Seq Scan/);
});

test('a thousand recipients are told in one statement, twice at once, in whatever order', async () => {
  const other = await openDatabase(world.databaseUrl, database, { logger: world.logger, poolMax: 1 });
  for (let round = 0; round < 5; round += 1) {
    const ids = Array.from({ length: 1_000 }, () => randomUUIDv7());
    // Some are known already: there are two ways to lock one.
    const known = ids.filter((_id, index) => index % 2 === 0);
    await world.sql.query('insert into recipients (id) select unnest($1::uuid[])', [known]);
    const openGate = await gateAt(known[250] ?? '');
    const adding = [orm, other].map((database, index) =>
      database.em.fork().transactional(async (em) => {
        await em.execute(`set local lock_timeout = '20s'; set local statement_timeout = '20s'`); // a deadlock ends sooner
        return addNotifications(
          em,
          (index === 0 ? ids : ids.toReversed()).map((id) => draft(id, `fact ${index}`)),
        );
      }),
    );
    await openGate();
    const numbers = new Map<string, number[]>(ids.map((id) => [id, []]));
    for (const { recipientId, number } of (await Promise.all(adding)).flat()) numbers.get(recipientId)?.push(number);
    for (const each of numbers.values()) expect(each.sort()).toEqual([1, 2]);

    const [first = ''] = ids;
    const again = [...ids.map((id) => draft(id, 'fact 0')), draft(first, 'new'), draft(first, 'new')];
    expect(await orm.em.fork().transactional((em) => addNotifications(em, again))).toMatchObject([
      { recipientId: first, number: 3 },
    ]);
  }
  await other.close();
});

/** Holds a recipient; gives what waits until two have come as far as they can, and lets them pass. */
async function gateAt(id: string): Promise<() => Promise<void>> {
  const gate = await world.sql.connect();
  await gate.query('begin');
  await gate.query('select from recipients where id = $1 for update', [id]);
  return async () => {
    await until(async () => {
      const { rows } = await world.sql.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows.length === 2;
    });
    await gate.query('commit');
    gate.release();
  };
}
