import { buses, until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cityHall, northOf, openWorld, type World } from './world.ts';

describe.each(buses)('deadlines on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind, { timing: { offerMs: 1_000, answerMs: 4_000 } });
  });
  afterEach(() => world.empty());
  afterAll(() => world?.close());

  test('an offer that is not answered goes to the next one, and its late answer does not count (T2)', async () => {
    const kim = await world.driver(northOf(cityHall, 100));
    const lee = await world.driver(northOf(cityHall, 900));
    const { id } = await world.requested();
    const missed = await kim.nextOffer();
    expect(missed).toMatchObject({ status: 'OPEN' });
    const offer = await lee.nextOffer();
    expect((await world.accept(lee.viewer, offer?.id)).codes).toEqual([]);
    expect(await kim.nextOffer()).toMatchObject({ id: missed?.id, status: 'EXPIRED' });
    expect((await world.accept(kim.viewer, missed?.id)).codes).toEqual(['OFFER_EXPIRED']);
    expect((await world.decline(kim.viewer, missed?.id)).codes).toEqual(['OFFER_EXPIRED']);
    expect(await world.stateOf(kim.id)).toBe('FREE');
    expect(await world.show(id)).toMatchObject({ status: 'DISPATCHED', driver: { member: { id: lee.id } } });
  });

  test('when none of those asked answers, the booking ends in time (T4)', async () => {
    const drivers = [];
    for (let n = 0; n < 7; n += 1) drivers.push(await world.driver(northOf(cityHall, n * 100)));
    const { id } = await world.requested();
    const { cancellation } = await world.comesTo(id, 'CANCELLED_BY_SYSTEM');
    expect(cancellation).toMatchObject({ reason: 'NOT_ANSWERED', retryAfterSeconds: 30 });
    const { rows } = await world.sql.query(`select from offers where booking_id = $1 and status = 'OPEN'`, [id]);
    expect(rows).toEqual([]);
    // The time was enough to ask some of them; whoever was asked is free again.
    for (const driver of drivers) expect(await world.stateOf(driver.id)).toBe('FREE');
  });

  test('an answer at the very end of its time counts or does not, and both sides know which (T2)', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 8; round += 1) {
      const kim = await world.driver();
      const { id } = await world.requested();
      const offer = await kim.nextOffer();
      const end = Date.parse(offer?.expiresAt ?? '');
      await until(() => Date.now() >= end - 20 + 4 * round);
      const { codes } = await world.accept(kim.viewer, offer?.id);
      outcomes.add(String(codes));
      if (codes?.length === 0) {
        expect(await world.show(id)).toMatchObject({ status: 'DISPATCHED', driver: { member: { id: kim.id } } });
        expect(await world.stateOf(kim.id)).toBe('BOOKED');
      } else {
        expect(codes).toEqual(['OFFER_EXPIRED']);
        expect(await world.comesTo(id, 'CANCELLED_BY_SYSTEM')).toMatchObject({ driver: null });
        expect(await world.stateOf(kim.id)).toBe('FREE');
      }
      await world.empty();
    }
    expect(outcomes.has('OFFER_EXPIRED')).toBe(true);
  });
});
