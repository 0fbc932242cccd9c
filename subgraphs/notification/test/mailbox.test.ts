import { randomUUIDv7 } from 'node:crypto';
import { buses, post, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Member, member, nobody, openWorld, paid, type World } from './world.ts';

describe.each(buses)('a mailbox on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  const told = async (viewer: Member, count: number): Promise<string[]> => {
    await world.hear(...Array.from({ length: count }, () => paid(viewer)));
    return ((await world.mailbox(viewer)).nodes ?? []).map(({ id }) => id);
  };

  test('is paged newest first, all of it or what is unread, and counted (P10)', async () => {
    const mine = member();
    expect(await world.mailbox(mine)).toMatchObject({ nodes: [], hasNextPage: false, unread: 0 });
    const ids = await told(mine, 5);
    await world.mark(mine, { ids: [ids[1] ?? ''] });
    const page = async (after: string | null, unreadOnly: boolean) => {
      const { nodes, ...rest } = await world.mailbox(mine, { first: 2, after, unreadOnly });
      return { ...rest, ids: nodes?.map(({ id }) => id) };
    };
    const first = await page(null, false);
    expect(first).toMatchObject({ ids: [ids[0], ids[1]], hasNextPage: true, unread: 4 });
    const second = await page(first.endCursor ?? null, false);
    expect(second).toMatchObject({ ids: [ids[2], ids[3]], hasNextPage: true });
    expect(await page(second.endCursor ?? null, false)).toMatchObject({ ids: [ids[4]], hasNextPage: false });
    const unread = await page(null, true);
    expect(unread).toMatchObject({ ids: [ids[0], ids[2]], hasNextPage: true });
    expect(await page(unread.endCursor ?? null, true)).toMatchObject({ ids: [ids[3], ids[4]], hasNextPage: false });
    for (const first of [0, 101]) expect((await world.mailbox(mine, { first })).code).toBe('BAD_USER_INPUT');
    for (const after of ['nonsense', Buffer.from('k:0 or true').toString('base64url')]) {
      expect((await world.mailbox(mine, { after })).code).toBe('BAD_USER_INPUT');
    }
  });

  test('is marked in parts or as a whole, and marking again changes nothing', async () => {
    const mine = member();
    const ids = await told(mine, 4);
    const some = [ids[0] ?? '', ids[2] ?? '', ids[0] ?? ''];
    expect(await world.mark(mine, { ids: some })).toMatchObject({ unreadCount: 2, userErrors: [] });
    const before = (await world.mailbox(mine)).nodes;
    expect(before?.map(({ readAt }) => readAt !== null)).toEqual([true, false, true, false]);
    expect(await world.mark(mine, { ids: some })).toMatchObject({ unreadCount: 2 });
    expect(await world.mark(mine, { ids: [randomUUIDv7(), 'nonsense'] })).toMatchObject({ unreadCount: 2 });
    expect(await world.mark(mine, {})).toMatchObject({ unreadCount: 2 });
    expect((await world.mailbox(mine)).nodes).toEqual(before);
    expect(await world.mark(mine, { ids: [], all: true })).toMatchObject({ unreadCount: 0 });
    expect((await world.mailbox(mine)).nodes?.[0]?.readAt).toBe(before?.[0]?.readAt);
    expect(await world.mailbox(mine, { unreadOnly: true })).toMatchObject({ nodes: [], unread: 0 });
    expect(await world.mark(member(), { all: true })).toMatchObject({ unreadCount: 0 });
  });

  test('takes 100 ids at a time, and no more', async () => {
    const mine = member();
    const [id = ''] = await told(mine, 1);
    const ids = Array.from({ length: 100 }, () => randomUUIDv7());
    expect(await world.mark(mine, { ids: [...ids, id] })).toMatchObject({
      unreadCount: null,
      userErrors: [{ code: 'TOO_MANY_IDS', field: ['ids'] }],
    });
    expect((await world.mailbox(mine)).unread).toBe(1);
    expect(await world.mark(mine, { ids: [...ids.slice(1), id] })).toMatchObject({ unreadCount: 0, userErrors: [] });
  });

  test('is nobody else’s, whichever way they ask, not even administrators’', async () => {
    const mine = member();
    const [id = ''] = await told(mine, 1);
    const service = { kind: 'service', name: 'order' } as const;
    for (const viewer of [member(), member('ADMIN'), member('DRIVER'), nobody, service]) {
      expect(await world.mailbox(viewer, {}, mine.memberId)).toMatchObject({ nodes: null, unread: null });
      const { data } = await world.ask<{ _entities: unknown[] }>(
        viewer,
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Notification { text } } }',
        { r: [{ __typename: 'Notification', id }] },
      );
      expect(data?._entities).toEqual([null]);
      const { code, unreadCount } = await world.mark(viewer, { ids: [id] });
      expect(viewer.kind === 'member' ? unreadCount : code).toBe(viewer.kind === 'member' ? 0 : 'UNAUTHENTICATED');
    }
    expect(await world.mailbox(mine)).toMatchObject({ nodes: [{ readAt: null }], unread: 1 });
    expect((await post(world.url, { query: '{ __typename }' })).status).toBe(401);
  });

  test('gets each event once, also when it is published anew under another message', async () => {
    const mine = member();
    const fact = paid(mine);
    const [message = ''] = await world.say([fact]);
    await world.settled([message]);
    await world.hear(fact, fact);
    // Twenty at the same moment: who comes second finds out by the index, and is tried again.
    const race = paid(mine);
    await world.settled(await world.say(Array.from({ length: 20 }, () => race)));
    expect(await world.mailbox(mine)).toMatchObject({ unread: 2, nodes: [{}, {}] });
    const { rows } = await world.sql.query(
      `select count(*)::int as live from outbox where kind = 'live' and topic = $1`,
      [`notifications:${mine.memberId}`],
    );
    expect(rows).toEqual([{ live: 2 }]);
  });

  test('counts right, whatever is added and marked at the same time', async () => {
    const people = [member(), member(), member()];
    const rounds = 40;
    const facts = people.flatMap((mine) => Array.from({ length: rounds }, () => paid(mine)));
    const adding = world.say(facts.sort(() => Math.random() - 0.5));
    const marking = people.map(async (mine, index) => {
      for (let round = 0; round < 15; round += 1) {
        const { nodes } = await world.mailbox(mine);
        const ids = (nodes ?? []).filter((_node, at) => at % 3 === index).map(({ id }) => id);
        await Promise.all([
          world.mark(mine, { ids }),
          world.mark(mine, { ids: ids.toReversed() }),
          ...(round % 5 === 4 ? [world.mark(mine, { all: true })] : []),
        ]);
      }
    });
    await Promise.all(marking);
    await world.settled(await adding);
    const { rows } = await world.sql.query(
      `select last_number = $2 as full, unread_count = count(n) filter (where read_at is null) as exact,
         count(n)::int as count, max(number) as highest
       from recipients r join notifications n on recipient_id = r.id where r.id = any($1) group by r.id`,
      [people.map(({ memberId }) => memberId), rounds],
    );
    expect(rows).toEqual(people.map(() => ({ full: true, exact: true, count: rounds, highest: rounds })));
    await until(async () => (await world.mark(people[0] ?? member(), { all: true })).unreadCount === 0);
  });

  test('is marked as a whole however full it is', async () => {
    const mine = member();
    await told(mine, 1);
    const more = 12_000;
    await world.sql.query(
      `insert into notifications (recipient_id, number, id, fact_key, kind, parameters, created_at)
       select $1, 1 + n, uuidv7(), n::text, 'ORDER_PAID', '{}', now() from generate_series(1, $2::int) n`,
      [mine.memberId, more],
    );
    await world.sql.query('update recipients set last_number = $2, unread_count = $2 where id = $1', [
      mine.memberId,
      more + 1,
    ]);
    expect(await world.mark(mine, { all: true })).toMatchObject({ unreadCount: 0 });
    expect(await world.mailbox(mine, { unreadOnly: true })).toMatchObject({ nodes: [], unread: 0 });
  });
});
