import { randomUUIDv7 } from 'node:crypto';
import { openDatabase } from '@moa/database';
import type { Viewer } from '@moa/identity';
import { explainOn } from '@moa/subgraph/testing';
import { buses, post } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '../src/index.ts';
import {
  findDeliveriesOfCourier,
  findDeliveriesOfOrders,
  findOpenDeliveries,
} from '../src/persistence/delivery-views.ts';
import { admin, customer, kim, lee, member, nobody, openWorld, order, stranger, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  const [kind] = buses;
  if (!kind) throw new Error('There is no bus to test on.');
  world = await openWorld(kind);
});
afterAll(() => world.close());

describe('a delivery is read', () => {
  /** Through every door: as a field of the query, as an entity, and by its order. */
  const read = async (viewer: Viewer, { id, orderId }: { id: string; orderId: string }) => {
    const { data } = await world.ask<{
      delivery: object | null;
      _entities: [object | null, { delivery: object | null }];
    }>(
      viewer,
      `query ($id: ID!, $r: [_Any!]!) {
        delivery(id: $id) { address }
        _entities(representations: $r) { ... on Delivery { address } ... on Order { delivery { address } } }
      }`,
      {
        id,
        r: [
          { __typename: 'Delivery', id },
          { __typename: 'Order', id: orderId },
        ],
      },
    );
    return [data?.delivery, data?._entities[0], data?._entities[1].delivery];
  };
  const all = Array(3).fill({ address: '세종대로 110' });
  const none = Array(3).fill(null);

  test('by its people, and by every courier while it waits', async () => {
    const delivery = await world.started();
    for (const viewer of [customer, admin, kim, lee]) expect(await read(viewer, delivery)).toEqual(all);
    for (const viewer of [stranger, member('DRIVER', 'MERCHANT'), nobody, order]) {
      expect(await read(viewer, delivery)).toEqual(none);
    }
    await world.accept(kim, delivery.id);
    for (const viewer of [customer, admin, kim]) expect(await read(viewer, delivery)).toEqual(all);
    expect(await read(lee, delivery)).toEqual(none);
  });

  test('as nothing when there is none', async () => {
    expect(await read(admin, { id: randomUUIDv7(), orderId: randomUUIDv7() })).toEqual(none);
    expect(await read(admin, { id: 'nonsense', orderId: 'nonsense' })).toEqual(none);
  });

  test('by nobody without a token', async () => {
    expect(await post(world.url, { query: '{ __typename }' })).toMatchObject({ status: 401 });
  });

  test('and cancelled by none of them, whatever they are', async () => {
    const { orderId } = await world.started();
    for (const viewer of [customer, kim, admin, stranger, nobody]) {
      expect(await world.cancel(orderId, viewer)).toBe('FORBIDDEN');
    }
    expect(await world.cancel('nonsense')).toBe('BAD_USER_INPUT');
    expect((await world.accept(nobody, orderId)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await world.facts(orderId)).toEqual(['DeliveryStarted 1']);
  });
});

describe('openDeliveries', () => {
  type Page = { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  const page = async (viewer: Viewer, first: number, after: string | null = null) => {
    const { data, errors } = await world.ask<{ openDeliveries: Page }>(
      viewer,
      'query ($first: Int!, $after: String) { openDeliveries(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      { first, after },
    );
    const { nodes = [], pageInfo } = data?.openDeliveries ?? {};
    return { ids: nodes.map(({ id }) => id), ...pageInfo, code: errors?.[0]?.extensions?.code };
  };

  test('lists those that wait for a courier, the oldest first', async () => {
    await world.sql.query('truncate deliveries');
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1) ids.push((await world.started()).id);
    await world.accept(kim, ids[1] ?? '');
    await world.cancel(randomUUIDv7());
    const first = await page(lee, 2);
    expect(first).toMatchObject({ ids: [ids[0], ids[2]], hasNextPage: true });
    expect(await page(lee, 2, first.endCursor)).toMatchObject({ ids: [ids[3], ids[4]], hasNextPage: false });
    expect((await page(admin, 100)).ids).toHaveLength(4);
  });

  test('is for couriers and administrators, in pages of 1 to 100, with cursors of its own', async () => {
    for (const viewer of [customer, member('DRIVER', 'MERCHANT'), nobody, order]) {
      expect((await page(viewer, 10)).code).toBe('FORBIDDEN');
    }
    for (const size of [0, 101]) expect((await page(kim, size)).code).toBe('BAD_USER_INPUT');
    for (const cursor of ['nonsense', Buffer.from("k:' or true").toString('base64url')]) {
      expect((await page(kim, 10, cursor)).code).toBe('BAD_USER_INPUT');
    }
  });
});

test('a courier finds again what they took on, newest first, and nobody else does', async () => {
  await world.sql.query('truncate deliveries');
  const ids: string[] = [];
  for (let n = 0; n < 3; n += 1) ids.push((await world.started()).id);
  const [first = '', second = '', third = ''] = ids;
  await world.accept(kim, first);
  await world.accept(lee, second);
  await world.accept(kim, third);
  await world.complete(kim, first);
  const listOf = async (viewer: Viewer, status?: string) => {
    const { data } = await world.ask<{ _entities: [{ deliveries: { nodes: { id: string }[] } | null }] }>(
      viewer,
      `query ($r: [_Any!]!, $status: DeliveryStatus) {
        _entities(representations: $r) { ... on Member { deliveries(status: $status) { nodes { id } } } }
      }`,
      { r: [{ __typename: 'Member', id: kim.memberId }], status },
    );
    return data?._entities[0].deliveries?.nodes.map(({ id }) => id) ?? null;
  };
  expect(await listOf(kim)).toEqual([third, first]);
  expect(await listOf(kim, 'STARTED')).toEqual([third]);
  expect(await listOf(admin)).toEqual([third, first]);
  for (const viewer of [lee, customer, nobody, order]) expect(await listOf(viewer)).toBeNull();
});

test('lists and look-ups use their indexes', async () => {
  const orm = await openDatabase(world.databaseUrl, database, { logger: world.logger, poolMax: 1 });
  const em = orm.em.fork();
  await em.execute(
    `insert into deliveries (id, version, order_id, customer_id, status, courier_id, address, started_at, accepted_at, completed_at)
     select md5('delivery' || n)::uuid, 3, md5('order' || n)::uuid, md5('customer')::uuid, 'COMPLETED', md5('courier')::uuid,
       'somewhere', now(), now(), now() from generate_series(1, 20000) n`,
  );
  await em.execute('analyze deliveries');
  const { explaining, plans } = explainOn(em);
  await findOpenDeliveries(explaining, { first: 20, after: randomUUIDv7() });
  await findDeliveriesOfOrders(explaining, [randomUUIDv7(), randomUUIDv7()]);
  const page = { first: 20, after: null };
  const [{ busy }]: [{ busy: string }] = await em.execute(`select md5('courier')::uuid as busy`);
  await findDeliveriesOfCourier(explaining, busy, { status: null, page });
  await findDeliveriesOfCourier(explaining, busy, { status: 'STARTED', page });
  expect(plans[0]).toMatch(/Index Scan using deliveries_open/);
  expect(plans[0]).not.toMatch(/Sort/);
  expect(plans[1]).toMatch(/Index Scan (using|on) deliveries_order_id_key/);
  expect(plans[2]).toMatch(/Index Scan using deliveries_of_courier on/);
  expect(plans[2]).not.toMatch(/Sort/);
  expect(plans[3]).toMatch(/Index Scan using deliveries_of_courier_by_status/);
  await orm.close();
});
