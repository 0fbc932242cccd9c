import { migrate } from '@moa/database';
import type { DemoDish } from '@moa/db/demo';
import { generateKey, type Viewer } from '@moa/identity';
import { database, openOrder, seedMenu } from '@moa/order-subgraph';
import { type ServedSubgraph, serveSubgraph } from '@moa/subgraph/testing';
import { createLogger } from '@moa/telemetry';
import pg from 'pg';
import { Pool } from 'undici';
import { createDatabase } from '../postgres/databases.ts';
import { seedOrders } from './seed.ts';
import { memberId, menuOf, type Town } from './town.ts';

/** Operations under way at a time, as many as there are clients. */
export const concurrency = 8;

export type Operation = {
  readonly viewer: Viewer;
  readonly query: string;
  readonly variables: Record<string, unknown>;
};

/** The order subgraph with a town's orders, listening; queues and live events have a database of their own. */
export type ServedTown = {
  readonly town: Town;
  readonly databaseName: string;
  readonly menu: readonly DemoDish[];
  /** Of the member with a tenth of all, the newest first; nothing that is measured adds to them. */
  readonly heavyOrderIds: readonly string[];
  readonly jobs: ServedSubgraph['bus']['jobs'];
  /** For looking, not for what is measured. */
  readonly sql: pg.Pool;
  /** Runs an operation. @throws when the answer has errors */
  ask(operation: Operation): Promise<unknown>;
  close(): Promise<void>;
};

/** Migrates, seeds, and serves. What was opened before a fault is closed again. */
export async function serveTown(
  adminUrl: string,
  town: Town,
  progress: { report: (line: string) => void; signal: AbortSignal },
): Promise<ServedTown> {
  await using opened = new AsyncDisposableStack();
  const books = await createDatabase(adminUrl, `orders_${town.orders}`);
  opened.defer(books.drop);
  await migrate(books.url, database);
  const menu = menuOf(town);
  await seedMenu(books.url, menu, createLogger('bench', 'silent'));
  await seedOrders(books.url, town, progress);

  const openBus = async () => {
    const { url, drop } = await createDatabase(adminUrl, `bus_${town.orders}`);
    return { url, close: drop };
  };
  const { privateKey } = await generateKey('order');
  const served = await serveSubgraph({ name: 'postgres', open: openBus }, (ground) =>
    // Nothing here cancels a paid order, so delivery is never asked.
    openOrder({ databaseUrl: books.url, deliveryUrl: 'http://127.0.0.1:9/graphql', identityKey: privateKey }, ground),
  );
  opened.defer(served.close);
  const sql = new pg.Pool({ connectionString: books.url, max: 2 });
  opened.defer(() => sql.end());
  const heavyOrders = await sql.query<{ id: string }>(
    'select /* bench */ id from order_views where customer_id = $1 order by id desc',
    [memberId(0)],
  );
  const client = new Pool(new URL(served.url).origin, { connections: concurrency, pipelining: 1 });
  opened.defer(() => client.close());

  const stack = opened.move();
  return {
    town,
    databaseName: new URL(books.url).pathname.slice(1),
    menu,
    heavyOrderIds: heavyOrders.rows.map(({ id }) => id),
    jobs: served.bus.jobs,
    sql,
    async ask({ viewer, query, variables }) {
      const { body } = await client.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${await served.token(viewer)}` },
        body: JSON.stringify({ query, variables }),
      });
      return dataOf(await body.json());
    },
    close: () => stack.disposeAsync(),
  };
}

function dataOf(answer: unknown): unknown {
  if (typeof answer === 'object' && answer !== null && 'data' in answer && !('errors' in answer)) return answer.data;
  throw new Error(`The subgraph did not answer what was asked: ${JSON.stringify(answer)}`);
}
