import { buses, post } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { courier, member, merchant, nobody, openWorld, stranger, uuid, type World } from './world.ts';

/** Enough rows of others that the planner has a choice to make, and members with so many that it may choose wrongly. */
const manyViews = `
  with placed as (
    insert into orders (id, version, customer_id, status, lines, total, delivery_address, payment_method_id, placed_at, idempotency_key, request_hash)
    select uuidv7(), 1, md5((n % 10)::text)::uuid, 'ORDERED', '[]', 0, '', uuidv7(), now(), n::text, '' from generate_series(1, 20000) n
    returning id, customer_id, status
  )
  insert into order_views select id, customer_id, status, jsonb_build_object('deliveryAddress', repeat('-', 800)) from placed;
  analyze order_views`;

describe.each(buses)('reading orders and the menu, $name', (bus) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(bus);
  });
  afterAll(() => world?.close());

  test('nobody sees or cancels the order of another', async () => {
    const id = await world.placed();
    for (const viewer of [stranger, merchant, courier, nobody]) expect(await world.show(id, viewer)).toBeNull();
    expect((await world.cancel(id, stranger)).codes).toEqual(['ORDER_NOT_FOUND']);
    const entities = await world.order.ask<{ _entities: unknown[] }>(
      stranger,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Order { total } ... on Member { orders { nodes { id } } } } }`,
      {
        r: [
          { __typename: 'Order', id },
          { __typename: 'Member', id: uuid(1) },
        ],
      },
    );
    expect(entities.data?._entities).toEqual([null, { orders: null }]);
    const { status } = await post(world.order.url, { query: '{ __typename }' });
    expect(status).toBe(401);
  });

  test('my page is paged newest first, by status too, and its index is used', async () => {
    const viewer = member(70);
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push((await world.place({}, viewer)).order?.id ?? '');
    await world.cancel(ids[1] ?? '', viewer);
    const page = async (after: string | null, status: string | null = null) => {
      const { data } = await world.order.ask<{
        _entities: [{ orders: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }];
      }>(
        viewer,
        `query ($r: [_Any!]!, $after: String, $status: OrderStatus) { _entities(representations: $r) { ... on Member {
           orders(first: 2, after: $after, status: $status) { nodes { id } pageInfo { hasNextPage endCursor } } } } }`,
        { r: [{ __typename: 'Member', id: uuid(70) }], after, status },
      );
      const orders = data?._entities[0].orders;
      return { ids: orders?.nodes.map(({ id }) => id), ...orders?.pageInfo };
    };
    const first = await page(null);
    expect(first).toMatchObject({ ids: [ids[4], ids[3]], hasNextPage: true });
    expect(await page(first.endCursor ?? null)).toMatchObject({ ids: [ids[2], ids[1]], hasNextPage: true });
    expect(await page(null, 'CANCELLED')).toMatchObject({ ids: [ids[1]], hasNextPage: false });

    await world.sql.query(manyViews);
    const plan = async (status: string) => {
      const { rows } = await world.sql.query<Record<string, string>>(
        `explain select view from order_views where customer_id = md5('7')::uuid and id < 'ffffffff-ffff-ffff-ffff-ffffffffffff' ${status} order by id desc limit 21`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    };
    // Not a walk through everybody's orders, which ends late for a member whose own are old.
    expect(await plan('')).toMatch(/Index Cond: \(\(customer_id = /);
    expect(await plan(`and status = 'PAID'`)).toMatch(/Index Scan using order_views_of_customer_by_status/);
    expect(await plan('')).not.toMatch(/Sort/);
  });

  test('the menu is searched and paged; typed wildcards are text', async () => {
    await world.register('100% 수제 두부', 8_000);
    const search = async (text: string) => {
      const { data } = await world.order.ask<{ menuItems: { nodes: { name: string }[] } }>(
        nobody,
        `query ($search: String) { menuItems(search: $search, first: 10) { nodes { name } } }`,
        { search: text },
      );
      return data?.menuItems.nodes.map(({ name }) => name);
    };
    expect(await search('비빔')).toEqual(['비빔밥']);
    expect(await search('0%')).toEqual(['100% 수제 두부']);
    await world.register('Gimbap 김밥', 4_000);
    expect(await search('GIMBAP 김')).toEqual(['Gimbap 김밥']);
    expect(await search('밥')).toEqual(['비빔밥', 'Gimbap 김밥']);
    expect(await search('밥비빔')).toEqual([]);
    expect(await search('')).toHaveLength(3);
    expect(await search('%%')).toEqual([]);
    const { errors } = await world.order.ask(nobody, '{ menuItems(first: 101) { nodes { id } } }');
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });

  test('a search does not read the whole menu', async () => {
    await world.sql.query(`
      insert into menu_items (id, merchant_id, name, restaurant, description, price)
      select uuidv7(), uuidv7(), '오늘의 요리 ' || n, '한상', '', 9000 from generate_series(1, 10000) n;
      analyze menu_items`);
    const { rows } = await world.sql.query<Record<string, string>>(
      `explain select id from menu_items where id > '00000000-0000-0000-0000-000000000000'
         and name ilike '%비빔%' and name_bigrams @> bigrams('비빔') order by id limit 21`,
    );
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Bitmap Index Scan on menu_items_by_name/);
  });
});
