import { randomUUIDv7 } from 'node:crypto';
import { factQueue } from '@moa/outbox';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customer, kim, openWorld, type World } from './world.ts';

describe.each(buses)('a customer who deletes their account, on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  const forget = async (memberId: string) => {
    const id = `account-${randomUUIDv7()}`;
    const data = { type: 'MemberDeleted', version: 1, memberId };
    await world.bus.jobs.add(factQueue('delivery'), [{ id, name: 'MemberDeleted', data }]);
    await until(async () => (await world.bus.jobs.stateOf(factQueue('delivery'), [id])).get(id) === 'done');
  };
  const addressOf = async (orderId: string): Promise<string> =>
    (await world.sql.query('select address from deliveries where order_id = $1', [orderId])).rows[0].address;
  const completed = async (id: string) => {
    await world.accept(kim, id);
    expect((await world.complete(kim, id)).codes).toEqual([]);
  };

  test('leaves no address, but to the courier who is on the way', async () => {
    const [ended, running, late, overtaken] = [
      await world.started(),
      await world.started(),
      randomUUIDv7(),
      randomUUIDv7(),
    ];
    await completed(ended.id);

    await forget(randomUUIDv7());
    expect(await addressOf(ended.orderId)).toBe('세종대로 110');
    await forget(customer.memberId);
    expect(await addressOf(ended.orderId)).toBe('');
    expect(await addressOf(running.orderId)).toBe('세종대로 110');

    await forget(customer.memberId);
    await completed(running.id);
    expect(await addressOf(running.orderId)).toBe('');
    // The news of a payment, and a cancellation that overtook it, may come after the member's own.
    await world.hear(late);
    expect(await addressOf(late)).toBe('세종대로 110');
    expect(await world.cancel(late)).toBe('CANCELLED');
    expect(await addressOf(late)).toBe('');
    expect(await world.cancel(overtaken)).toBe('CANCELLED');
    expect(await addressOf(overtaken)).toBe('');
  });

  test('leaves none either when deliveries end at the same moment', async () => {
    const orders = await Promise.all(Array.from({ length: 10 }, () => world.started()));
    await world.sql.query('truncate forgotten_members');
    await Promise.all([...orders.map(({ orderId }) => world.cancel(orderId)), forget(customer.memberId)]);
    for (const { orderId } of orders) expect(await addressOf(orderId)).toBe('');
  });
});
