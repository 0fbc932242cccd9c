import { buses } from '@moa/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Member, member, openWorld, type World } from './world.ts';

describe.each(buses)('all at once on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const countsOf = async (whom: Member) =>
    (await world.read(whom, whom, 'followerCount followingCount')).shown as object;

  test('a hundred members follow one, and each is counted', async () => {
    const [star = member(), ...fans] = await world.joined(101);
    const answers = await Promise.all(fans.map((fan) => world.follow(fan, star)));
    expect(answers.filter(({ codes }) => codes?.length !== 0)).toEqual([]);
    expect(await countsOf(star)).toEqual({ followerCount: 100, followingCount: 0 });
    // Each saw the count as it was right after its own change, or later.
    expect(Math.max(...answers.map(({ them }) => them?.followerCount ?? 0))).toBe(100);
    expect((await world.facts()).filter(({ followeeId }) => followeeId === star.memberId)).toHaveLength(100);
    expect(await world.miscounted()).toEqual([]);
  });

  test('one member follows another twenty times, and is counted once', async () => {
    const [kim = member(), lee = member()] = await world.joined(2);
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.follow(kim, lee)));
    expect(answers.map(({ them }) => them?.followerCount)).toEqual(Array(20).fill(1));
    expect((await world.facts(kim)).map(({ topic, version }) => `${topic} ${version}`)).toEqual(['MemberFollowed 1']);
    expect(await world.miscounted()).toEqual([]);
  });

  test('everybody follows everybody, both ways, and nobody waits in a circle', async () => {
    const crowd = await world.joined(8);
    const others = crowd.flatMap((one) => crowd.filter((other) => other !== one).map((other) => [one, other] as const));
    const answers = await Promise.all(others.map(([one, other]) => world.follow(one, other)));
    expect(answers.filter(({ errors }) => errors)).toEqual([]);
    for (const one of crowd) expect(await countsOf(one)).toEqual({ followerCount: 7, followingCount: 7 });
  });

  test('a storm of following and unfollowing tells each change once, in its order', async () => {
    const [lee = member(), ...people] = await world.joined(5);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_none, n) =>
        people.map((one) => (n % 2 === 0 ? world.follow(one, lee) : world.unfollow(one, lee))),
      ).flat(),
    );
    expect(answers.filter(({ errors }) => errors)).toEqual([]);
    for (const one of people) {
      const told = (await world.facts(one)).map(({ topic, version }) => `${topic} ${version}`);
      expect(told).toEqual(
        told.map((_fact, index) => `${index % 2 === 0 ? 'MemberFollowed' : 'MemberUnfollowed'} ${index + 1}`),
      );
    }
    expect(await world.miscounted()).toEqual([]);
  });

  test('members who leave while others come lose nobody’s count', async () => {
    const crowd = await world.joined(10);
    const [star = member(), fan = member(), ...rest] = crowd;
    await Promise.all([world.follow(star, fan), world.follow(fan, star)]);
    await Promise.all([
      ...rest.flatMap((one) => [world.follow(one, star), world.follow(fan, one), world.unfollow(fan, one)]),
      world.leave(star),
      world.leave(fan),
    ]);
    for (const gone of [star, fan]) {
      await world.endFollows(gone);
      expect(await countsOf(gone)).toEqual({ followerCount: 0, followingCount: 0 });
    }
    expect(await world.miscounted()).toEqual([]);
    // Each follow of those who left was told, and so was its end.
    for (const { followerId, followeeId } of await factsAbout(star)) {
      const told = (await factsAbout(star)).filter(
        (fact) => fact.followerId === followerId && fact.followeeId === followeeId,
      );
      expect(told.length % 2).toBe(0);
    }
  });
  const factsAbout = async ({ memberId }: Member) =>
    (await world.facts()).filter(({ followerId, followeeId }) => [followerId, followeeId].includes(memberId));

  test('whatever happens, it is what a simple model says', async () => {
    const wish = fc.record({
      follows: fc.boolean(),
      follower: fc.nat({ max: 3 }),
      followee: fc.nat({ max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(wish, { maxLength: 6 }), { maxLength: 5 }), async (bursts) => {
        const crowd = await world.joined(4);
        const of = (n: number) => crowd[n] ?? member();
        const pairs = new Set<string>();
        for (const burst of bursts) {
          // Of what is asked of one pair at once anything may come last, so each burst asks once of each.
          const asked = [...new Map(burst.map((one) => [`${one.follower} ${one.followee}`, one]))];
          await Promise.all(
            asked.map(async ([key, { follows, follower, followee }]) => {
              const { codes } = await (follows ? world.follow : world.unfollow)(of(follower), of(followee));
              expect(codes).toEqual(follows && follower === followee ? ['SELF'] : []);
              if (!follows) pairs.delete(key);
              else if (follower !== followee) pairs.add(key);
            }),
          );
        }
        const listed = (side: 0 | 1, n: number) =>
          [...pairs]
            .filter((key) => Number(key.split(' ')[side]) === n)
            .map((key) => of(Number(key.split(' ')[1 - side])).memberId)
            .sort();
        for (const [n, one] of crowd.entries()) {
          const { shown } = await world.read<{
            followerCount: number;
            followingCount: number;
            followers: { nodes: { id: string }[] };
            following: { nodes: { id: string }[] };
          }>(one, one, 'followerCount followingCount followers { nodes { id } } following { nodes { id } }');
          expect(shown?.followers.nodes.map(({ id }) => id).sort()).toEqual(listed(1, n));
          expect(shown?.following.nodes.map(({ id }) => id).sort()).toEqual(listed(0, n));
          expect(shown).toMatchObject({
            followerCount: listed(1, n).length,
            followingCount: listed(0, n).length,
          });
        }
        expect(await world.miscounted()).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});
