import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Member, member, nobody, openWorld, type World } from './world.ts';

describe.each(buses)('a member who deletes their account, on $name (A5)', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  const forget = ({ memberId }: Member) => world.hear({ type: 'MemberDeleted', version: 1, memberId });
  const traces = async ({ memberId }: Member): Promise<number> => {
    const { rows } = await world.sql.query<{ count: number }>(
      `select ((select count(*) from plans where owner_id = $1) + (select count(*) from plan_hearts where member_id = $1)
         + (select count(*) from recommendations where member_id = $1)
         + (select count(*) from follow_pairs where follower_id = $1 or followee_id = $1)
         + (select count(*) from follower_counts where member_id = $1))::int as count`,
      [memberId],
    );
    return rows[0]?.count ?? -1;
  };

  test('leaves no plan, no heart, no request and no place in the ranking', async () => {
    const [leaver, other] = [member(), member()];
    const [hidden, seen] = [await world.created(leaver), await world.shared(leaver, { location: '남해' })];
    const theirs = await world.shared(other);
    for (const [viewer, id] of [
      [leaver, theirs],
      [other, theirs],
      [other, seen],
      [leaver, seen],
    ] as const) {
      await world.heart(viewer, id);
    }
    const regretted = await world.shared(other);
    await world.heart(leaver, regretted);
    await world.unheart(leaver, regretted);
    const { recommendation } = await world.request(leaver);
    await world.settled(leaver, recommendation?.id ?? '');
    for (const [follower, followee] of [
      [leaver, other],
      [other, leaver],
    ] as const) {
      const pair = { followerId: follower.memberId, followeeId: followee.memberId, version: 1 };
      await world.hear({ type: 'MemberFollowed', ...pair });
    }
    await forget(leaver);
    await forget(leaver);
    expect(await traces(leaver)).toBe(0);
    expect(await world.show(leaver, hidden)).toBeNull();
    expect((await world.board(nobody, { search: '남해' })).page?.ids).toEqual([]);
    expect(await world.show(other, theirs)).toMatchObject({ heartCount: 1, heartedByMe: true });
    expect(await world.show(other, regretted)).toMatchObject({ heartCount: 0 });
    expect((await world.listOf(other, 'heartedPlans', { of: other.memberId }))?.ids).toEqual([theirs]);
    expect((await world.facts(seen)).at(-1)).toBe('PlanUnshared 3');
    const { rows } = await world.sql.query('select followers from follower_counts where member_id = $1', [
      other.memberId,
    ]);
    expect(rows).toEqual([{ followers: 0 }]);
    // News that was under way, and a token that has not run out yet.
    const late = { followerId: leaver.memberId, followeeId: other.memberId, version: 3 };
    await world.hear({ type: 'MemberFollowed', ...late });
    for (const { errors } of [
      await world.create(leaver),
      await world.heart(leaver, theirs),
      await world.request(leaver),
    ]) {
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    }
    expect(await traces(leaver)).toBe(0);
  });

  test('gets no plan any more, and pay lets go of the token', async () => {
    const leaver = member();
    const goOn = world.advisor.holdBack();
    const { recommendation } = await world.request(leaver);
    const id = recommendation?.id ?? '';
    await until(() => world.advisor.asked.some(({ seed }) => seed === id));
    await forget(leaver);
    goOn();
    await world.written(id);
    expect(await world.facts(id)).toEqual(['RecommendationFailed 3']);
    expect(await traces(leaver)).toBe(0);
  });

  test('among many who leave at once while others give their hearts: every count is right', async () => {
    const owners = Array.from({ length: 6 }, () => member());
    const plans = await Promise.all(owners.flatMap((owner) => [world.shared(owner), world.shared(owner)]));
    const fans = Array.from({ length: 4 }, () => member());
    await Promise.all([...owners, ...fans].flatMap((viewer) => plans.map((id) => world.heart(viewer, id))));
    const leavers = [...owners.slice(0, 3), ...fans.slice(0, 2)];
    await Promise.all([
      ...leavers.map(forget),
      ...plans.map((id, n) => (n % 2 ? world.unheart(fans[3] ?? member(), id) : world.heart(member(), id))),
    ]);
    for (const leaver of leavers) expect(await traces(leaver)).toBe(0);
    const { rows } = await world.sql.query<{ counted: number; real: number }>(
      `select heart_count as counted,
         (select count(*) from plan_hearts where plan_id = id and hearted_at is not null)::int as real
       from plans where id = any($1)`,
      [plans],
    );
    expect(rows).toHaveLength(6);
    for (const { counted, real } of rows) expect(counted).toBe(real);
  });
});
