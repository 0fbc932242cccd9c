import { randomUUIDv7 } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { openDatabase } from '@moa/database';
import type { Viewer } from '@moa/identity';
import { explainOn } from '@moa/subgraph/testing';
import { buses, post } from '@moa/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { database } from '../src/index.ts';
import { findPairsOf } from '../src/persistence/erase-pairs.ts';
import { findCounts, findFollowed, findFollowers, findFollowing } from '../src/persistence/follow-views.ts';
import { type Member, member, nobody, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  const [kind] = buses;
  if (!kind) throw new Error('There is no bus to test on.');
  world = await openWorld(kind);
});
afterAll(() => world.close());

const pageFields = 'edges { cursor node { id } } nodes { id } pageInfo { hasNextPage endCursor }';
type Page = {
  edges: { cursor: string; node: { id: string } }[];
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

describe('lists', () => {
  let star: Member;
  let fans: Member[];
  beforeEach(async () => {
    const [first = member(), ...others] = await world.joined(6);
    [star, fans] = [first, others];
    for (const fan of fans) {
      await world.follow(fan, star);
      await world.follow(star, fan);
    }
  });
  const latestFirst = () => fans.map(({ memberId }) => memberId).reverse();

  const page = async (viewer: Viewer, list: 'followers' | 'following', argument: string) => {
    const { shown, code } = await world.read<Record<string, Page | null>>(
      viewer,
      star,
      `${list}(${argument}) { ${pageFields} }`,
    );
    return { ids: shown?.[list]?.nodes.map(({ id }) => id), code, page: shown?.[list] };
  };
  const onwards = (from: Page | null | undefined) => `after: "${from?.pageInfo.endCursor}"`;

  test.each(['followers', 'following'] as const)('%s shows anybody the latest first, page by page', async (list) => {
    for (const viewer of [nobody, member(), star]) {
      const first = await page(viewer, list, 'first: 2');
      expect(first.ids).toEqual(latestFirst().slice(0, 2));
      expect(first.page?.edges.map(({ node }) => node.id)).toEqual(first.ids);
      const second = await page(viewer, list, `first: 2, ${onwards(first.page)}`);
      expect(second.ids).toEqual(latestFirst().slice(2, 4));
      const third = await page(viewer, list, `first: 2, ${onwards(second.page)}`);
      expect(third.ids).toEqual(latestFirst().slice(4));
      expect([first, second, third].map((each) => each.page?.pageInfo.hasNextPage)).toEqual([true, true, false]);
    }
  });

  test('keep their place while people come and go', async () => {
    const first = await page(nobody, 'followers', 'first: 2');
    const [newcomer = member()] = await world.joined(1);
    const [, seen = member(), next = member()] = [...fans].reverse();
    await world.follow(newcomer, star);
    await world.unfollow(seen, star);
    await world.unfollow(next, star);
    await world.follow(next, star);
    expect((await page(nobody, 'followers', `first: 10, ${onwards(first.page)}`)).ids).toEqual(latestFirst().slice(3));
    expect((await page(nobody, 'followers', 'first: 2')).ids).toEqual([next.memberId, newcomer.memberId]);
  });

  test('come in pages of 1 to 100, with cursors of their own', async () => {
    const foreign = Buffer.from(`k:${randomUUIDv7()}`).toString('base64url');
    for (const argument of ['first: 0', 'first: 101', 'after: "nonsense"', `after: "${foreign}"`]) {
      for (const list of ['followers', 'following'] as const) {
        expect(await page(nobody, list, argument)).toMatchObject({ code: 'BAD_USER_INPUT' });
      }
      const { errors } = await world.ask(star, `{ followDashboard(${argument}) { nodes { followedAt } } }`);
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });

  test('are empty for who is unknown', async () => {
    const nothing = {
      followers: { nodes: [] },
      following: { nodes: [] },
      followerCount: 0,
      followingCount: 0,
      followedByMe: false,
    };
    for (const unknown of [member(), { memberId: 'nonsense' }]) {
      const { shown } = await world.read(
        star,
        unknown,
        'followers { nodes { id } } following { nodes { id } } followerCount followingCount followedByMe',
      );
      expect(shown).toEqual(nothing);
    }
  });

  test('the dashboard is of whom I follow, as it is now', async () => {
    type Dashboard = { followDashboard: { nodes: { member: { id: string }; followedAt: string }[]; pageInfo: object } };
    const dashboard = async (viewer: Viewer, argument = 'first: 3') => {
      const { data, errors } = await world.ask<Dashboard>(
        viewer,
        `{ followDashboard(${argument}) { nodes { member { id followerCount } followedAt } pageInfo { hasNextPage endCursor } } }`,
      );
      return data?.followDashboard ?? errors?.[0]?.extensions?.code;
    };
    expect(await dashboard(star)).toEqual({
      nodes: latestFirst()
        .slice(0, 3)
        .map((id) => ({
          member: { id, followerCount: 1 },
          followedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        })),
      pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
    });
    const [latest = member(), earlier = member()] = [...fans].reverse();
    await world.unfollow(star, latest);
    await world.follow(member(), earlier);
    expect(await dashboard(star, 'first: 1')).toMatchObject({
      nodes: [{ member: { id: earlier.memberId, followerCount: 2 } }],
    });
    expect(await dashboard(member())).toMatchObject({ nodes: [] });
    expect(await dashboard(nobody)).toBe('UNAUTHENTICATED');
  });

  test('who follows is told only to members', async () => {
    expect((await world.read(fans[0] ?? nobody, star, 'followedByMe')).shown).toEqual({ followedByMe: true });
    expect((await world.read(star, star, 'followedByMe')).shown).toEqual({ followedByMe: false });
    expect(await world.read(nobody, star, 'followedByMe followerCount')).toEqual({
      shown: { followedByMe: null, followerCount: 5 },
      code: undefined,
    });
  });

  test('are read with one statement each, and all counts of a page with one more', async () => {
    const execute = vi.spyOn(EntityManager.prototype, 'execute');
    const fields = 'id followerCount followingCount followedByMe';
    await world.read(
      star,
      star,
      `${fields} followers(first: 5) { nodes { ${fields} following(first: 3) { nodes { id } } } edges { node { ${fields} } } }
       following(first: 5) { nodes { ${fields} followers(first: 3) { nodes { id } } } }`,
    );
    const texts = execute.mock.calls.map(([text]) => String(text));
    execute.mockRestore();
    const of = (words: RegExp) => texts.filter((text) => words.test(text)).length;
    expect({
      lists: of(/order by pairs.number desc/),
      counts: of(/from members/),
      followed: of(/followee_id = any/),
    }).toEqual({
      // Two of the member, and two for all who are on them.
      lists: 4,
      // Once for the member, whose lists are not there yet, and once for all who are on them.
      counts: 2,
      followed: 2,
    });
  });

  test('answer only to the router', async () => {
    expect((await post(world.url, { query: '{ __typename }' })).status).toBe(401);
  });
});

test('lists and look-ups of a popular member use their indexes', async () => {
  const orm = await openDatabase(world.databaseUrl, database, { logger: world.logger, poolMax: 1 });
  const em = orm.em.fork();
  await em.execute('set statement_timeout = 30000');
  // One member whom 60,000 follow and who follows 20,000, beside 40,000 others; every tenth has ceased to.
  for (const [from, to, count] of [
    [`md5('fan' || n)`, `md5('star')`, 60_000],
    [`md5('star')`, `md5('fan' || n)`, 20_000],
    [`md5('fan' || n)`, `md5('other' || n % 1000)`, 40_000],
  ] as const) {
    await em.execute(
      `insert into pairs (follower_id, followee_id, version, number, followed_at)
       select ${from}::uuid, ${to}::uuid, case when is_over then 2 else 1 end,
         case when not is_over then nextval('follow_numbers') end, case when not is_over then now() end
       from (select n, n % 10 = 0 as is_over from generate_series(1, ${count}) n) as followed`,
    );
  }
  await em.execute(`insert into members (id) select md5('fan' || n)::uuid from generate_series(1, 60000) n`);
  await em.execute('analyze pairs; analyze members');
  const [{ star, fan }]: [{ star: string; fan: string }] = await em.execute(
    `select md5('star')::uuid as star, md5('fan1')::uuid as fan`,
  );
  const explained = async (run: (explaining: EntityManager) => Promise<unknown>): Promise<string> => {
    const { explaining, plans } = explainOn(em);
    await run(explaining);
    const plan = plans.at(-1) ?? '';
    expect(plan).not.toMatch(/Seq Scan/);
    return plan;
  };
  for (const after of [null, '30000']) {
    for (const [find, index] of [
      [findFollowers, 'pairs_of_followee'],
      [findFollowing, 'pairs_of_follower'],
    ] as const) {
      const plan = await explained((explaining) => find(explaining, [fan, star], { first: 20, after }));
      expect(plan).toMatch(new RegExp(`Limit .*\n +-> +Index Scan using ${index} .*\n +Index Cond: .*'${star}'`));
    }
  }
  expect(await explained((explaining) => findCounts(explaining, [star, fan]))).toMatch(/members_pkey/);
  const followed = await explained((explaining) => findFollowed(explaining, star, [fan, randomUUIDv7()]));
  expect(followed).toMatch(/Index (Only )?Scan.* pairs_pkey/);
  await explained((explaining) => findPairsOf(explaining, star, 500));
  await orm.close();
});
