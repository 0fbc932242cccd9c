import { jobQueue } from '@moa/outbox';
import { buses, until } from '@moa/testing';
import { describe, expect, test } from 'vitest';
import { type Member, member, openWorld, type World } from './world.ts';

describe.each(buses)('a process that ends in the middle of recommendations, on $name', (kind) => {
  const states = async (world: World, viewer: Member) => {
    const { rows } = await world.sql.query<{ state: string; plans: string }>(
      `select state, (select count(*) from plans where recommendation_id = r.id) as plans
       from recommendations r where member_id = $1`,
      [viewer.memberId],
    );
    return rows.map(({ state, plans }) => `${state} ${plans}`);
  };

  test('before pay has answered: the next one goes on', async () => {
    const world = await openWorld(kind);
    const viewer = member();
    world.pay.is('mute');
    await world.request(viewer);
    await world.stop();
    expect(await states(world, viewer)).toEqual(['REQUESTED 0']);
    world.pay.is('reserves');
    await world.start();
    await until(async () => (await states(world, viewer))[0] === 'READY 1');
    expect(world.pay.reservations.size).toBe(1);
    await world.close();
  });

  test('while the advisor is at work: the next one has it done, once', async () => {
    const world = await openWorld(kind);
    const viewer = member();
    const goOn = world.advisor.holdBack();
    await world.request(viewer);
    await until(() => world.advisor.asked.length > 0);
    await world.stop();
    expect(await states(world, viewer)).toEqual(['RESERVED 0']);
    goOn();
    await world.start();
    await until(async () => (await states(world, viewer))[0] === 'READY 1');
    await world.close();
  });

  test('and one that only seems to have ended: both write it, and one plan is kept', async () => {
    const world = await openWorld(kind);
    const viewer = member();
    const goOn = world.advisor.holdBack();
    const { recommendation } = await world.request(viewer);
    const data = { recommendationId: recommendation?.id };
    await until(() => world.advisor.asked.length === 1);
    const again = ['again-1', 'again-2', 'again-3'];
    const job = (id: string) => ({ id, name: 'recommend', data });
    await world.bus.jobs.add(jobQueue('plan'), again.map(job));
    await until(() => world.advisor.asked.length === 4);
    goOn();
    await until(async () => {
      const known = await world.bus.jobs.stateOf(jobQueue('plan'), again);
      return [...known.values()].every((state) => state === 'done');
    });
    await world.written(recommendation?.id ?? '');
    expect(await states(world, viewer)).toEqual(['READY 1']);
    await world.close();
  });

  test('again and again, with others beside it: each gets one plan', async () => {
    const world = await openWorld(kind);
    const viewer = member();
    await world.start();
    await Promise.all(Array.from({ length: 30 }, () => world.request(viewer)));
    for (let n = 0; n < 3; n += 1) {
      await world.stop();
      await Promise.all([world.start(), world.start()]);
    }
    const ready = Array.from({ length: 30 }, () => 'READY 1');
    await until(async () => (await states(world, viewer)).join() === ready.join());
    const { rows } = await world.sql.query(`select topic, count(*) from outbox where kind = 'fact' group by topic`);
    expect(rows).toEqual([{ topic: 'RecommendationReady', count: '30' }]);
    // A job that comes once more finds its work done.
    const { rows: done } = await world.sql.query<{ id: string }>('select id from recommendations limit 1');
    await world.bus.jobs.add(jobQueue('plan'), [
      { id: 'again-1', name: 'recommend', data: { recommendationId: done[0]?.id } },
      { id: 'again-2', name: 'startRecommendation', data: { recommendationId: done[0]?.id } },
    ]);
    await until(async () => {
      const known = await world.bus.jobs.stateOf(jobQueue('plan'), ['again-1', 'again-2']);
      return [...known.values()].every((state) => state === 'done');
    });
    expect(await states(world, viewer)).toEqual(ready);
    await world.close();
  });
});
