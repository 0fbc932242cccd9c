import { randomUUIDv7 } from 'node:crypto';
import { openJobs } from '@moa/jobs';
import { openLive } from '@moa/live';
import { factQueue } from '@moa/outbox';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDelivery } from '../src/index.ts';
import { customer, kim, lee, openWorld, stranger, type World } from './world.ts';

describe.each(buses)('a delivery on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  test('goes from the payment to the table, and order hears of each step (F3, F4)', async () => {
    const heard: unknown[] = [];
    const listener = world.bus.jobs.work(factQueue('order'), async ({ data }) => {
      heard.push(data);
    });
    const { id, orderId } = await world.started();
    expect(await world.ofOrder(orderId)).toEqual({ id, status: 'STARTED', courier: null });
    expect(await world.accept(kim, id)).toMatchObject({
      delivery: { status: 'STARTED', courier: { id: kim.memberId } },
    });
    expect(await world.complete(kim, id)).toMatchObject({ delivery: { status: 'COMPLETED' }, codes: [] });
    const about = { deliveryId: id, orderId, customerId: customer.memberId };
    await until(() => heard.length === 3);
    expect(heard).toEqual([
      { type: 'DeliveryStarted', ...about, version: 1 },
      { type: 'DeliveryAccepted', ...about, version: 2, courierId: kim.memberId },
      { type: 'DeliveryCompleted', ...about, version: 3, courierId: kim.memberId },
    ]);
    await listener.close();
  });

  test('starts once, however often the payment’s news comes (N1)', async () => {
    const orderId = randomUUIDv7();
    const message = await world.hear(orderId);
    await world.hear(orderId);
    expect(await world.facts(orderId)).toEqual(['DeliveryStarted 1']);

    // A queue that has lost its memory hands the same message over again; that it was received stands in the database.
    const forgetful = await kind.open();
    const { logger } = world;
    const bus = {
      jobs: await openJobs({ url: forgetful.url, logger }),
      live: await openLive({ url: forgetful.url, logger }),
    };
    const twin = await openDelivery({ databaseUrl: world.databaseUrl }, { bus, logger });
    await world.hear(orderId, { id: message, queue: bus.jobs });
    const another = randomUUIDv7();
    await world.hear(another, { id: message, queue: bus.jobs });
    expect(await world.facts(orderId)).toEqual(['DeliveryStarted 1']);
    expect(await world.ofOrder(another)).toBeNull();
    await twin.close();
    await Promise.all([bus.jobs.close(), bus.live.close()]);
    await forgetful.close();
  });

  test('never starts once it was cancelled, though the payment’s news comes later', async () => {
    const orderId = randomUUIDv7();
    expect(await world.cancel(orderId)).toBe('CANCELLED');
    await world.hear(orderId);
    expect(await world.ofOrder(orderId)).toMatchObject({ status: 'CANCELLED', courier: null });
    expect(await world.cancel(orderId)).toBe('CANCELLED');
    expect(await world.facts(orderId)).toEqual(['DeliveryCancelled 1']);
  });

  test('ends when order cancels it, on its way too, and its courier sees it (F5)', async () => {
    const { id, orderId } = await world.started();
    await world.accept(kim, id);
    expect([await world.cancel(orderId), await world.cancel(orderId)]).toEqual(['CANCELLED', 'CANCELLED']);
    expect(await world.facts(orderId)).toEqual(['DeliveryStarted 1', 'DeliveryAccepted 2', 'DeliveryCancelled 3']);
    expect(await world.ofOrder(orderId, kim)).toMatchObject({ status: 'CANCELLED' });
    expect((await world.complete(kim, id)).codes).toEqual(['DELIVERY_ALREADY_CANCELLED']);
    expect((await world.accept(lee, id)).codes).toEqual(['DELIVERY_ALREADY_CANCELLED']);
  });

  test('is not cancelled after completion (F6)', async () => {
    const { id, orderId } = await world.started();
    await world.accept(kim, id);
    await world.complete(kim, id);
    expect(await world.cancel(orderId)).toBe('COMPLETED');
    expect(await world.facts(orderId)).toEqual(['DeliveryStarted 1', 'DeliveryAccepted 2', 'DeliveryCompleted 3']);
  });

  test('gives the same answer to the same courier again', async () => {
    const { id, orderId } = await world.started();
    const accepted = await world.accept(kim, id);
    expect(await world.accept(kim, id)).toEqual(accepted);
    const completed = await world.complete(kim, id);
    expect(await world.complete(kim, id)).toEqual(completed);
    expect(await world.facts(orderId)).toHaveLength(3);
    const live = await world.sql.query(`select from outbox where kind = 'live' and payload->>'orderId' = $1`, [
      orderId,
    ]);
    expect(live.rowCount).toBe(3);
  });

  test('is accepted by couriers only, and completed by its own only', async () => {
    const { id } = await world.started();
    expect(await world.accept(customer, id)).toMatchObject({ delivery: null, codes: ['NOT_A_COURIER'] });
    expect((await world.complete(kim, id)).codes).toEqual(['NOT_ITS_COURIER']);
    await world.accept(kim, id);
    expect((await world.accept(lee, id)).codes).toEqual(['DELIVERY_ALREADY_ACCEPTED']);
    expect((await world.complete(lee, id)).codes).toEqual(['DELIVERY_NOT_FOUND']);
    expect((await world.complete(customer, id)).codes).toEqual(['NOT_ITS_COURIER']);
    expect((await world.complete(stranger, id)).codes).toEqual(['DELIVERY_NOT_FOUND']);
    for (const unknown of ['nonsense', randomUUIDv7()]) {
      expect((await world.accept(kim, unknown)).codes).toEqual(['DELIVERY_NOT_FOUND']);
      expect((await world.complete(kim, unknown)).codes).toEqual(['DELIVERY_NOT_FOUND']);
    }
  });
});
