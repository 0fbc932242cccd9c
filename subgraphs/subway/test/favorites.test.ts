import { randomUUIDv7 } from 'node:crypto';
import { EntityManager } from '@mikro-orm/postgresql';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { admin, gangnam, type Member, member, nobody, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  // A Friday noon in Seoul.
  world = await openWorld(undefined, () => new Date('2026-11-20T12:00:00+09:00'));
});
afterAll(() => world?.close());

const nodesOf = async (viewer: Member) => (await world.favorites(viewer)).page?.nodes;

describe('a favourite path', () => {
  test('is remembered once, each way for itself, and forgotten', async () => {
    const kim = member();
    const first = await world.addFavorite(kim, gangnam, '1');
    expect(first).toMatchObject({
      codes: [],
      shown: { from: { id: gangnam, name: '강남' }, to: { id: '1' }, addedAt: '2026-11-20T03:00:00.000Z' },
    });
    expect(await world.addFavorite(kim, gangnam, '1')).toMatchObject({ codes: [], shown: first.shown });
    const back = await world.addFavorite(kim, '1', gangnam);
    expect((await nodesOf(kim))?.map(({ id }) => id)).toEqual([back.shown?.id, first.shown?.id]);

    const id = first.shown?.id ?? '';
    expect(await world.removeFavorite(kim, id)).toMatchObject({ shown: id, codes: [] });
    expect(await world.removeFavorite(kim, id)).toMatchObject({
      shown: null,
      userErrors: [{ code: 'FAVORITE_NOT_FOUND', field: ['id'] }],
    });
    expect((await nodesOf(kim))?.map((node) => node.id)).toEqual([back.shown?.id]);
  });

  test.each<[string, string, string, string]>([
    [gangnam, gangnam, 'SAME_STATION', 'to'],
    [gangnam, randomUUIDv7(), 'STATION_NOT_FOUND', 'to'],
    ['\u0000', gangnam, 'STATION_NOT_FOUND', 'from'],
    ['강남', gangnam, 'STATION_NOT_FOUND', 'from'],
  ])('from %j to %j is refused with %s', async (from, to, code, field) => {
    expect(await world.addFavorite(member(), from, to)).toMatchObject({
      shown: null,
      userErrors: [{ code, field: [field] }],
    });
  });

  test('is one of a hundred at most', async () => {
    const kim = member();
    await world.em().execute(
      `insert into favorite_paths (id, member_id, from_station_id, to_station_id, added_at)
       select gen_random_uuid(), ?, '1', n::text, now() from generate_series(2, 100) n`,
      [kim.memberId],
    );
    // Two at the same moment, and only one place.
    const answers = await Promise.all([world.addFavorite(kim, '1', '101'), world.addFavorite(kim, '1', '102')]);
    expect(answers.map(({ codes }) => codes).toSorted()).toEqual([[], ['TOO_MANY']]);
    expect(answers.find(({ codes }) => codes?.length)?.userErrors).toMatchObject([{ field: null }]);
    // One that is there already needs no place.
    expect((await world.addFavorite(kim, '1', '2')).codes).toEqual([]);
  });

  test('is remembered once, though asked for ten times at the same moment', async () => {
    const kim = member();
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.addFavorite(kim, '1', gangnam)));
    expect(new Set(answers.map(({ shown }) => shown?.id)).size).toBe(1);
    expect(await nodesOf(kim)).toHaveLength(1);
  });

  test('shows the way as it is just now, and the fare for the member’s age', async () => {
    const kim = member();
    await world.addFavorite(kim, gangnam, '1');
    const shows = `path { by departAt stations { id } durationSeconds fare { card } fares { passenger card } } fare { passenger card isEarlyBird }
      shortest: path(by: DISTANCE) { distanceMeters by }`;
    type Shown = {
      path: {
        by: string;
        departAt: null;
        stations: { id: string }[];
        fare: { card: number };
        fares: { passenger: string; card: number }[];
      };
      fare: { passenger: string; card: number; isEarlyBird: boolean };
      shortest: { by: string; distanceMeters: number };
    };
    for (const [age, passenger] of [
      [null, 'ADULT'],
      [0, 'INFANT'],
      [6, 'CHILD'],
      [13, 'YOUTH'],
      [19, 'ADULT'],
      [65, 'SENIOR'],
    ] as const) {
      const { page, errors } = await world.favorites<Shown>(kim, { age, shows });
      expect(errors).toBeUndefined();
      const [shown] = page?.nodes ?? [];
      expect(shown).toMatchObject({
        path: { by: 'DURATION', departAt: null },
        fare: { passenger, isEarlyBird: false },
      });
      expect(shown?.fare.card).toBe(shown?.path.fares.find((fare) => fare.passenger === passenger)?.card);
      expect(shown?.path.stations.at(0)?.id).toBe(gangnam);
      expect(shown?.path.stations.at(-1)?.id).toBe('1');
      expect(shown?.shortest).toMatchObject({ by: 'DISTANCE' });
    }
  });

  test('has no way while no line connects its ends', async () => {
    const kim = member();
    const [alone = ''] = await world.stations(1);
    expect((await world.addFavorite(kim, alone, gangnam)).codes).toEqual([]);
    const { page, errors } = await world.favorites(kim, {
      shows: 'from { id lines { id } } path { by } fare { card }',
    });
    expect(errors).toBeUndefined();
    expect(page?.nodes).toEqual([{ from: { id: alone, lines: [] }, path: null, fare: null }]);
  });

  test('goes with its station', async () => {
    const kim = member();
    const [gone = ''] = await world.stations(1);
    await world.addFavorite(kim, gone, gangnam);
    await world.addFavorite(kim, gangnam, gone);
    const { shown: stays } = await world.addFavorite(kim, gangnam, '1');
    expect((await world.deleteStation(gone)).codes).toEqual([]);
    expect((await nodesOf(kim))?.map(({ id }) => id)).toEqual([stays?.id]);
  });
});

describe('the list', () => {
  test('is only its member’s', async () => {
    const [kim, lee] = [member(), member()];
    const { shown } = await world.addFavorite(kim, gangnam, '1');
    for (const viewer of [lee, admin, nobody]) {
      expect(await world.favorites(viewer, { of: kim.memberId, age: 30 })).toEqual({ page: null, errors: undefined });
    }
    const reference = { __typename: 'Member', id: kim.memberId, age: 30 };
    expect((await world.entity(lee, reference, 'id age')).shown).toEqual({ id: kim.memberId, age: null });
    expect((await world.entity(kim, reference, 'id age')).shown).toEqual({ id: kim.memberId, age: 30 });
    expect((await world.removeFavorite(lee, shown?.id ?? '')).codes).toEqual(['FAVORITE_NOT_FOUND']);
    for (const change of [world.addFavorite(nobody, gangnam, '1'), world.removeFavorite(nobody, shown?.id ?? '')]) {
      expect((await change).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    }
    expect(await nodesOf(kim)).toHaveLength(1);
  });

  test('shows the latest first, page by page, and keeps its place', async () => {
    const kim = member();
    for (const to of ['1', '2', '3', '4', '5']) await world.addFavorite(kim, gangnam, to);
    const page = async (argument: string) => {
      const { page: shown } = await world.favorites(kim, { page: argument });
      return { to: shown?.nodes.map(({ to }) => to.id), ...shown?.pageInfo };
    };
    const first = await page('(first: 2)');
    expect(first).toMatchObject({ to: ['5', '4'], hasNextPage: true });
    await world.addFavorite(kim, gangnam, '6');
    const [, , seen] = (await nodesOf(kim)) ?? [];
    await world.removeFavorite(kim, seen?.id ?? '');
    const second = await page(`(first: 2, after: "${first.endCursor}")`);
    expect(second).toMatchObject({ to: ['3', '2'], hasNextPage: true });
    expect(await page(`(first: 2, after: "${second.endCursor}")`)).toMatchObject({ to: ['1'], hasNextPage: false });
  });

  test('comes in pages of 1 to 100, with cursors of its own', async () => {
    const foreign = Buffer.from('k:강남').toString('base64url');
    for (const page of ['(first: 0)', '(first: 101)', '(after: "nonsense")', `(after: "${foreign}")`]) {
      const { errors } = await world.favorites(member(), { page });
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });

  test('is empty for who has none', async () => {
    expect((await world.favorites(member())).page).toMatchObject({ nodes: [], pageInfo: { hasNextPage: false } });
  });

  test('costs one statement, and one for the version, however much is in it', async () => {
    const kim = member();
    for (const to of ['1', '2', '3', '4', '5']) await world.addFavorite(kim, gangnam, to);
    const reference = { __typename: 'Member', id: kim.memberId, age: 30 };
    await world.ask(kim, '{ subwayLines { id } }'); // this process knows the network
    const execute = vi.spyOn(EntityManager.prototype, 'execute');
    const { data, errors } = await world.ask<{ _entities: { favoritePaths: { nodes: unknown[] } }[] }>(
      kim,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member { favoritePaths {
         nodes { from { id lines { id } } to { id } path { durationSeconds fare { card } } fare { card } } } } } }`,
      { r: [reference, reference, reference] },
    );
    const texts = execute.mock.calls.map(([text]) => String(text)).filter((text) => !/outbox|inbox/.test(text));
    execute.mockRestore();
    expect(errors).toBeUndefined();
    expect(data?._entities.map(({ favoritePaths }) => favoritePaths.nodes.length)).toEqual([5, 5, 5]);
    expect(texts.map((text) => /from (\w+)$|from (unnest)/.exec(text)?.slice(1).join(''))).toEqual([
      'unnest',
      'network',
    ]);
  });
});

describe.each(buses)('a member who deletes their account, on $name', (kind) => {
  let other: World;
  beforeAll(async () => {
    other = await openWorld(kind);
  });
  afterAll(() => other?.close());

  const gone = ({ memberId }: Member) => ({ type: 'MemberDeleted', memberId, version: 2 });

  test('leaves no favourites, and others keep theirs', async () => {
    const [kim, lee] = [member(), member()];
    for (const each of [kim, lee]) await other.addFavorite(each, gangnam, '1');
    await other.hear(gone(kim));
    expect((await other.favorites(kim)).page?.nodes).toEqual([]);
    expect((await other.favorites(lee)).page?.nodes).toHaveLength(1);
    await other.hear(gone(kim));
    expect((await other.favorites(lee)).page?.nodes).toHaveLength(1);
  });

  test('leaves none with a token that lives longer, either', async () => {
    const kim = member();
    await other.hear(gone(kim));
    const { shown, errors } = await other.addFavorite(kim, gangnam, '1');
    expect([shown, errors?.[0]?.extensions?.code]).toEqual([undefined, 'UNAUTHENTICATED']);
    expect(await other.em().execute('select from favorite_paths where member_id = ?', [kim.memberId])).toEqual([]);
  });

  test('and adds favourites at the very moment', async () => {
    const crowd = Array.from({ length: 5 }, () => member());
    await Promise.all(
      crowd.flatMap((one) => [
        ...['1', '2', '3'].map((to) => other.addFavorite(one, gangnam, to)),
        other.hear(gone(one)),
      ]),
    );
    const ids = crowd.map(({ memberId }) => memberId);
    expect(
      await other.em().execute('select from favorite_paths where member_id = any(?::uuid[])', [`{${ids}}`]),
    ).toEqual([]);
  });
});
