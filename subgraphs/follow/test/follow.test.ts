import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member, nobody, openWorld, type World } from './world.ts';

describe.each(buses)('following on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const pairOf = async () => {
    const [kim = member(), lee = member()] = await world.joined(2);
    return { kim, lee };
  };
  const notFound = {
    me: null,
    userErrors: [
      { code: 'MEMBER_NOT_FOUND', field: ['memberId'], message: expect.stringContaining('There is no such member.') },
    ],
  };

  test('is told once for each real change, with the version of the pair (P8)', async () => {
    const { kim, lee } = await pairOf();
    const [follower, followee] = [{ id: kim.memberId }, { id: lee.memberId }];
    const following = {
      me: { ...follower, followingCount: 1 },
      them: { ...followee, followerCount: 1, followedByMe: true },
      codes: [],
    };
    const strangers = {
      me: { ...follower, followingCount: 0 },
      them: { ...followee, followerCount: 0, followedByMe: false },
      codes: [],
    };
    expect(await world.unfollow(kim, lee)).toMatchObject(strangers);
    for (const _again of [1, 2]) expect(await world.follow(kim, lee)).toMatchObject(following);
    for (const _again of [1, 2]) expect(await world.unfollow(kim, lee)).toMatchObject(strangers);
    expect(await world.follow(kim, lee)).toMatchObject(following);
    const ends = { followerId: kim.memberId, followeeId: lee.memberId };
    expect(await world.facts(kim)).toEqual([
      { topic: 'MemberFollowed', version: 1, ...ends },
      { topic: 'MemberUnfollowed', version: 2, ...ends },
      { topic: 'MemberFollowed', version: 3, ...ends },
    ]);
    expect(await world.facts(lee)).toEqual([]);
    expect(await world.miscounted()).toEqual([]);
  });

  test('is refused to oneself, however the id is written, and nothing is stored', async () => {
    const { kim } = await pairOf();
    for (const memberId of [kim.memberId, kim.memberId.toUpperCase()]) {
      expect(await world.follow(kim, { memberId })).toMatchObject({ me: null, codes: ['SELF'] });
      expect(await world.unfollow(kim, { memberId })).toMatchObject({ me: { followingCount: 0 }, codes: [] });
    }
    expect(await world.facts(kim)).toEqual([]);
  });

  test('finds nobody who is unknown or has left, in the same words', async () => {
    const { kim, lee } = await pairOf();
    await world.leave(lee);
    // Joining may be heard of after leaving.
    await world.hear('MemberJoined', lee);
    for (const other of [member(), lee, { memberId: 'nonsense' }]) {
      expect(await world.follow(kim, other)).toMatchObject(notFound);
      expect(await world.unfollow(kim, other)).toMatchObject(notFound);
    }
    expect(await world.facts(kim)).toEqual([]);
  });

  test('is for members alone, also for one of whom nothing was heard yet, and not for one who has left', async () => {
    const { kim, lee } = await pairOf();
    const newcomer = member();
    expect(await world.unfollow(newcomer, kim)).toMatchObject({ me: { followingCount: 0 }, codes: [] });
    expect(await world.follow(newcomer, kim)).toMatchObject({ me: { followingCount: 1 }, codes: [] });
    await world.hear('MemberJoined', newcomer);
    expect(await world.follow(lee, newcomer)).toMatchObject({ them: { followerCount: 1 }, codes: [] });
    await world.leave(lee);
    for (const viewer of [lee, nobody, { kind: 'service', name: 'order' } as const]) {
      for (const { errors } of [await world.follow(viewer, kim), await world.unfollow(viewer, kim)]) {
        expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      }
    }
    expect(await world.miscounted()).toEqual([]);
  });

  test('shows in each of several mutations of one operation what that one has changed', async () => {
    const { kim, lee } = await pairOf();
    const { data } = await world.ask(
      kim,
      `mutation ($id: ID!) {
        first: follow(input: { memberId: $id }) { member { followingCount } followedMember { followerCount followedByMe } }
        second: unfollow(input: { memberId: $id }) { member { followingCount } unfollowedMember { followerCount followedByMe } }
      }`,
      { id: lee.memberId },
    );
    expect(data).toEqual({
      first: { member: { followingCount: 1 }, followedMember: { followerCount: 1, followedByMe: true } },
      second: { member: { followingCount: 0 }, unfollowedMember: { followerCount: 0, followedByMe: false } },
    });
  });
});
