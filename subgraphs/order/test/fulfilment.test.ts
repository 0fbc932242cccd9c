import { randomUUIDv7 } from 'node:crypto';
import { factQueue } from '@moa/outbox';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { courier, customer, delivery, member, openWorld, payment, stranger, uuid, type World } from './world.ts';

describe.each(buses)('what becomes of an order, $name', (bus) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(bus);
  });
  afterAll(() => world?.close());

  test('goes from payment to the table, and shows it (F2–F4, F11)', async () => {
    const id = await world.placed();
    await world.pay(id);
    await world.hear(delivery(id, { type: 'DeliveryStarted' }));
    await world.hear(delivery(id, { type: 'DeliveryAccepted', version: 2, courierId: uuid(4) }));
    await until(async () => (await world.show(id))?.progress && JSON.stringify(await world.show(id)).includes(uuid(4)));
    expect(await world.show(id, courier)).toMatchObject({ status: 'PAID' });
    await world.hear(delivery(id, { type: 'DeliveryCompleted', version: 3, courierId: uuid(4) }));
    await until(async () => (await world.show(id))?.status === 'COMPLETED');
    expect(await world.show(id)).toMatchObject({
      progress: { paymentStatus: 'CAPTURED', deliveryStatus: 'COMPLETED' },
    });
    expect(await world.sentFacts(id)).toEqual(['OrderPlaced', 'OrderPaid', 'OrderCompleted']);
    expect((await world.cancel(id)).codes).toEqual(['ORDER_ALREADY_COMPLETED']);
  });

  test('a refused payment ends it with the reason (F2)', async () => {
    const id = await world.placed();
    await world.hear({ ...payment(id, { type: 'PaymentRefused' }), reason: 'card_declined', message: '한도 초과' });
    await until(async () => (await world.show(id))?.status === 'CANCELLED');
    expect(await world.show(id)).toMatchObject({
      cancellation: { reason: 'PAYMENT_REFUSED', message: '한도 초과' },
      progress: { paymentStatus: 'REFUSED' },
    });
  });

  test('a fact that is delivered twice has one effect (N1)', async () => {
    const id = await world.placed();
    const fact = payment(id, { type: 'PaymentCaptured' });
    await world.hear(fact, 'pay-twice-1');
    await until(async () => (await world.show(id))?.status === 'PAID');
    // The queue takes an id only once; what a repeat meets is an inbox that knows it already.
    await world.sql.query(`insert into inbox (message_id) values ('pay-twice-2')`);
    await world.hear(fact, 'pay-twice-2');
    await world.hear(delivery(id, { type: 'DeliveryStarted' }));
    await until(async () => JSON.stringify(await world.show(id)).includes('STARTED'));
    expect(await world.sentFacts(id)).toEqual(['OrderPlaced', 'OrderPaid']);
  });

  test('is cancelled before payment without asking anybody', async () => {
    const id = await world.placed();
    const before = world.neighbour.asked.length;
    expect(await world.cancel(id)).toEqual({ status: 'CANCELLED', codes: [] });
    expect(world.neighbour.asked).toHaveLength(before);
    expect(await world.sentFacts(id)).toEqual(['OrderPlaced', 'OrderCancelled']);
    expect((await world.cancel(id)).codes).toEqual(['ORDER_ALREADY_CANCELLED']);
  });

  test('once paid it is cancelled only if delivery cancelled (F5–F9)', async () => {
    const id = await world.placed();
    await world.pay(id);
    world.neighbour.answers('DOWN');
    expect((await world.cancel(id)).codes).toEqual(['DELIVERY_UNAVAILABLE']);
    expect((await world.show(id))?.status).toBe('PAID');
    world.neighbour.answers('COMPLETED');
    expect((await world.cancel(id)).codes).toEqual(['ORDER_ALREADY_COMPLETED']);
    expect((await world.show(id))?.status).toBe('PAID');
    world.neighbour.answers('CANCELLED');
    expect(await world.cancel(id)).toEqual({ status: 'CANCELLED', codes: [] });
    await world.hear(delivery(id, { type: 'DeliveryCancelled' }));
    await world.hear(payment(id, { type: 'PaymentRefunded', version: 2 }));
    await until(async () => JSON.stringify(await world.show(id)).includes('REFUNDED'));
    expect(await world.sentFacts(id)).toEqual(['OrderPlaced', 'OrderPaid', 'OrderCancelled']);
  });

  test('twenty cancels at once cancel once', async () => {
    const id = await world.placed();
    await world.pay(id);
    const results = await Promise.all(Array.from({ length: 20 }, () => world.cancel(id)));
    expect(results.some(({ status }) => status === 'CANCELLED')).toBe(true);
    expect(await world.sentFacts(id)).toEqual(['OrderPlaced', 'OrderPaid', 'OrderCancelled']);
  });

  test('a live client sees the present state, then every change in order', async () => {
    const id = await world.placed();
    const watch = `subscription ($id: ID!) { orderChanged(orderId: $id) { status progress { paymentStatus deliveryStatus } } }`;
    type Seen = {
      orderChanged: { status: string; progress: { paymentStatus: string | null; deliveryStatus: string | null } };
    };
    const live = await world.order.watch<Seen>(customer, watch, { id });
    const next = async () => {
      const { value } = await live.next();
      const seen = value?.data?.orderChanged;
      return `${seen?.status} ${seen?.progress.paymentStatus} ${seen?.progress.deliveryStatus}`;
    };
    expect(await next()).toBe('ORDERED null null');
    await world.pay(id);
    expect(await next()).toBe('PAID CAPTURED null');
    await world.hear(delivery(id, { type: 'DeliveryStarted' }));
    expect(await next()).toBe('PAID CAPTURED STARTED');
    await world.hear(delivery(id, { type: 'DeliveryCompleted', version: 2, courierId: uuid(4) }));
    expect(await next()).toBe('COMPLETED CAPTURED COMPLETED');
    await live.close();

    const refused = await world.order.watch(stranger, watch, { id });
    expect((await refused.next()).value?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    await refused.close();
  });

  test('a customer who deletes their account leaves no address, but to the courier who is on the way', async () => {
    const viewer = member(80);
    const ordered = async () => (await world.place({}, viewer)).order?.id ?? '';
    const [ended, running] = [await ordered(), await ordered()];
    await world.cancel(ended, viewer);
    await world.hear(payment(running, { type: 'PaymentCaptured' }));
    await until(async () => (await world.show(running, viewer))?.status === 'PAID');
    const addressesOf = async (id: string) => {
      const { rows } = await world.sql.query(
        `select delivery_address, view->>'deliveryAddress' as viewed from orders join order_views using (id) where id = $1`,
        [id],
      );
      return [rows[0].delivery_address, rows[0].viewed];
    };
    const forget = async (n: number) => {
      const id = `account-${randomUUIDv7()}`;
      await world.hear({ type: 'MemberDeleted', version: 1, memberId: uuid(n) }, id);
      await until(async () => (await world.order.bus.jobs.stateOf(factQueue('order'), [id])).get(id) === 'done');
    };

    await forget(81);
    expect(await addressesOf(ended)).toEqual(['세종대로 110', '세종대로 110']);
    await forget(80);
    await forget(80);
    expect(await addressesOf(ended)).toEqual(['', '']);
    expect(await addressesOf(running)).toEqual(['세종대로 110', '세종대로 110']);
    await world.hear(delivery(running, { type: 'DeliveryCompleted', version: 2, courierId: uuid(4) }));
    await until(async () => (await world.show(running, viewer))?.status === 'COMPLETED');
    expect(await addressesOf(running)).toEqual(['', '']);
    // What is told late of an order that has ended changes nothing of that.
    await world.hear(payment(ended, { type: 'PaymentRefunded', version: 2 }));
    await until(async () => JSON.stringify(await world.show(ended, viewer)).includes('REFUNDED'));
    expect(await addressesOf(ended)).toEqual(['', '']);
  });
});
