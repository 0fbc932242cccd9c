import { randomUUIDv7 } from 'node:crypto';
import type { Viewer } from '@moa/identity';
import { buses } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, customer, kim, lee, nobody, openWorld, stranger, type World } from './world.ts';

describe.each(buses)('deliveryChanged on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world.close());

  type Seen = { deliveryChanged: { [field: string]: unknown } };
  const watch = async (viewer: Viewer, orderId: string) => {
    const events = await world.watch<Seen>(
      viewer,
      `subscription ($id: ID!) { deliveryChanged(orderId: $id) {
        status order { id } courier { id } startedAt acceptedAt completedAt cancelledAt } }`,
      { id: orderId },
    );
    const next = async () => {
      const { done, value } = await events.next();
      return done ? 'the end' : (value.data?.deliveryChanged ?? value.errors?.[0]?.extensions?.code);
    };
    return { next, close: events.close };
  };
  const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

  test('shows the present state, then every change in order (F11)', async () => {
    const { id, orderId } = await world.started();
    const live = await watch(customer, orderId);
    const waiting = { status: 'STARTED', order: { id: orderId }, courier: null, startedAt: moment, acceptedAt: null };
    expect(await live.next()).toMatchObject(waiting);
    await world.accept(kim, id);
    const onItsWay = { ...waiting, courier: { id: kim.memberId }, acceptedAt: moment, completedAt: null };
    expect(await live.next()).toMatchObject(onItsWay);
    await world.accept(kim, id);
    await world.complete(kim, id);
    expect(await live.next()).toMatchObject({
      ...onItsWay,
      status: 'COMPLETED',
      completedAt: moment,
      cancelledAt: null,
    });
    await live.close();
  });

  test('may be followed before there is a delivery', async () => {
    const orderId = randomUUIDv7();
    const live = await watch(customer, orderId);
    await world.hear(orderId);
    expect(await live.next()).toMatchObject({ status: 'STARTED' });
    await world.cancel(orderId);
    expect(await live.next()).toMatchObject({ status: 'CANCELLED', cancelledAt: moment });
    await live.close();
  });

  test('tells the courier on the way that it is off', async () => {
    const { id, orderId } = await world.started();
    await world.accept(kim, id);
    const live = await watch(kim, orderId);
    expect(await live.next()).toMatchObject({ status: 'STARTED' });
    await world.cancel(orderId);
    expect(await live.next()).toMatchObject({ status: 'CANCELLED' });
    await live.close();
  });

  test('ends for other couriers when one has accepted', async () => {
    const { id, orderId } = await world.started();
    const live = await watch(lee, orderId);
    expect(await live.next()).toMatchObject({ status: 'STARTED' });
    await world.accept(kim, id);
    expect(await live.next()).toBe('the end');
    await live.close();
  });

  test('shows nothing to a stranger, and refuses nobody at all', async () => {
    const { id, orderId } = await world.started();
    const [curious, watching] = [await watch(stranger, orderId), await watch(admin, orderId)];
    expect(await watching.next()).toMatchObject({ status: 'STARTED' });
    await world.accept(kim, id);
    expect(await watching.next()).toMatchObject({ courier: { id: kim.memberId } });
    await Promise.all([curious.close(), watching.close()]);
    expect(await curious.next()).toBe('the end');

    const refused = await watch(nobody, orderId);
    expect(await refused.next()).toBe('UNAUTHENTICATED');
    await refused.close();
  });
});
