import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, member, nobody, openWorld, type World } from './world.ts';

describe.each(buses)('hearts on $name (P3)', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  test('are given and taken back, again without effect', async () => {
    const fan = member();
    const id = await world.shared(member());
    for (let n = 0; n < 2; n += 1) {
      expect((await world.heart(fan, id)).plan).toMatchObject({ heartCount: 1, heartedByMe: true, version: 2 });
    }
    expect(await world.show(member(), id)).toMatchObject({ heartCount: 1, heartedByMe: false });
    for (let n = 0; n < 2; n += 1) {
      expect((await world.unheart(fan, id)).plan).toMatchObject({ heartCount: 0, heartedByMe: false });
    }
    expect((await world.heart(nobody, id)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('given and taken back in one operation show what is true at each step', async () => {
    const id = await world.shared(member());
    const { data } = await world.ask(
      member(),
      `mutation ($input: HeartPlanInput!, $back: UnheartPlanInput!) {
         a: heartPlan(input: $input) { plan { heartedByMe } }
         b: unheartPlan(input: $back) { plan { heartedByMe } } }`,
      { input: { planId: id }, back: { planId: id } },
    );
    expect(data).toEqual({ a: { plan: { heartedByMe: true } }, b: { plan: { heartedByMe: false } } });
  });

  test('are told to the owner once of each member, and never of themselves', async () => {
    const [owner, fan] = [member(), member()];
    const id = await world.shared(owner);
    await world.heart(owner, id);
    await world.heart(fan, id);
    await world.unheart(fan, id);
    await world.heart(fan, id);
    await world.heart(member(), id);
    const told = (await world.facts(id)).filter((fact) => fact.startsWith('PlanHearted'));
    expect(told).toEqual(['PlanHearted 1', 'PlanHearted 1']);
    expect((await world.show(owner, id))?.heartCount).toBe(3);
  });

  test('are counted exactly under a hundred at once, with plans shared and changed meanwhile', async () => {
    const owner = member();
    const ids = [await world.shared(owner), await world.shared(owner)];
    const fans = Array.from({ length: 10 }, () => member());
    const wish = (n: number) => {
      const [fan, id] = [fans[n % 10], ids[n % 2]];
      if (!fan || !id) throw new Error('There is nobody.');
      return n % 3 === 0 ? world.unheart(fan, id) : world.heart(fan, id);
    };
    const results = await Promise.all([
      ...Array.from({ length: 100 }, (_, n) => wish(n)),
      world.update(owner, ids[0] ?? '', { expectedVersion: 2, title: '새 제목' }),
    ]);
    for (const { codes, errors } of results) expect([codes, errors]).toEqual([[], undefined]);
    const { rows } = await world.sql.query<{ counted: number; real: string; told: string }>(
      `select heart_count as counted,
         (select count(*) from plan_hearts where plan_id = id and hearted_at is not null) as real,
         (select count(*) from plan_hearts where plan_id = id) as told
       from plans where id = any($1)`,
      [ids],
    );
    for (const { counted, real } of rows) expect(counted).toBe(Number(real));
    for (const id of ids) {
      const told = (await world.facts(id)).filter((fact) => fact.startsWith('PlanHearted'));
      const { rows: hearts } = await world.sql.query('select from plan_hearts where plan_id = $1', [id]);
      expect(told).toHaveLength(hearts.length);
    }
    expect(await world.show(owner, ids[0] ?? '')).toMatchObject({ title: '새 제목' });
  });

  test('are listed, the last one first, as long as the plan may be seen', async () => {
    const [owner, fan] = [member(), member()];
    const ids = [];
    for (let n = 0; n < 4; n += 1) {
      const id = await world.shared(owner);
      await world.heart(fan, id);
      ids.unshift(id);
    }
    const mine = await world.created(fan);
    await world.heart(fan, mine);
    const of = fan.memberId;
    const first = await world.listOf(fan, 'heartedPlans', { of, first: 2 });
    expect(first).toMatchObject({ ids: [mine, ids[0]], hasNextPage: true });
    await world.heart(fan, await world.shared(owner));
    await world.unshare(owner, ids[2] ?? '');
    const after = first?.endCursor ?? null;
    expect(await world.listOf(fan, 'heartedPlans', { of, after })).toMatchObject({ ids: [ids[1], ids[3]] });
    await world.share(owner, ids[2] ?? '');
    expect(await world.listOf(fan, 'heartedPlans', { of, after })).toMatchObject({ ids: [ids[1], ids[2], ids[3]] });
    for (const viewer of [owner, nobody, admin]) {
      expect(await world.listOf(viewer, 'heartedPlans', { of })).toBeNull();
    }
  });
});
