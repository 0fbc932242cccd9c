import { randomUUIDv7 } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { migrate } from '@moa/database';
import { generateKey, type Viewer } from '@moa/identity';
import { factQueue } from '@moa/outbox';
import { serveSubgraph } from '@moa/subgraph/testing';
import { buses, freshDatabase, post, until } from '@moa/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database, openOrder } from '../src/index.ts';

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number, ...roles: Extract<Viewer, { kind: 'member' }>['roles']): Viewer => ({
  kind: 'member',
  memberId: uuid(n),
  roles: ['MEMBER', ...roles],
});
const customer = member(1);
const stranger = member(2);
const merchant = member(3, 'MERCHANT');
const courier = member(4, 'COURIER');
const nobody: Viewer = { kind: 'anonymous' };

/** Enough rows of others that the planner has a choice to make, and members with so many that it may choose wrongly. */
const manyViews = `
  with placed as (
    insert into orders (id, version, customer_id, status, lines, total, delivery_address, payment_method_id, placed_at, idempotency_key, request_hash)
    select uuidv7(), 1, md5((n % 10)::text)::uuid, 'ORDERED', '[]', 0, '', uuidv7(), now(), n::text, '' from generate_series(1, 20000) n
    returning id, customer_id, status
  )
  insert into order_views select id, customer_id, status, jsonb_build_object('deliveryAddress', repeat('-', 800)) from placed;
  analyze order_views`;

type Payload = { id: string; status: string; total: number } | null;
type Refused = { userErrors: { code: string; field: string[] | null }[] };

/** The delivery subgraph as far as order can tell: it answers the one mutation, or does not. */
async function deliveryStandIn() {
  let answer: 'CANCELLED' | 'COMPLETED' | 'DOWN' = 'CANCELLED';
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked.push(JSON.parse(body).variables);
      if (answer === 'DOWN') response.destroy();
      else response.end(JSON.stringify({ data: { cancelDeliveryOfOrder: { status: answer } } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    asked,
    answers: (next: typeof answer) => {
      answer = next;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe.each(buses)('order on $name', (kind) => {
  const begin = async () => {
    const delivery = await deliveryStandIn();
    const books = await freshDatabase({ name: 'order', migrate: (url) => migrate(url, database) });
    const { privateKey } = await generateKey('order');
    const order = await serveSubgraph(kind, (ground) =>
      openOrder({ databaseUrl: books.url, deliveryUrl: delivery.url, identityKey: privateKey }, ground),
    );
    const sql = new pg.Pool({ connectionString: books.url, max: 2 });
    sql.on('error', () => undefined); // the database may be dropped before the pool's last goodbye
    return { delivery, books, order, sql };
  };
  let world: Awaited<ReturnType<typeof begin>>;
  let dish: string;

  beforeAll(async () => {
    world = await begin();
    dish = await register('비빔밥', 9_000);
  });
  afterAll(async () => {
    await world.order.close();
    await world.delivery.close();
    await world.sql.end();
    await world.books.drop();
  });

  const register = async (name: string, price: number): Promise<string> => {
    const { data } = await world.order.ask<{ registerMenuItem: { menuItem: { id: string } } }>(
      merchant,
      `mutation ($input: RegisterMenuItemInput!) { registerMenuItem(input: $input) { menuItem { id } userErrors { code } } }`,
      { input: { name, restaurant: '한상', price } },
    );
    return data?.registerMenuItem.menuItem.id ?? '';
  };
  const place = async (change: object = {}, viewer = customer) => {
    const input = {
      lines: [{ menuItemId: dish, quantity: 2 }],
      deliveryAddress: '세종대로 110',
      paymentMethodId: uuid(9),
      idempotencyKey: randomUUIDv7(),
      ...change,
    };
    const { data, errors } = await world.order.ask<{ placeOrder: { order: Payload } & Refused }>(
      viewer,
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id status total } userErrors { field code } } }`,
      { input },
    );
    return { order: data?.placeOrder.order, codes: data?.placeOrder.userErrors.map(({ code }) => code), errors };
  };
  const placed = async (): Promise<string> => (await place()).order?.id ?? '';
  const cancel = async (orderId: string, viewer = customer) => {
    const { data } = await world.order.ask<{ cancelOrder: { order: Payload } & Refused }>(
      viewer,
      `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { order { id status total } userErrors { field code } } }`,
      { input: { orderId } },
    );
    return { status: data?.cancelOrder.order?.status, codes: data?.cancelOrder.userErrors.map(({ code }) => code) };
  };
  const show = async (id: string, viewer = customer) => {
    const { data } = await world.order.ask<{
      order: { status: string; progress: object; cancellation: object } | null;
    }>(
      viewer,
      `query ($id: ID!) { order(id: $id) { status cancellation { reason message } progress { paymentStatus deliveryStatus courier { id } } } }`,
      { id },
    );
    return data?.order;
  };
  const hear = (fact: object, id = `test-${randomUUIDv7()}`) =>
    world.order.bus.jobs.add(factQueue('order'), [{ id, name: 'fact', data: fact }]);
  const payment = (orderId: string, change: object) => ({
    orderId,
    paymentId: uuid(7),
    version: 1,
    amount: 18_000,
    ...change,
  });
  const delivery = (orderId: string, change: object) => ({ orderId, deliveryId: uuid(8), version: 1, ...change });
  const pay = async (orderId: string) => {
    await hear(payment(orderId, { type: 'PaymentCaptured' }));
    await until(async () => (await show(orderId))?.status === 'PAID');
  };
  const sentFacts = async (orderId: string): Promise<string[]> =>
    (
      await world.sql.query(`select topic from outbox where kind = 'fact' and payload->>'orderId' = $1 order by id`, [
        orderId,
      ])
    ).rows.map(({ topic }) => topic);

  test('takes an order and tells pay of it, in one transaction (F1, N1)', async () => {
    const { order, codes } = await place();
    expect({ order, codes }).toMatchObject({ order: { status: 'ORDERED', total: 18_000 }, codes: [] });
    expect(await sentFacts(order?.id ?? '')).toEqual(['OrderPlaced']);
  });

  test('bad input is refused and nothing is stored', async () => {
    const before = await world.sql.query('select count(*) from orders');
    expect((await place({ lines: [] })).codes).toEqual(['NO_LINES']);
    expect((await place({ lines: [{ menuItemId: 'nonsense', quantity: 10_000 }] })).codes).toEqual([
      'QUANTITY_OUT_OF_RANGE',
      'MENU_ITEM_NOT_FOUND',
    ]);
    expect((await place({}, nobody)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await world.sql.query('select count(*) from orders')).toMatchObject({ rows: before.rows });
  });

  test('a sold-out dish can’t be ordered until it is back, and only its merchant says so', async () => {
    const galbi = await register('갈비', 30_000);
    const mark = (viewer: Viewer, soldOut: boolean) =>
      world.order.ask<{ setMenuItemSoldOut: Refused }>(
        viewer,
        `mutation ($input: SetMenuItemSoldOutInput!) { setMenuItemSoldOut(input: $input) { menuItem { soldOut } userErrors { code } } }`,
        { input: { menuItemId: galbi, soldOut } },
      );
    const lines = [{ menuItemId: galbi, quantity: 1 }];
    expect((await mark(member(33, 'MERCHANT'), true)).data?.setMenuItemSoldOut.userErrors).toMatchObject([
      { code: 'MENU_ITEM_NOT_FOUND' },
    ]);
    await mark(merchant, true);
    expect((await place({ lines })).codes).toEqual(['MENU_ITEM_SOLD_OUT']);
    await mark(merchant, false);
    expect((await place({ lines })).codes).toEqual([]);
  });

  test('the same key gives the same order to twenty at once; another input is refused', async () => {
    const twins = await Promise.all(Array.from({ length: 20 }, () => place({ idempotencyKey: 'twin' })));
    expect(new Set(twins.map(({ order }) => order?.id)).size).toBe(1);
    expect(await sentFacts(twins[0]?.order?.id ?? '')).toEqual(['OrderPlaced']);
    expect((await place({ idempotencyKey: 'twin', deliveryAddress: '딴 곳' })).codes).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect((await place({ idempotencyKey: 'twin' }, stranger)).codes).toEqual([]);
  });

  test('goes from payment to the table, and shows it (F2–F4, F11)', async () => {
    const id = await placed();
    await pay(id);
    await hear(delivery(id, { type: 'DeliveryStarted' }));
    await hear(delivery(id, { type: 'DeliveryAccepted', version: 2, courierId: uuid(4) }));
    await until(async () => (await show(id))?.progress && JSON.stringify(await show(id)).includes(uuid(4)));
    expect(await show(id, courier)).toMatchObject({ status: 'PAID' });
    await hear(delivery(id, { type: 'DeliveryCompleted', version: 3, courierId: uuid(4) }));
    await until(async () => (await show(id))?.status === 'COMPLETED');
    expect(await show(id)).toMatchObject({ progress: { paymentStatus: 'CAPTURED', deliveryStatus: 'COMPLETED' } });
    expect(await sentFacts(id)).toEqual(['OrderPlaced', 'OrderPaid', 'OrderCompleted']);
    expect((await cancel(id)).codes).toEqual(['ORDER_ALREADY_COMPLETED']);
  });

  test('a refused payment ends it with the reason (F2)', async () => {
    const id = await placed();
    await hear({ ...payment(id, { type: 'PaymentRefused' }), reason: 'card_declined', message: '한도 초과' });
    await until(async () => (await show(id))?.status === 'CANCELLED');
    expect(await show(id)).toMatchObject({
      cancellation: { reason: 'PAYMENT_REFUSED', message: '한도 초과' },
      progress: { paymentStatus: 'REFUSED' },
    });
  });

  test('a fact that is delivered twice has one effect (N1)', async () => {
    const id = await placed();
    const fact = payment(id, { type: 'PaymentCaptured' });
    await hear(fact, 'pay-twice-1');
    await until(async () => (await show(id))?.status === 'PAID');
    // Under another job id but with the same inbox id it would be another message; this is the queue losing its memory.
    await world.sql.query(`insert into inbox (message_id) values ('pay-twice-2')`);
    await hear(fact, 'pay-twice-2');
    await hear(delivery(id, { type: 'DeliveryStarted' }));
    await until(async () => JSON.stringify(await show(id)).includes('STARTED'));
    expect(await sentFacts(id)).toEqual(['OrderPlaced', 'OrderPaid']);
  });

  test('is cancelled before payment without asking anybody', async () => {
    const id = await placed();
    const before = world.delivery.asked.length;
    expect(await cancel(id)).toEqual({ status: 'CANCELLED', codes: [] });
    expect(world.delivery.asked).toHaveLength(before);
    expect(await sentFacts(id)).toEqual(['OrderPlaced', 'OrderCancelled']);
    expect((await cancel(id)).codes).toEqual(['ORDER_ALREADY_CANCELLED']);
  });

  test('once paid it is cancelled only if delivery cancelled (F5–F9)', async () => {
    const id = await placed();
    await pay(id);
    world.delivery.answers('DOWN');
    expect((await cancel(id)).codes).toEqual(['DELIVERY_UNAVAILABLE']);
    expect((await show(id))?.status).toBe('PAID');
    world.delivery.answers('COMPLETED');
    expect((await cancel(id)).codes).toEqual(['ORDER_ALREADY_COMPLETED']);
    expect((await show(id))?.status).toBe('PAID');
    world.delivery.answers('CANCELLED');
    expect(await cancel(id)).toEqual({ status: 'CANCELLED', codes: [] });
    await hear(delivery(id, { type: 'DeliveryCancelled' }));
    await hear(payment(id, { type: 'PaymentRefunded', version: 2 }));
    await until(async () => JSON.stringify(await show(id)).includes('REFUNDED'));
    expect(await sentFacts(id)).toEqual(['OrderPlaced', 'OrderPaid', 'OrderCancelled']);
  });

  test('twenty cancels at once cancel once', async () => {
    const id = await placed();
    await pay(id);
    const results = await Promise.all(Array.from({ length: 20 }, () => cancel(id)));
    expect(results.some(({ status }) => status === 'CANCELLED')).toBe(true);
    expect(await sentFacts(id)).toEqual(['OrderPlaced', 'OrderPaid', 'OrderCancelled']);
  });

  test('nobody sees or cancels the order of another', async () => {
    const id = await placed();
    for (const viewer of [stranger, merchant, courier, nobody]) expect(await show(id, viewer)).toBeNull();
    expect((await cancel(id, stranger)).codes).toEqual(['ORDER_NOT_FOUND']);
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
    for (let n = 0; n < 5; n += 1) ids.push((await place({}, viewer)).order?.id ?? '');
    await cancel(ids[1] ?? '', viewer);
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
    await register('100% 수제 두부', 8_000);
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
    await register('Gimbap 김밥', 4_000);
    expect(await search('GIMBAP 김')).toEqual(['Gimbap 김밥']);
    expect(await search('밥')).toEqual(['비빔밥', 'Gimbap 김밥']);
    expect(await search('밥비빔')).toEqual([]);
    expect(await search('')).toHaveLength(4);
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

  test('a customer who deletes their account leaves no address, but to the courier who is on the way', async () => {
    const viewer = member(80);
    const ordered = async () => (await place({}, viewer)).order?.id ?? '';
    const [ended, running] = [await ordered(), await ordered()];
    await cancel(ended, viewer);
    await hear(payment(running, { type: 'PaymentCaptured' }));
    await until(async () => (await show(running, viewer))?.status === 'PAID');
    const addressesOf = async (id: string) => {
      const { rows } = await world.sql.query(
        `select delivery_address, view->>'deliveryAddress' as viewed from orders join order_views using (id) where id = $1`,
        [id],
      );
      return [rows[0].delivery_address, rows[0].viewed];
    };
    const forget = async (n: number) => {
      const id = `account-${randomUUIDv7()}`;
      await hear({ type: 'MemberDeleted', version: 1, memberId: uuid(n) }, id);
      await until(async () => (await world.order.bus.jobs.stateOf(factQueue('order'), [id])).get(id) === 'done');
    };

    await forget(81);
    expect(await addressesOf(ended)).toEqual(['세종대로 110', '세종대로 110']);
    await forget(80);
    await forget(80);
    expect(await addressesOf(ended)).toEqual(['', '']);
    expect(await addressesOf(running)).toEqual(['세종대로 110', '세종대로 110']);
    await hear(delivery(running, { type: 'DeliveryCompleted', version: 2, courierId: uuid(4) }));
    await until(async () => (await show(running, viewer))?.status === 'COMPLETED');
    expect(await addressesOf(running)).toEqual(['', '']);
    // What is told late of an order that has ended changes nothing of that.
    await hear(payment(ended, { type: 'PaymentRefunded', version: 2 }));
    await until(async () => JSON.stringify(await show(ended, viewer)).includes('REFUNDED'));
    expect(await addressesOf(ended)).toEqual(['', '']);
  });

  test('a live client sees the present state, then every change in order', async () => {
    const id = await placed();
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
    await pay(id);
    expect(await next()).toBe('PAID CAPTURED null');
    await hear(delivery(id, { type: 'DeliveryStarted' }));
    expect(await next()).toBe('PAID CAPTURED STARTED');
    await hear(delivery(id, { type: 'DeliveryCompleted', version: 2, courierId: uuid(4) }));
    expect(await next()).toBe('COMPLETED CAPTURED COMPLETED');
    await live.close();

    const refused = await world.order.watch(stranger, watch, { id });
    expect((await refused.next()).value?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    await refused.close();
  });
});
