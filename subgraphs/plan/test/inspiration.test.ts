import { createLogger } from '@moa/telemetry';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAdvisor } from '../src/index.ts';
import { inDays, type Member, member, openWorld, type World } from './world.ts';

describe.each(buses)('what others like, on $name (P4)', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  const follow = (follower: Member, followee: Member, version = 1) =>
    world.tell({ type: 'MemberFollowed', followerId: follower.memberId, followeeId: followee.memberId, version });
  const followersOf = async (followee: Member): Promise<number> => {
    const { rows } = await world.sql.query<{ followers: number }>(
      'select followers from follower_counts where member_id = $1',
      [followee.memberId],
    );
    return rows[0]?.followers ?? 0;
  };

  test('TREND and TASTE are refused in words while there is nothing to go by, and cost nothing', async () => {
    const viewer = member();
    const before = world.pay.asked.length;
    for (const [kindOf, code] of [
      ['TREND', 'NO_TREND'],
      ['TASTE', 'NO_HEARTED_PLANS'],
    ] as const) {
      expect(await world.request(viewer, { kind: kindOf })).toMatchObject({ recommendation: null, codes: [code] });
    }
    // A private plan of somebody whom everybody follows is no trend.
    const star = member();
    await world.created(star, { location: '부산' });
    await world.hear({ type: 'MemberFollowed', followerId: viewer.memberId, followeeId: star.memberId, version: 1 });
    expect((await world.request(viewer, { kind: 'TREND' })).codes).toEqual(['NO_TREND']);
    expect(world.pay.asked).toHaveLength(before);
  });

  test('followers are counted by the last word on each pair, however the facts come', async () => {
    const star = member();
    const fans = Array.from({ length: 8 }, () => member());
    const followee = { followeeId: star.memberId };
    const facts = fans.flatMap(({ memberId: followerId }, n) =>
      Array.from({ length: n + 1 }, (_, index) => ({
        type: index % 2 ? 'MemberUnfollowed' : 'MemberFollowed',
        followerId,
        ...followee,
        version: index + 1,
      })),
    );
    // Every fact twice, the newest ones mostly first, all at once.
    await Promise.all([...facts.toReversed(), ...facts].map((fact) => world.hear(fact)));
    expect(await followersOf(star)).toBe(4);
    await world.hear({ type: 'MemberUnfollowed', followerId: member().memberId, ...followee, version: 2 });
    expect(await followersOf(star)).toBe(4);
  });

  test('TREND goes where the most followed members go, whether I follow them or not', async () => {
    const [star, unknown, viewer] = [member(), member(), member()];
    for (const location of ['경주', '경주', '서울']) await world.shared(star, { location, details: '조용한 산책' });
    for (let n = 0; n < 5; n += 1) await world.shared(unknown, { location: '서울' });
    await Promise.all(Array.from({ length: 3 }, () => follow(member(), star)));
    const last = member();
    await world.hear({ type: 'MemberFollowed', followerId: last.memberId, followeeId: star.memberId, version: 1 });
    const { recommendation, codes } = await world.request(viewer, { ...open, kind: 'TREND' });
    expect(codes).toEqual([]);
    const { plan } = await world.settled(viewer, recommendation?.id ?? '');
    expect(plan).toMatchObject({ origin: 'TREND', location: '경주', groupSize: 1, days: 1, travelDate: null });
    expect(world.advisor.asked.at(-1)?.tastes).toEqual(expect.arrayContaining(['조용한', '산책']));

    const within = await world.request(viewer, { ...open, kind: 'TREND', location: '부산', travelDate: inDays(1) });
    const { plan: there } = await world.settled(viewer, within.recommendation?.id ?? '');
    expect(there).toMatchObject({ location: '부산', travelDate: inDays(1) });
  });

  test('TASTE goes by the plans with my heart that I may see', async () => {
    const [owner, viewer] = [member(), member()];
    const seen = await world.shared(owner, { location: '아틀란티스', details: '물속 도시' });
    const hidden = await world.shared(owner, { location: '서울', details: '비밀 정원' });
    for (const id of [hidden, seen]) await world.heart(viewer, id);
    await world.unshare(owner, hidden);
    const lost = await world.request(viewer, { ...open, kind: 'TASTE' });
    expect(await world.settled(viewer, lost.recommendation?.id ?? '')).toMatchObject({
      failure: { reason: 'NOTHING_KNOWN_OF_PLACE' },
    });
    expect(JSON.stringify(world.advisor.asked.at(-1))).not.toMatch(/비밀|서울/);
    // The favourite place is one that nobody knows: the next one is taken.
    await world.heart(viewer, await world.shared(owner, { location: '아틀란티스', details: '물속 도시' }));
    await world.heart(viewer, await world.shared(owner, { location: '부산', details: '야경 좋은 곳' }));
    const { recommendation } = await world.request(viewer, { ...open, kind: 'TASTE' });
    const { plan } = await world.settled(viewer, recommendation?.id ?? '');
    expect(plan).toMatchObject({ origin: 'TASTE', location: '부산' });
    expect(world.advisor.asked.at(-1)?.tastes).toEqual(expect.arrayContaining(['물속', '야경']));
  });
});

test.each(buses)('a plan that others inspired repeats nothing of what they wrote, on $name', async (kind) => {
  const advisor = openAdvisor({ logger: createLogger('plan', 'silent') });
  const world = await openWorld(kind, { advisor });
  const [owner, viewer] = [member(), member()];
  const written = { location: '부산 아무개네 https://example.org', title: '아무개', details: '아무개의 바다' };
  await world.heart(viewer, await world.shared(owner, written));
  const { recommendation } = await world.request(viewer, { ...open, kind: 'TASTE' });
  const { plan } = await world.settled(viewer, recommendation?.id ?? '');
  expect(plan).toMatchObject({ origin: 'TASTE', location: '부산' });
  expect(JSON.stringify(plan)).not.toMatch(/아무개|example/);
  await world.close();
  await advisor.close();
});

const open = { location: null, travelDate: null, budget: null, groupSize: null };
