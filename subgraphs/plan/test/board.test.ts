import { randomUUIDv7 } from 'node:crypto';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member, nobody, openWorld, type World } from './world.ts';

describe.each(buses)('the board on $name (P2)', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  const found = async (search: string) => (await world.board(nobody, { search, first: 100 })).page?.ids.toSorted();

  test('is searched by parts of words, in Korean too; all words must be there, and wildcards are text', async () => {
    const owner = member();
    const busan = await world.shared(owner, { location: '부산 해운대', title: '여름 바다', details: '돼지국밥 100%' });
    const jeju = await world.shared(owner, { location: '제주 Jeju', details: '한라산과 바다, 귤' });
    await world.created(owner, { location: '부산 감천마을' });
    expect(await found('부산')).toEqual([busan]);
    expect(await found('운대')).toEqual([busan]);
    expect(await found('국밥')).toEqual([busan]);
    expect(await found('바다')).toEqual([busan, jeju].toSorted());
    expect(await found('바다 해운')).toEqual([busan]);
    expect(await found('  여름   부산 ')).toEqual([busan]);
    expect(await found('JEJU 귤')).toEqual([jeju]);
    expect(await found('한라산'.normalize('NFD'))).toEqual([jeju]);
    expect(await found('산부')).toEqual([]);
    expect(await found('0%')).toEqual([busan]);
    expect(await found('%%')).toEqual([]);
    expect(await found('_')).toEqual([]);
    expect(await found('부\0산')).toEqual([busan]);
    expect((await found(''))?.length).toBe(2);
    for (const search of ['x'.repeat(101), 'a b c d e f g h i j k']) {
      expect((await world.board(nobody, { search })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
    // What changes is found by its new words only; what is unshared, not at all.
    await world.update(owner, busan, { expectedVersion: 2, location: '포항' });
    expect(await found('포항')).toEqual([busan]);
    expect(await found('해운대')).toEqual([]);
    await world.unshare(owner, busan);
    expect(await found('포항')).toEqual([]);
    await world.update(owner, busan, { expectedVersion: 4, location: '울산' });
    expect(await found('울산')).toEqual([]);
    await world.remove(owner, jeju);
    expect(await found('귤')).toEqual([]);
  });

  test('is paged newest first, and stays so while plans are added and taken away', async () => {
    const word = `쪽${randomUUIDv7().slice(-6)}`;
    const owner = member();
    const ids: string[] = [];
    for (let n = 0; n < 7; n += 1) ids.unshift(await world.shared(owner, { title: word }));
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { page } = await world.board(nobody, { search: word, first: 2, after });
      seen.push(...(page?.ids ?? []));
      after = page?.hasNextPage ? page.endCursor : null;
      await world.shared(owner, { title: word });
      // Somebody whom the reader has met already leaves.
      if (seen[0]) await world.unshare(owner, seen[0]);
    } while (after);
    expect(seen).toEqual(ids);
  });

  test('is paged by hearts, of equal ones the newest first', async () => {
    const word = `인기${randomUUIDv7().slice(-6)}`;
    const owner = member();
    const ids: string[] = [];
    for (const hearts of [1, 2, 0, 2, 1]) {
      const id = await world.shared(owner, { title: word });
      for (let n = 0; n < hearts; n += 1) await world.heart(member(), id);
      ids.push(id);
    }
    const expected = [3, 1, 4, 0, 2].map((n) => ids[n]);
    const options = { search: word, orderBy: 'HEARTS', first: 2 };
    const first = (await world.board(nobody, options)).page;
    await world.shared(owner, { title: word });
    const second = (await world.board(nobody, { ...options, after: first?.endCursor ?? null })).page;
    expect([...(first?.ids ?? []), ...(second?.ids ?? [])]).toEqual(expected.slice(0, 4));
  });

  test('takes only its own cursors, and those of the same order', async () => {
    const owner = member();
    for (let n = 0; n < 2; n += 1) await world.shared(owner);
    const newest = (await world.board(nobody, { first: 1 })).page?.endCursor ?? '';
    const hearts = (await world.board(nobody, { first: 1, orderBy: 'HEARTS' })).page?.endCursor ?? '';
    const made = (key: string) => Buffer.from(`k:${key}`).toString('base64url');
    const foreign = made(randomUUIDv7());
    const inventedOn = (day: string) => made(`${day}T00:00:00.000Z_${randomUUIDv7()}`);
    for (const [after, orderBy] of [
      [inventedOn('2026-02-30'), 'NEWEST'],
      [inventedOn('0000-01-01'), 'NEWEST'],
      [hearts, 'NEWEST'],
      [newest, 'HEARTS'],
      [foreign, 'NEWEST'],
      ['x', 'HEARTS'],
    ] as const) {
      expect((await world.board(nobody, { after, orderBy })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
    expect((await world.board(nobody, { first: 101 })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  test('what members share comes page by page, for many members at once', async () => {
    const owners = [member(), member(), member()];
    const shared = new Map<string, string[]>();
    for (const owner of owners) {
      const ids = [];
      for (let n = 0; n < 3; n += 1) ids.unshift(await world.shared(owner));
      await world.created(owner);
      shared.set(owner.memberId, ids);
    }
    const { data } = await world.ask<{ _entities: { id: string; sharedPlans: { nodes: { id: string }[] } }[] }>(
      nobody,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member { id sharedPlans(first: 2) { nodes { id } } } } }`,
      { r: [...owners, member()].map(({ memberId }) => ({ __typename: 'Member', id: memberId })) },
    );
    const seen = data?._entities.map(({ id, sharedPlans }) => [id, sharedPlans.nodes.map((node) => node.id)]);
    expect(seen?.slice(0, 3)).toEqual(owners.map(({ memberId }) => [memberId, shared.get(memberId)?.slice(0, 2)]));
    expect(seen?.[3]?.[1]).toEqual([]);
    const of = owners[0]?.memberId ?? '';
    const first = await world.listOf(nobody, 'sharedPlans', { of, first: 2 });
    const next = await world.listOf(nobody, 'sharedPlans', { of, after: first?.endCursor ?? null });
    expect(next?.ids).toEqual(shared.get(of)?.slice(2));
  });
});
