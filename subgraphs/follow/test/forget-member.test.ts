import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Member, member, openWorld, type World } from './world.ts';

describe.each(buses)('a member who deletes their account, on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const shown = async (whom: Member) =>
    (await world.read(whom, whom, 'followerCount followingCount followers { nodes { id } } following { nodes { id } }'))
      .shown;
  const alone = { followerCount: 0, followingCount: 0, followers: { nodes: [] }, following: { nodes: [] } };

  test('vanishes from lists and counts, and every end is told', async () => {
    const [gone = member(), kim = member(), lee = member()] = await world.joined(3);
    await world.follow(gone, kim);
    await world.follow(kim, gone);
    await world.follow(kim, lee);
    // Long over, and no news.
    await world.follow(lee, gone);
    await world.unfollow(lee, gone);
    await world.leave(gone);
    expect(await shown(gone)).toEqual(alone);
    expect(await shown(kim)).toEqual({ ...alone, followingCount: 1, following: { nodes: [{ id: lee.memberId }] } });
    expect(await shown(lee)).toEqual({ ...alone, followerCount: 1, followers: { nodes: [{ id: kim.memberId }] } });

    const told = (fact: { topic: string; version: number }) => `${fact.topic} ${fact.version}`;
    expect((await world.facts(gone)).map(told)).toEqual(['MemberFollowed 1', 'MemberUnfollowed 2']);
    expect((await world.facts(lee)).map(told)).toEqual(['MemberFollowed 1', 'MemberUnfollowed 2']);
    expect(await world.facts(kim)).toMatchObject([
      { topic: 'MemberFollowed', followeeId: gone.memberId },
      { topic: 'MemberFollowed', followeeId: lee.memberId },
      { topic: 'MemberUnfollowed', followeeId: gone.memberId, version: 2 },
    ]);

    // Heard twice, and worked twice.
    await world.hear('MemberDeleted', gone);
    await world.endFollows(gone);
    expect((await world.facts(gone)).map(told)).toEqual(['MemberFollowed 1', 'MemberUnfollowed 2']);
    expect(await world.miscounted()).toEqual([]);
  });

  test('leaves thousands behind in many transactions, none of which says a thing twice', async () => {
    const [gone = member(), kim = member()] = await world.joined(2);
    await world.follow(kim, gone);
    const fans = 2_300;
    await world.sql.query(
      `with fan as (
         insert into members (id, follower_count, following_count)
         select gen_random_uuid(), 1, 1 from generate_series(1, ${fans}) returning id
       ), pair as (
         insert into pairs (follower_id, followee_id, version, number, followed_at)
         select id, $1, 1, nextval('follow_numbers'), now() from fan
         union all select $1, id, 3, nextval('follow_numbers'), now() from fan
       )
       update members set follower_count = follower_count + ${fans}, following_count = following_count + ${fans} where id = $1`,
      [gone.memberId],
    );
    expect(await world.miscounted()).toEqual([]);
    await Promise.all([world.leave(gone), world.endFollows(gone), world.endFollows(gone)]);
    expect(await world.miscounted()).toEqual([]);
    const { rows } = await world.sql.query(
      `select count(*)::int as told, count(distinct (payload->'followerId', payload->'followeeId'))::int as pairs
       from outbox where topic = 'MemberUnfollowed' and $1 in (payload->>'followerId', payload->>'followeeId')`,
      [gone.memberId],
    );
    expect(rows).toEqual([{ told: 2 * fans + 1, pairs: 2 * fans + 1 }]);
    const chunks = await world.sql.query(
      `select count(distinct xmin::text)::int as transactions from outbox where topic = 'endFollows'`,
    );
    expect(chunks.rows[0].transactions).toBeGreaterThan(5);
    await until(async () => {
      const open = await world.sql.query('select from outbox where sent_at is null limit 1');
      return open.rows.length === 0;
    });
  });

  test('may leave before anybody heard that they joined', async () => {
    const [gone, kim = member()] = [member(), ...(await world.joined(1))];
    await world.hear('MemberDeleted', gone);
    await world.hear('MemberJoined', gone);
    expect(await world.follow(kim, gone)).toMatchObject({ codes: ['MEMBER_NOT_FOUND'] });
  });
});
