import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedFollows } from '../src/index.ts';
import { type Member, member, nobody, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  const [kind] = buses;
  if (!kind) throw new Error('There is no bus to test on.');
  world = await openWorld(kind);
});
afterAll(() => world?.close());

const seed = (...follows: readonly (readonly [Member, Member])[]) =>
  seedFollows(
    world.databaseUrl,
    follows.map(([follower, followee]) => ({ followerId: follower.memberId, followeeId: followee.memberId })),
    world.logger,
  );
const told = async (follower: Member) =>
  (await world.facts(follower)).map(({ topic, version, followeeId }) => ({ topic, version, followeeId }));
const following = async (whom: Member) => {
  const { shown } = await world.read<{ following: { nodes: { id: string }[] } }>(
    nobody,
    whom,
    'following { nodes { id } }',
  );
  return shown?.following.nodes.map(({ id }) => id);
};

test('demo members follow each other once, are counted, and everybody hears of it', async () => {
  const [kim, lee, park] = [member(), member(), member()];
  for (let n = 0; n < 2; n += 1) await seed([kim, lee], [lee, kim], [kim, park]);
  expect(await following(kim)).toEqual([park.memberId, lee.memberId]);
  expect(await following(lee)).toEqual([kim.memberId]);
  expect(await told(kim)).toEqual(
    [lee, park].map(({ memberId }) => ({ topic: 'MemberFollowed', version: 1, followeeId: memberId })),
  );
  expect(await world.miscounted()).toEqual([]);
  await until(async () => {
    const { rows } = await world.sql.query('select from outbox where sent_at is null limit 1');
    return rows.length === 0;
  });
});

test('what demo members did since, stands', async () => {
  const [kim, lee, gone] = [member(), member(), member()];
  await seed([kim, lee], [kim, gone], [gone, lee]);
  await world.unfollow(kim, lee);
  await world.leave(gone);
  await seed([kim, lee], [kim, gone], [gone, lee]);
  expect(await following(kim)).toEqual([]);
  expect(await following(gone)).toEqual([]);
  expect((await told(kim)).map(({ topic }) => topic)).toEqual([
    'MemberFollowed',
    'MemberFollowed',
    'MemberUnfollowed',
    'MemberUnfollowed',
  ]);
  expect(await world.miscounted()).toEqual([]);
});
