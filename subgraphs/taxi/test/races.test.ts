import { buses } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, type World } from './world.ts';

const rounds = Array.from({ length: 8 }, (_none, round) => round);

/** Both at once. Whoever is sent first mostly wins, so they take turns. */
async function race<A, B>(round: number, a: () => Promise<A>, b: () => Promise<B>): Promise<[A, B]> {
  if (round % 2 === 0) return Promise.all([a(), b()]);
  const [second, first] = await Promise.all([b(), a()]);
  return [first, second];
}

describe.each(buses)('who is first on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterEach(() => world.empty());
  afterAll(() => world?.close());

  test('of cancelling and accepting makes no difference: nobody is on the way in the end (T8)', async () => {
    const kim = await world.driver();
    for (const round of rounds) {
      const { id, customer } = await world.requested();
      const offer = await kim.nextOffer();
      const [cancelled, accepted] = await race(
        round,
        () => world.cancel(customer, id),
        () => world.accept(kim.viewer, offer?.id),
      );
      expect(cancelled.codes).toEqual([]);
      const { driver } = await world.comesTo(id, 'CANCELLED_BY_CUSTOMER');
      if (accepted.codes?.length === 0) expect(driver?.member.id).toBe(kim.id);
      else expect([accepted.codes, driver]).toEqual([['OFFER_WITHDRAWN'], null]);
      expect(await world.stateOf(kim.id)).toBe('FREE');
      expect(await kim.nextOffer()).toMatchObject({ id: offer?.id, status: driver ? 'ACCEPTED' : 'WITHDRAWN' });
    }
  });

  test('of cancelling and boarding decides whether there is a ride (T8)', async () => {
    for (const round of rounds) {
      const kim = await world.driver();
      const { id, customer } = await world.requested();
      await world.accept(kim.viewer, (await kim.nextOffer())?.id);
      const [cancelled, started] = await race(
        round,
        () => world.cancel(customer, id),
        () => world.start(kim.viewer, id),
      );
      if (started.codes?.length === 0) {
        expect([[], ['RIDE_HAS_BEGUN']]).toContainEqual(cancelled.codes);
        expect(await world.show(id)).toMatchObject({ status: 'IN_RIDE' });
        expect(await world.stateOf(kim.id)).toBe('BOOKED');
      } else {
        expect([cancelled.codes, started.codes]).toEqual([[], ['NOT_DISPATCHED']]);
        await world.comesTo(id, 'CANCELLED_BY_CUSTOMER');
        expect(await world.stateOf(kim.id)).toBe('FREE');
      }
      await world.empty();
    }
  });

  test('of two bookings for one car gets it, and the other one is told so (T11)', async () => {
    for (const _round of rounds) {
      const kim = await world.driver();
      const bookings = await Promise.all([world.requested(), world.requested()]);
      const offer = await kim.nextOffer();
      expect((await world.accept(kim.viewer, offer?.id)).codes).toEqual([]);
      const ends = await Promise.all(
        bookings.map(async ({ id }) => (await world.comesTo(id, 'DISPATCHED', 'CANCELLED_BY_SYSTEM')).status),
      );
      expect(ends.sort()).toEqual(['CANCELLED_BY_SYSTEM', 'DISPATCHED']);
      await world.empty();
    }
  });

  test('of twenty identical requests books, all of them get that booking (T1)', async () => {
    await world.driver();
    const customer = (await world.requested()).customer;
    await world.empty();
    const again = { idempotencyKey: 'the same' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.request(customer, again)));
    expect(new Set(answers.map(({ booking }) => booking?.id)).size).toBe(1);
    expect(answers.every(({ codes }) => codes?.length === 0)).toBe(true);
  });

  test('of twenty different requests of one customer books (T1)', async () => {
    await world.driver();
    const customer = (await world.requested()).customer;
    await world.empty();
    await world.driver();
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.request(customer)));
    const codes = answers.map((answer) => String(answer.codes)).sort();
    expect(codes).toEqual(['', ...Array.from({ length: 19 }, () => 'ALREADY_BOOKED')]);
  });
});
