import { randomUUIDv7 } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { migrate } from '@moa/database';
import { generateKey, type Viewer } from '@moa/identity';
import { factQueue } from '@moa/outbox';
import { serveSubgraph } from '@moa/subgraph/testing';
import { type Bus, freshDatabase, until } from '@moa/testing';
import pg from 'pg';
import { database, openOrder } from '../src/index.ts';

export const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const member = (n: number, ...roles: Extract<Viewer, { kind: 'member' }>['roles']): Viewer => ({
  kind: 'member',
  memberId: uuid(n),
  roles: ['MEMBER', ...roles],
});
export const customer = member(1);
export const stranger = member(2);
export const merchant = member(3, 'MERCHANT');
export const courier = member(4, 'COURIER');
export const nobody: Viewer = { kind: 'anonymous' };

type Payload = { id: string; status: string; total: number } | null;
export type Refused = { userErrors: { code: string; field: string[] | null }[] };

/** What pay and delivery tell of an order. */
export const payment = (orderId: string, change: object) => ({
  orderId,
  paymentId: uuid(7),
  version: 1,
  amount: 18_000,
  ...change,
});
export const delivery = (orderId: string, change: object) => ({ orderId, deliveryId: uuid(8), version: 1, ...change });

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

/** The order subgraph with a database and a bus of its own, and what people and other subgraphs do with it. */
export async function openWorld(kind: Bus) {
  const neighbour = await deliveryStandIn();
  const books = await freshDatabase({ name: 'order', migrate: (url) => migrate(url, database) });
  const { privateKey } = await generateKey('order');
  const order = await serveSubgraph(kind, (ground) =>
    openOrder({ databaseUrl: books.url, deliveryUrl: neighbour.url, identityKey: privateKey }, ground),
  );
  const sql = new pg.Pool({ connectionString: books.url, max: 2 });
  sql.on('error', () => undefined); // the database may be dropped before the pool's last goodbye

  const register = async (name: string, price: number): Promise<string> => {
    const { data } = await order.ask<{ registerMenuItem: { menuItem: { id: string } } }>(
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
    const { data, errors } = await order.ask<{ placeOrder: { order: Payload } & Refused }>(
      viewer,
      `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id status total } userErrors { field code } } }`,
      { input },
    );
    return { order: data?.placeOrder.order, codes: data?.placeOrder.userErrors.map(({ code }) => code), errors };
  };
  const placed = async (): Promise<string> => (await place()).order?.id ?? '';
  const cancel = async (orderId: string, viewer = customer) => {
    const { data } = await order.ask<{ cancelOrder: { order: Payload } & Refused }>(
      viewer,
      `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { order { id status total } userErrors { field code } } }`,
      { input: { orderId } },
    );
    return { status: data?.cancelOrder.order?.status, codes: data?.cancelOrder.userErrors.map(({ code }) => code) };
  };
  const show = async (id: string, viewer = customer) => {
    const { data } = await order.ask<{
      order: { status: string; progress: object; cancellation: object } | null;
    }>(
      viewer,
      `query ($id: ID!) { order(id: $id) { status cancellation { reason message } progress { paymentStatus deliveryStatus courier { id } } } }`,
      { id },
    );
    return data?.order;
  };
  const hear = (fact: object, id = `test-${randomUUIDv7()}`) =>
    order.bus.jobs.add(factQueue('order'), [{ id, name: 'fact', data: fact }]);
  const pay = async (orderId: string) => {
    await hear(payment(orderId, { type: 'PaymentCaptured' }));
    await until(async () => (await show(orderId))?.status === 'PAID');
  };
  const sentFacts = async (orderId: string): Promise<string[]> =>
    (
      await sql.query(`select topic from outbox where kind = 'fact' and payload->>'orderId' = $1 order by id`, [
        orderId,
      ])
    ).rows.map(({ topic }) => topic);

  const dish = await register('비빔밥', 9_000);
  return {
    order,
    sql,
    neighbour,
    register,
    place,
    placed,
    cancel,
    show,
    hear,
    pay,
    sentFacts,
    async close() {
      await order.close();
      await neighbour.close();
      await sql.end();
      await books.drop();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
