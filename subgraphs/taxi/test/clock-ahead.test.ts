import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cityHall, member, northOf, openWorld, type World } from './world.ts';

describe.each(buses)('after a clock that ran ten minutes ahead, on $name', (kind) => {
  let world: World;
  let aheadMs = 0;
  beforeAll(async () => {
    const clock = () => new Date(Date.now() + aheadMs);
    world = await openWorld(kind, { timing: { offerMs: 1_000, answerMs: 4_000, watchMs: 100 } }, clock);
  });
  afterAll(() => world?.close());

  test('nobody waits for what it set: the search ends, who was asked is free, and others may ask (T2, T4)', async () => {
    aheadMs = 600_000;
    const kim = await world.driver(northOf(cityHall, 100));
    const { id } = await world.requested();
    expect(await kim.nextOffer()).toMatchObject({ status: 'OPEN' });
    aheadMs = 0;
    await world.comesTo(id, 'CANCELLED_BY_SYSTEM');
    await until(async () => (await world.stateOf(kim.id)) === 'FREE');
    const { rows } = await world.sql.query(`select from offers where booking_id = $1 and status = 'OPEN'`, [id]);
    expect(rows).toEqual([]);
    expect((await world.request(member())).codes).toEqual([]);
  });
});
