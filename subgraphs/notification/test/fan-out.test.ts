import { randomUUIDv7 } from 'node:crypto';
import type { Fact } from '@moa/contracts';
import { jobQueue } from '@moa/outbox';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Member, member, openWorld, paid, type World } from './world.ts';

type Plan = { readonly planId: string; readonly ownerId: string };

const patience = { timeoutMs: 40_000 };
const many = 5_000;
const planOf = ({ memberId }: Member): Plan => ({ planId: randomUUIDv7(), ownerId: memberId });
const shared = (plan: Plan, version = 1): Fact => ({ type: 'PlanShared', version, ...plan, location: '제주' });
const unshared = (plan: Plan, version: number): Fact => ({ type: 'PlanUnshared', version, ...plan });
const follows = (follower: Member, { ownerId }: Plan, version = 1): Fact => ({
  type: 'MemberFollowed',
  version,
  followerId: follower.memberId,
  followeeId: ownerId,
});
const unfollows = (follower: Member, plan: Plan, version = 2): Fact => ({
  type: 'MemberUnfollowed',
  version,
  followerId: follower.memberId,
  followeeId: plan.ownerId,
});

describe.each(buses)('a shared plan on $name', { timeout: 90_000 }, (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  /** So many members follow somebody, in this order. */
  const give = async ({ ownerId }: Plan, count: number): Promise<readonly Member[]> => {
    const followers = Array.from({ length: count }, () => member());
    await world.sql.query(
      `insert into followers (followee_id, follower_id, pair_version, following)
       select $1, follower, 1, true from unnest($2::uuid[]) follower`,
      [ownerId, followers.map(({ memberId }) => memberId)],
    );
    return followers;
  };
  /** Who was told of the plan, as often as they were. */
  const told = async ({ planId }: Plan): Promise<readonly string[]> => {
    const { rows } = await world.sql.query<{ id: string }>(
      'select recipient_id as id from notifications where plan_id = $1 order by 1',
      [planId],
    );
    return rows.map(({ id }) => id);
  };
  /** Few words when thousands differ. */
  const expectTold = async (plan: Plan, members: readonly Member[]): Promise<void> => {
    const [ids, expected] = [await told(plan), new Set(members.map(({ memberId }) => memberId))];
    const strangers = ids.filter((id) => !expected.has(id)).length;
    expect({ told: ids.length, each: new Set(ids).size, strangers }).toEqual({
      told: expected.size,
      each: expected.size,
      strangers: 0,
    });
  };
  /** Waits until nothing of the telling is left to be done. */
  const settled = ({ planId }: Plan) =>
    until(async () => {
      const jobs = async () => {
        const { rows } = await world.sql.query<{ id: string }>(
          `select 'notification-' || id as id from outbox where kind = 'job' and topic = 'fanOut' and payload->>'planId' = $1`,
          [planId],
        );
        return rows.map(({ id }) => id);
      };
      const before = await jobs();
      const states = [...(await world.bus.jobs.stateOf(jobQueue('notification'), before)).values()];
      // The last one leaves none behind it.
      return states.every((state) => state === 'done') && (await jobs()).length === before.length;
    }, patience);
  /** Of those who were told, every count that is wrong. */
  const wrongCounts = async ({ planId }: Plan) => {
    const { rows } = await world.sql.query(
      `select r.id, last_number, unread_count, count(n)::int as has, count(n) filter (where read_at is null)::int as unread
       from recipients r join notifications n on n.recipient_id = r.id
       where r.id in (select recipient_id from notifications where plan_id = $1) group by r.id
       having last_number <> count(n) or last_number <> max(number) or unread_count <> count(n) filter (where read_at is null)`,
      [planId],
    );
    return rows;
  };
  /** Keeps somebody's mailbox locked while `work` runs: the telling comes as far as their part, and no further. */
  const heldAt = async (follower: Member | undefined, work: () => Promise<void>): Promise<void> => {
    await world.sql.query('insert into recipients (id) values ($1) on conflict do nothing', [follower?.memberId]);
    const gate = await world.sql.connect();
    try {
      await gate.query('begin');
      await gate.query('select from recipients where id = $1 for update', [follower?.memberId]);
      await work();
    } finally {
      await gate.query('rollback');
      gate.release();
    }
  };

  test('tells each of 5,000 followers once, whatever is delivered again (P9)', async () => {
    const [owner, outsider] = [member(), member()];
    const plan = planOf(owner);
    const followers = await give(plan, many);
    const [first = owner] = followers;
    await world.hear(paid(first), paid(outsider));
    const live = await world.watch(first, (await world.mailbox(first)).nodes?.[0]?.id);
    await world.hear({ type: 'MemberJoined', version: 1, memberId: owner.memberId, name: '지민', language: 'KO' });

    const [message = ''] = await world.say([shared(plan)]);
    expect(await live.next()).toMatchObject({
      kind: 'PLAN_SHARED',
      title: '새 여행 계획',
      text: '지민님이 새로운 여행 계획을 생성했습니다: 제주',
      plan: { id: plan.planId },
      member: { id: owner.memberId },
    });
    await live.close();
    await world.settled(await world.say([shared(plan)]));
    await world.settled([message]);
    await settled(plan);
    await expectTold(plan, followers);
    expect(await wrongCounts(plan)).toEqual([]);
    expect(await world.mailbox(outsider)).toMatchObject({ unread: 1 });

    // Shared anew it is new for nobody who knows it.
    const late = member();
    await world.hear(follows(late, plan), unshared(plan, 2), shared(plan, 3));
    await settled(plan);
    await expectTold(plan, [...followers, late]);
  });

  test('concerns who follows in that moment, and still does', async () => {
    const plan = planOf(member());
    const [early, gone, back, late] = [member(), member(), member(), member()];
    await world.hear(
      ...[early, gone, back].map((each) => follows(each, plan)),
      unfollows(gone, plan),
      unfollows(back, plan),
      follows(back, plan, 3),
      follows(gone, plan, 1), // as if it had been late
      unfollows(early, { ...plan, ownerId: late.memberId }),
    );
    await heldAt(early, () => world.hear(shared(plan), follows(late, plan)));
    await settled(plan);
    await expectTold(plan, [early, back]);
  });

  test('is told once while people come and go', async () => {
    const plan = planOf(member());
    const [stay, leave] = [await give(plan, 2_000), await give(plan, 500)];
    const come = Array.from({ length: 100 }, () => member());
    const [message = ''] = await world.say([shared(plan)]);
    const leaving = await world.say(leave.slice(0, 100).map((each) => unfollows(each, plan)));
    await world.settled([message]);
    // From now on they are too late.
    await world.settled([...leaving, ...(await world.say(come.map((each) => follows(each, plan))))]);
    await settled(plan);
    const ids = new Set(await told(plan));
    const left = leave.slice(0, 100).filter(({ memberId }) => ids.has(memberId)); // not before they were told
    await expectTold(plan, [...stay, ...leave.slice(100), ...left]);
    expect(await wrongCounts(plan)).toEqual([]);
  });

  test('leaves no trace of a telling that began too late', async () => {
    const plan = planOf(member());
    await give(plan, 10);
    await world.hear(unshared(plan, 2), shared(plan, 1));
    await settled(plan);
    await expectTold(plan, []);
  });

  test('that is no longer shared before anybody was told is told to nobody', async () => {
    const plan = planOf(member());
    const [first] = await give(plan, 10);
    await heldAt(first, () => world.hear(shared(plan), unshared(plan, 2)));
    await settled(plan);
    await expectTold(plan, []);
  });

  test('that is no longer shared is told to nobody else, and to the rest when it is shared again', async () => {
    const plan = planOf(member());
    const followers = await give(plan, many);
    await heldAt(followers.at(-1), async () => {
      await world.hear(shared(plan));
      await until(async () => (await told(plan)).length >= 4_000, patience);
      await world.hear(unshared(plan, 2));
    });
    await settled(plan);
    await expectTold(plan, followers.slice(0, 4_000));
    expect((await world.mailbox(followers[0] ?? member())).nodes).toMatchObject([{ kind: 'PLAN_SHARED' }]);
    await world.hear(shared(plan, 3));
    await settled(plan);
    await expectTold(plan, followers);
  });

  test('leaves others their turn', async () => {
    const [large, small] = [planOf(member()), planOf(member())];
    const [followers, few] = [await give(large, many), await give(small, 5)];
    const somebody = member();
    await heldAt(followers[0], async () => {
      await world.hear(shared(large), shared(small));
      // Neither a fact nor a mailbox waits for it, not even the owner's.
      await world.hear(paid(somebody), paid({ ...somebody, memberId: large.ownerId }));
      expect(await world.mailbox(somebody)).toMatchObject({ unread: 1 });
    });
    await Promise.all([settled(large), settled(small)]);
    await expectTold(small, few);
    await expectTold(large, followers);
    const place = async ({ planId }: Plan) => {
      const { rows } = await world.sql.query<{ last: number }>(
        `select max(id)::int as last from outbox where kind = 'live' and payload->>'planId' = $1`,
        [planId],
      );
      return rows[0]?.last;
    };
    expect(await place(small)).toBeLessThan((await place(large)) ?? 0);
  });

  test('counts right while mailboxes are read', async () => {
    const plans = [planOf(member()), planOf(member()), planOf(member())];
    const [first = planOf(member())] = plans;
    const followers = await give(first, 1_500);
    for (const { ownerId } of plans.slice(1)) {
      await world.sql.query(
        `insert into followers (followee_id, follower_id, pair_version, following)
         select $1, follower_id, 1, true from followers where followee_id = $2 order by random()`,
        [ownerId, first.ownerId],
      );
    }
    const readers = [0, 700, 1_499].map((index) => followers[index] ?? member());
    const messages = await world.say(plans.map((plan) => shared(plan)));
    let reading = true;
    const marking = readers.map(async (reader) => {
      while (reading) {
        const { nodes } = await world.mailbox(reader);
        const ids = (nodes ?? []).map(({ id }) => id);
        const results = await Promise.all([world.mark(reader, { all: true }), world.mark(reader, { ids })]);
        for (const { code } of results) expect(code).toBeUndefined();
      }
    });
    await world.settled(messages);
    for (const plan of plans) await settled(plan);
    reading = false;
    await Promise.all(marking);
    for (const plan of plans) {
      await expectTold(plan, followers);
      expect(await wrongCounts(plan)).toEqual([]);
    }
    for (const reader of readers) expect(await world.mark(reader, { all: true })).toMatchObject({ unreadCount: 0 });
  });
});
