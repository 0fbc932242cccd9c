import { randomUUIDv7 } from 'node:crypto';
import { migrate } from '@moa/database';
import type { Role, Viewer } from '@moa/identity';
import { factQueue } from '@moa/outbox';
import { serveSubgraph } from '@moa/subgraph/testing';
import { type Bus, freshDatabase, until } from '@moa/testing';
import pg from 'pg';
import { database, openDelivery } from '../src/index.ts';

type Member = Extract<Viewer, { kind: 'member' }>;
export const member = (...roles: readonly Role[]): Member => ({
  kind: 'member',
  memberId: randomUUIDv7(),
  roles: ['MEMBER', ...roles],
});
export const customer = member();
export const kim = member('COURIER');
export const lee = member('COURIER');
export const admin = member('ADMIN');
export const stranger = member();
export const nobody: Viewer = { kind: 'anonymous' };
export const order: Viewer = { kind: 'service', name: 'order' };

export type Seen = { id: string; status: string; courier: { id: string } | null };
type Payload = { delivery: Seen | null; userErrors: { code: string; field: string[] | null; message: string }[] };

const shown = 'id status courier { id }';

/** The delivery subgraph with a database and a bus of its own, and what people ask of it. */
export async function openWorld(kind: Bus) {
  const books = await freshDatabase({ name: 'delivery', migrate: (url) => migrate(url, database) });
  const served = await serveSubgraph(kind, (ground) => openDelivery({ databaseUrl: books.url }, ground));
  const sql = new pg.Pool({ connectionString: books.url, max: 2 });
  sql.on('error', () => undefined); // the database may be dropped before the pool's last goodbye
  const { jobs } = served.bus;
  let messages = 0;
  const nextMessage = () => {
    messages += 1;
    return `order-${messages}`;
  };

  /** Puts an OrderPaid into the queue and waits until it was worked off; gives the message that was put in. */
  const hear = async (orderId: string, { id = nextMessage(), queue = jobs } = {}) => {
    const data = {
      type: 'OrderPaid',
      version: 2,
      orderId,
      customerId: customer.memberId,
      deliveryAddress: '세종대로 110',
    };
    await queue.add(factQueue('delivery'), [{ id, name: 'OrderPaid', data }]);
    await until(async () => (await queue.stateOf(factQueue('delivery'), [id])).get(id) === 'done');
    return id;
  };
  const ofOrder = async (orderId: string, viewer: Viewer = customer) => {
    const { data } = await served.ask<{ _entities: [{ delivery: Seen | null } | null] }>(
      viewer,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Order { delivery { ${shown} } } } }`,
      { r: [{ __typename: 'Order', id: orderId }] },
    );
    return data?._entities[0]?.delivery ?? null;
  };
  /** A delivery that waits for a courier. */
  const started = async () => {
    const orderId = randomUUIDv7();
    await hear(orderId);
    const id = (await ofOrder(orderId))?.id;
    if (id === undefined) throw new Error(`The order ${orderId} has no delivery.`);
    return { id, orderId };
  };

  const change =
    (mutation: 'acceptDelivery' | 'completeDelivery', input: string) => async (viewer: Viewer, deliveryId: string) => {
      const { data, errors } = await served.ask<{ [mutation: string]: Payload }>(
        viewer,
        `mutation ($input: ${input}!) { ${mutation}(input: $input) { delivery { ${shown} } userErrors { code field message } } }`,
        { input: { deliveryId } },
      );
      const answer = data?.[mutation];
      return { delivery: answer?.delivery, codes: answer?.userErrors.map(({ code }) => code), errors };
    };
  const cancel = async (orderId: string, viewer: Viewer = order) => {
    const { data, errors } = await served.ask<{ cancelDeliveryOfOrder: { status: string } }>(
      viewer,
      `mutation CancelDeliveryOfOrder($input: CancelDeliveryOfOrderInput!) { cancelDeliveryOfOrder(input: $input) { status } }`,
      { input: { orderId, customerId: customer.memberId, address: '세종대로 110' } },
    );
    return data?.cancelDeliveryOfOrder.status ?? errors?.[0]?.extensions?.code;
  };
  /** The facts that were published of an order, with their versions. */
  const facts = async (orderId: string): Promise<string[]> => {
    const { rows } = await sql.query<{ topic: string; version: number }>(
      `select topic, (payload->'version')::int as version from outbox
       where kind = 'fact' and payload->>'orderId' = $1 order by id`,
      [orderId],
    );
    return rows.map(({ topic, version }) => `${topic} ${version}`);
  };

  return {
    ...served,
    databaseUrl: books.url,
    sql,
    hear,
    ofOrder,
    started,
    accept: change('acceptDelivery', 'AcceptDeliveryInput'),
    complete: change('completeDelivery', 'CompleteDeliveryInput'),
    cancel,
    facts,
    async close() {
      await served.close();
      await sql.end();
      await books.drop();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
