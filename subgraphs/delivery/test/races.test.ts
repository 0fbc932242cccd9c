import { randomUUIDv7 } from 'node:crypto';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kim, lee, openWorld, type World } from './world.ts';

const rounds = Array.from({ length: 20 }, (_none, round) => round);

describe.each(buses)('who is first on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  test('of two couriers gets the delivery, the other hears so', async () => {
    for (const _round of rounds) {
      const { id, orderId } = await world.started();
      const answers = await Promise.all([world.accept(kim, id), world.accept(lee, id)]);
      expect(answers.map(({ codes }) => codes).sort()).toEqual([[], ['DELIVERY_ALREADY_ACCEPTED']]);
      const winner = answers.find(({ codes }) => codes?.length === 0)?.delivery?.courier;
      expect((await world.ofOrder(orderId))?.courier).toEqual(winner);
      expect(await world.facts(orderId)).toEqual(['DeliveryStarted 1', 'DeliveryAccepted 2']);
    }
  });

  test('of cancelling and completing has the last word (F6, F7)', async () => {
    for (const round of rounds) {
      const { id, orderId } = await world.started();
      await world.accept(kim, id);
      const completing = () => world.complete(kim, id);
      const cancelling = () => world.cancel(orderId);
      // Whoever is sent first mostly wins, so they take turns.
      const [completed, cancelled] =
        round % 2 === 0
          ? await Promise.all([completing(), cancelling()])
          : await Promise.all([cancelling(), completing()]).then(([answer, payload]) => [payload, answer] as const);
      const last = (await world.facts(orderId)).slice(2);
      if (cancelled === 'CANCELLED') {
        expect(completed.codes).toEqual(['DELIVERY_ALREADY_CANCELLED']);
        expect(last).toEqual(['DeliveryCancelled 3']);
      } else {
        expect(cancelled).toBe('COMPLETED');
        expect(completed).toMatchObject({ codes: [], delivery: { status: 'COMPLETED' } });
        expect(last).toEqual(['DeliveryCompleted 3']);
      }
    }
  });

  test('of cancelling and starting makes no difference: no food is on its way', async () => {
    for (const _round of rounds) {
      const orderId = randomUUIDv7();
      const [answer] = await Promise.all([world.cancel(orderId), world.hear(orderId)]);
      expect(answer).toBe('CANCELLED');
      expect(await world.ofOrder(orderId)).toMatchObject({ status: 'CANCELLED' });
      expect((await world.facts(orderId)).filter((fact) => fact.startsWith('DeliveryCancelled'))).toHaveLength(1);
    }
  });

  test('of twenty cancellations at once cancels, all of them hear so', async () => {
    const { orderId } = await world.started();
    const answers = await Promise.all(rounds.map(() => world.cancel(orderId)));
    expect(new Set(answers)).toEqual(new Set(['CANCELLED']));
    expect(await world.facts(orderId)).toEqual(['DeliveryStarted 1', 'DeliveryCancelled 2']);
  });
});
