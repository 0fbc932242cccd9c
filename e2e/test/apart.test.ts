import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { accept, cancelOrder, complete, deliveryOf, placeOrder, showOrder, untilOrder } from '../src/food.ts';
import { demoEmails, type Person, signIn } from '../src/person.ts';
import { openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess } from '../src/process.ts';
import { notificationsOf, watchNotifications } from '../src/social.ts';

describe.each(buses)('delivery and pay in processes of their own, $name', (bus) => {
  let place: Place;
  let core: MoaProcess;
  let delivery: MoaProcess;
  let pay: MoaProcess;
  let customer: Person;
  let courier: Person;

  const start = (subgraphs: string, router = '0') =>
    startProcess({ ...place.variables, SUBGRAPHS: subgraphs, ROUTER: router });

  beforeAll(async () => {
    place = await openPlace(bus);
    core = await start('account,order', '1');
    [delivery, pay] = await Promise.all([start('delivery'), start('pay')]);
    customer = await signIn(place.url, demoEmails('MEMBER')[0] ?? '');
    courier = await signIn(place.url, demoEmails('COURIER')[0] ?? '');
  });
  afterAll(async () => {
    await Promise.all([core, delivery, pay].map((part) => part?.end('SIGTERM')));
    await place?.close();
  });

  test('F8: with delivery down orders are taken and paid, and delivered once it is back', async () => {
    await delivery.end('SIGKILL');
    const { order } = await placeOrder(customer);
    const id = order?.id ?? '';
    await untilOrder(customer, id, ({ status }) => status === 'PAID');
    delivery = await start('delivery');
    const deliveryId = await deliveryOf(customer, id);
    expect(await accept(courier, deliveryId)).toEqual([]);
    expect(await complete(courier, deliveryId)).toEqual([]);
    await untilOrder(customer, id, ({ status }) => status === 'COMPLETED');
  });

  test('F7, F9: with delivery down a cancel is refused and the order stays; after it is back the same cancel succeeds', async () => {
    const { order } = await placeOrder(customer);
    const id = order?.id ?? '';
    await deliveryOf(customer, id);
    await delivery.end('SIGKILL');
    expect((await cancelOrder(customer, id)).codes).toEqual(['DELIVERY_UNAVAILABLE']);
    expect((await showOrder(customer, id))?.status).toBe('PAID');
    delivery = await start('delivery');
    // The breaker that opened while delivery was down lets no call through for a while.
    const answer = await until(
      async () => {
        const cancelled = await cancelOrder(customer, id);
        return !cancelled.codes.includes('DELIVERY_UNAVAILABLE') && cancelled;
      },
      { timeoutMs: 20_000 },
    );
    expect(answer).toEqual({ status: 'CANCELLED', codes: [] });
    await untilOrder(customer, id, ({ payment }) => payment?.status === 'REFUNDED');
  });

  test('F12, G2: my page answers with the last known state while delivery and pay are down', async () => {
    const { order } = await placeOrder(customer);
    const id = order?.id ?? '';
    await deliveryOf(customer, id);
    await untilOrder(customer, id, ({ progress }) => progress.deliveryStatus === 'STARTED');
    await Promise.all([delivery.end('SIGTERM'), pay.end('SIGTERM')]);

    const page = await customer.ask<{ me: { orders: { nodes: object[] } } }>(
      `{ me { orders(first: 1) { nodes { id status total lines { name menuItem { name } } progress { paymentStatus deliveryStatus } } } } }`,
    );
    expect(page.errors).toBeUndefined();
    expect(page.data?.me.orders.nodes[0]).toMatchObject({
      id,
      status: 'PAID',
      progress: { paymentStatus: 'CAPTURED', deliveryStatus: 'STARTED' },
    });

    const partial = await customer.ask<{ order: object }>(
      `query ($id: ID!) { order(id: $id) { status delivery { status } payment { status } } }`,
      { id },
    );
    expect(partial.data?.order).toEqual({ status: 'PAID', delivery: null, payment: null });
    expect(partial.errors?.map(({ extensions }) => extensions?.code)).toEqual([
      'SUBGRAPH_UNAVAILABLE',
      'SUBGRAPH_UNAVAILABLE',
    ]);
    expect(JSON.stringify(partial.errors)).not.toMatch(/127\.0\.0\.1|localhost|ECONNREFUSED|node_modules/);
    [delivery, pay] = await Promise.all([start('delivery'), start('pay')]);
  });

  test('a live subscription goes on when delivery was restarted, and misses nothing', async () => {
    const { order } = await placeOrder(customer);
    const id = order?.id ?? '';
    const deliveryId = await deliveryOf(customer, id);
    type Seen = { orderChanged: { status: string; progress: { deliveryStatus: string } } };
    const live = customer.watch<Seen>(
      `subscription ($id: ID!) { orderChanged(orderId: $id) { status progress { deliveryStatus } } }`,
      { id },
    );
    expect((await live.next()).value?.data?.orderChanged.status).toBe('PAID');
    await delivery.end('SIGKILL');
    delivery = await start('delivery');
    await accept(courier, deliveryId);
    await complete(courier, deliveryId);
    let last = await live.next();
    while (last.value?.data?.orderChanged.status === 'PAID') last = await live.next();
    expect(last.value?.data?.orderChanged.status).toBe('COMPLETED');
    await live.close();
  });

  test('P10: who watches notifications hears each once and in order when notification was restarted between them', async () => {
    let notification = await start('notification');
    onTestFinished(async () => {
      await notification.end('SIGTERM');
    });
    const order = () => placeOrder(customer);
    const told = async (count: number) => {
      const all = await until(async () => {
        const found = await notificationsOf(customer);
        return found.length >= count && found;
      });
      return all.map(({ id }) => id);
    };
    await order();
    const [known = ''] = await told(1);
    const live = watchNotifications(customer, known);
    const read = async () => (await live.next()).value?.data?.notificationAdded.id;
    await order();
    const seen = [await read()];
    await notification.end('SIGKILL');
    await order();
    notification = await start('notification');
    seen.push(await read());
    await order();
    seen.push(await read());
    const all = await told(seen.length);
    expect(seen).toEqual(all.slice(0, all.indexOf(known)).toReversed().slice(0, seen.length));
    await live.close();
  });
});
