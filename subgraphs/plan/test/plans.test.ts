import { buses, post } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, inDays, member, nobody, openWorld, type World } from './world.ts';

describe.each(buses)('plans on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  test('are written, changed and deleted by their owner (P1)', async () => {
    const owner = member();
    const { plan, codes } = await world.create(owner, {
      title: '가을 바다',
      travelDate: inDays(3),
      returnDate: inDays(5),
      budget: 300_000,
      details: '회를 먹는다',
    });
    expect(codes).toEqual([]);
    expect(plan).toMatchObject({
      owner: { id: owner.memberId },
      origin: 'MEMBER',
      title: '가을 바다',
      days: 3,
      returnDate: inDays(5),
      budget: 300_000,
      itinerary: [],
      estimatedCost: null,
      sharedAt: null,
      heartCount: 0,
      heartedByMe: false,
      version: 1,
    });
    const id = plan?.id ?? '';
    expect(await world.show(owner, id)).toEqual(plan);
    const changed = await world.update(owner, id, { expectedVersion: 1, groupSize: 4, budget: null });
    expect(changed.plan).toMatchObject({ groupSize: 4, budget: null, days: 3, version: 2 });
    expect(await world.remove(owner, id)).toEqual({ deletedPlanId: id, codes: [] });
    expect(await world.show(owner, id)).toBeNull();
    expect((await world.remove(owner, id)).codes).toEqual(['PLAN_NOT_FOUND']);
  });

  test('with faults are refused in words, bad dates by the scalar', async () => {
    const owner = member();
    const { plan, userErrors } = await world.create(owner, { location: '', groupSize: 0, details: 'x'.repeat(2_001) });
    expect(plan).toBeNull();
    expect(userErrors?.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'LOCATION_INVALID location',
      'GROUP_SIZE_OUT_OF_RANGE groupSize',
      'DETAILS_TOO_LONG details',
    ]);
    for (const travelDate of ['2027-02-30', '내일', '2027-1-1']) {
      expect((await world.create(owner, { travelDate })).errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
    expect((await world.create(nobody)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('of two who change the same version one is shown what the other did', async () => {
    const owner = member();
    const id = await world.created(owner);
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) => world.update(owner, id, { expectedVersion: 1, title: `제목 ${n}` })),
    );
    const winners = results.filter(({ codes }) => codes?.length === 0);
    expect(winners).toHaveLength(1);
    for (const { codes, plan } of results.filter((result) => result !== winners[0])) {
      expect(codes).toEqual(['PLAN_CHANGED']);
      expect(plan).toEqual(winners[0]?.plan);
    }
    const faulty = await world.update(owner, id, { expectedVersion: 2, location: null });
    expect(faulty).toMatchObject({ codes: ['LOCATION_INVALID'], plan: { version: 2, location: '부산 해운대' } });
  });

  test('are shared and unshared, each told once (P2)', async () => {
    const owner = member();
    const id = await world.created(owner);
    const results = await Promise.all(Array.from({ length: 10 }, () => world.share(owner, id)));
    for (const { plan } of results) expect(plan).toMatchObject({ version: 2, sharedAt: expect.any(String) });
    expect(await world.facts(id)).toEqual(['PlanShared 2']);
    expect(await world.show(nobody, id)).toMatchObject({ id, heartedByMe: null });
    await world.unshare(owner, id);
    await world.unshare(owner, id);
    expect(await world.show(nobody, id)).toBeNull();
    await world.share(owner, id);
    await world.remove(owner, id);
    expect(await world.facts(id)).toEqual(['PlanShared 2', 'PlanUnshared 3', 'PlanShared 4', 'PlanUnshared 5']);
    const quiet = await world.created(owner);
    await world.remove(owner, quiet);
    expect(await world.facts(quiet)).toEqual([]);
  });

  test('stale changes of a shared plan lose against share and unshare', async () => {
    const owner = member();
    const id = await world.created(owner);
    const [changes, shares] = await Promise.all([
      Promise.all(Array.from({ length: 5 }, (_, n) => world.update(owner, id, { expectedVersion: 1, title: `${n}` }))),
      Promise.all(Array.from({ length: 6 }, (_, n) => (n % 2 ? world.unshare(owner, id) : world.share(owner, id)))),
    ]);
    expect(changes.filter(({ codes }) => codes?.length === 0).length).toBeLessThanOrEqual(1);
    for (const { codes } of shares) expect(codes).toEqual([]);
    const told = await world.facts(id);
    const plan = await world.show(owner, id);
    // Facts alternate, and the last one tells the truth.
    for (const [index, fact] of told.entries()) expect(fact).toMatch(index % 2 ? /^PlanUnshared/ : /^PlanShared/);
    expect(told.length % 2 === 1).toBe(plan?.sharedAt !== null);
    expect((await world.board(nobody, { first: 100 })).page?.ids.includes(id)).toBe(plan?.sharedAt !== null);
  });

  test('of mine are listed newest first, for me alone', async () => {
    const owner = member();
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.unshift(await world.created(owner));
    const of = owner.memberId;
    const first = await world.listOf(owner, 'plans', { of, first: 2 });
    expect(first).toMatchObject({ ids: ids.slice(0, 2), hasNextPage: true });
    await world.created(owner);
    const next = await world.listOf(owner, 'plans', { of, first: 3, after: first?.endCursor ?? null });
    expect(next).toMatchObject({ ids: ids.slice(2), hasNextPage: false });
    for (const viewer of [member(), nobody, admin]) {
      expect(await world.listOf(viewer, 'plans', { of })).toMatchObject({ ids: [], hasNextPage: false });
    }
  });

  test('answer only to the router', async () => {
    expect((await post(world.url, { query: '{ __typename }' })).status).toBe(401);
  });
});
