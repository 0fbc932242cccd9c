import { randomUUIDv7 } from 'node:crypto';
import type { Viewer } from '@moa/identity';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, member, nobody, openWorld, type World } from './world.ts';

describe.each(buses)('a private plan on $name (P2, A4)', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  const entities = async (viewer: Viewer, representations: readonly object[]) => {
    const { data } = await world.ask<{ _entities: unknown[] }>(
      viewer,
      `query ($r: [_Any!]!) { _entities(representations: $r) {
         ... on Plan { location heartCount itinerary { day } } ... on Recommendation { status plan { location } }
         ... on Member { id plans { nodes { location } } sharedPlans(first: 5) { nodes { location } } } } }`,
      { r: representations },
    );
    return data?._entities;
  };

  test('leaks by no door: not by id, entity, lists, board, hearts or error texts', async () => {
    const [owner, fan] = [member(), member()];
    const secret = `비밀${randomUUIDv7().slice(-6)}`;
    const id = await world.shared(owner, { location: secret, details: `${secret} 이야기` });
    await world.heart(fan, id);
    await world.unshare(owner, id);
    const strangers = [fan, member('MERCHANT', 'COURIER', 'DRIVER'), nobody];
    const nothing = randomUUIDv7();
    for (const viewer of strangers) {
      expect(await world.show(viewer, id)).toBeNull();
      expect(await entities(viewer, [{ __typename: 'Plan', id }])).toEqual([null]);
      expect((await world.board(viewer, { search: secret })).page?.ids).toEqual([]);
      expect((await world.listOf(viewer, 'sharedPlans', { of: owner.memberId }))?.ids).toEqual([]);
    }
    expect((await world.listOf(fan, 'heartedPlans', { of: fan.memberId }))?.ids).toEqual([]);
    const acts = [world.update, world.share, world.unshare, world.heart, world.unheart];
    for (const act of acts) {
      const change = act === world.update ? { expectedVersion: 3 } : {};
      const [forbidden, absent] = [await act(fan, id, change), await act(fan, nothing, change)];
      expect(forbidden).toMatchObject({ plan: null, codes: ['PLAN_NOT_FOUND'] });
      expect(forbidden).toEqual(absent);
    }
    expect(await world.remove(fan, id)).toEqual(await world.remove(fan, nothing));
    expect(await world.show(owner, id)).toMatchObject({ location: secret, heartCount: 1 });
  });

  test('is seen by its owner and administrators, who change nothing', async () => {
    const owner = member();
    const id = await world.created(owner);
    for (const viewer of [owner, admin]) expect(await world.show(viewer, id)).toMatchObject({ id });
    expect(await entities(admin, [{ __typename: 'Plan', id }])).toMatchObject([{ heartCount: 0 }]);
    for (const act of [world.share, world.heart]) expect((await act(admin, id)).codes).toEqual(['PLAN_NOT_FOUND']);
    expect((await world.remove(admin, id)).codes).toEqual(['PLAN_NOT_FOUND']);
  });

  test('that was recommended leaks no more than one that was written', async () => {
    const owner = member();
    const { recommendation } = await world.request(owner);
    const { id, plan } = await world.settled(owner, recommendation?.id ?? '');
    for (const viewer of [member(), nobody, admin]) {
      expect(await entities(viewer, [{ __typename: 'Recommendation', id }])).toEqual([null]);
      expect(await world.showRecommendation(viewer, id)).toBeNull();
    }
    expect(await world.show(member(), plan?.id ?? '')).toBeNull();
    expect(await entities(owner, [{ __typename: 'Recommendation', id }])).toEqual([
      { status: 'READY', plan: { location: '부산' } },
    ]);
  });

  test('a shared plan of the same member is everybody’s to see', async () => {
    const owner = member();
    await world.created(owner, { location: '숨은 곳' });
    await world.shared(owner, { location: '열린 곳' });
    const shared = { nodes: [{ location: '열린 곳' }] };
    for (const viewer of [nobody, member(), admin]) {
      const found = await entities(viewer, [{ __typename: 'Member', id: owner.memberId }]);
      expect(found).toEqual([{ id: owner.memberId, plans: shared, sharedPlans: shared }]);
    }
    const own = await entities(owner, [{ __typename: 'Member', id: owner.memberId }]);
    expect(own).toMatchObject([{ plans: { nodes: [{ location: '열린 곳' }, { location: '숨은 곳' }] } }]);
  });

  test('strange ids are nobody’s', async () => {
    for (const id of ['', 'nonsense', `${'0'.repeat(8)}' or true --`]) {
      expect(await world.show(member(), id)).toBeNull();
      expect((await world.heart(member(), id)).codes).toEqual(['PLAN_NOT_FOUND']);
    }
  });
});
