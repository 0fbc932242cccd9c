import { randomUUIDv7 } from 'node:crypto';
import { buses, until } from '@moa/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Member, member, nobody, openWorld, paid, type Seen, type World } from './world.ts';

describe.each(buses)('notificationAdded on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  /** All that a member has been told, the oldest first. */
  const allOf = async (viewer: Member): Promise<string[]> => {
    const { rows } = await world.sql.query<{ id: string }>(
      'select id from notifications where recipient_id = $1 order by number',
      [viewer.memberId],
    );
    return rows.map(({ id }) => id);
  };
  const many = (viewer: Member, count: number) => Array.from({ length: count }, () => paid(viewer));

  test('brings what is new as it is, and nothing of before or of others', async () => {
    const [mine, others] = [member(), member()];
    await world.hear(paid(mine));
    const [before] = await allOf(mine);
    const live = await world.watch(mine);
    let first: Seen | undefined;
    const coming = live.next().then((seen) => {
      first = seen;
    });
    // Nothing says when a subscription stands; that something comes does.
    await until(async () => {
      await world.hear(paid(mine));
      return first;
    });
    await coming;
    expect(first).toMatchObject({ kind: 'ORDER_PAID' });
    expect(first?.id).not.toBe(before);
    await live.close();

    const again = await world.watch(mine, (await allOf(mine)).at(-1));
    const orderId = randomUUIDv7();
    await world.hear(paid(others), paid(mine, orderId));
    const seen = await again.next();
    expect(seen).toMatchObject({ kind: 'ORDER_PAID', title: '결제 완료', order: { id: orderId }, readAt: null });
    expect((await world.mailbox(mine)).nodes?.[0]).toEqual(seen);
    await again.close();
  });

  test('speaks the language of the moment', async () => {
    const mine = member();
    const profile = { memberId: mine.memberId, name: '지민' } as const;
    await world.hear(paid(mine));
    const live = await world.watch(mine, (await allOf(mine))[0]);
    await world.hear(paid(mine));
    expect(await live.next()).toMatchObject({ title: '결제 완료' });
    await world.hear({ type: 'MemberUpdated', version: 2, ...profile, language: 'EN' }, paid(mine));
    expect(await live.next()).toMatchObject({ title: 'Paid' });
    await live.close();
  });

  test('loses and repeats nothing for clients that come and go while 500 stream in (P10)', async () => {
    const [mine, others] = [member(), member()];
    await world.hear(paid(mine));
    const first = (await allOf(mine))[0] ?? '';
    const expected = 500;
    const told = world.say([...many(mine, expected), ...many(others, 50)].sort(() => Math.random() - 0.5));

    /** Reads on after the last one known, and leaves after so many. */
    const follow = async (stays: () => number): Promise<string[]> => {
      const ids: string[] = [];
      while (ids.length < expected) {
        const live = await world.watch(mine, ids.at(-1) ?? first);
        for (let left = stays(); left > 0 && ids.length < expected; left -= 1) ids.push((await live.next()).id);
        await live.close();
      }
      return ids;
    };
    const clients = await Promise.all([
      follow(() => expected),
      follow(() => 1 + Math.floor(Math.random() * 20)),
      follow(() => 1 + Math.floor(Math.random() * 200)),
    ]);
    await world.settled(await told);
    const all = (await allOf(mine)).slice(1);
    expect(all).toHaveLength(expected);
    for (const ids of clients) expect(ids).toEqual(all);
  });

  test('replays many pages in order', async () => {
    const mine = member();
    await world.settled(await world.say(many(mine, 250)));
    const all = await allOf(mine);
    const live = await world.watch(mine, all[0]);
    const seen: Seen[] = [];
    while (seen.length < 249) seen.push(await live.next());
    expect(seen.map(({ id }) => id)).toEqual(all.slice(1));
    await live.close();
  });

  test('refuses who is nobody, and an `after` that is none of mine', async () => {
    const [mine, others] = [member(), member()];
    await world.hear(paid(others));
    const refusal = async (viewer: typeof mine | typeof nobody, after?: string) => {
      const live = await world.watch(viewer, after);
      return live
        .next()
        .catch((error: Error) => error.message)
        .finally(live.close);
    };
    expect(await refusal(nobody)).toMatch('UNAUTHENTICATED');
    for (const after of [(await allOf(others))[0], randomUUIDv7(), 'nonsense']) {
      expect(await refusal(mine, after)).toMatch('BAD_USER_INPUT');
    }
  });
});

describe('notificationAdded when the live log breaks', () => {
  test('goes on without a gap', async () => {
    const [kind] = buses; // PostgreSQL, whose reader can be cut from outside
    if (!kind) throw new Error('There is no bus to test on.');
    const world = await openWorld(kind);
    const bus = new pg.Client({ connectionString: world.busUrl });
    await bus.connect();
    const mine = member();
    await world.hear(paid(mine));
    const [first] = (await world.mailbox(mine)).nodes ?? [];
    const live = await world.watch(mine, first?.id);
    const seen: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      await world.hear(paid(mine));
      seen.push((await live.next()).id);
      await bus.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'moa-live-reader' and datname = current_database()`,
      );
      await world.hear(paid(mine), paid(mine));
      await bus.query('delete from live_log'); // as if the log had crashed and lost them
      seen.push((await live.next()).id, (await live.next()).id);
    }
    expect(seen).toEqual(
      (await world.mailbox(mine)).nodes
        ?.toReversed()
        .slice(1)
        .map(({ id }) => id),
    );
    await live.close();
    await bus.end();
    await world.close();
  });
});
