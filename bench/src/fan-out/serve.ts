import { randomUUIDv7 } from 'node:crypto';
import type { Fact } from '@moa/contracts';
import { migrate } from '@moa/database';
import type { Viewer } from '@moa/identity';
import { database, openNotification } from '@moa/notification-subgraph';
import { factQueue } from '@moa/outbox';
import { serveSubgraph } from '@moa/subgraph/testing';
import type { Bus } from '@moa/testing';
import pg from 'pg';
import { createDatabase } from '../postgres/databases.ts';
import { seedTown, type Town } from './town.ts';

/** The notification subgraph, listening, with somebody in it whom many follow. */
export type ServedTown = Town & {
  /** For looking, not for what is measured. */
  readonly sql: pg.Client;
  /** Gives a fact to the queue, as another subgraph's outbox would. */
  publish(fact: Fact): Promise<void>;
  /** Follows the notifications of the stranger over graphql-ws; each answer is the id of the order that it tells of. */
  watchStranger(): Promise<{ next(): Promise<string>; close(): Promise<void> }>;
  close(): Promise<void>;
};

/** Migrates, seeds, and serves. What was opened before a fault is closed again. */
export async function serveTown(
  adminUrl: string,
  bus: Bus,
  { followers, signal }: { readonly followers: number; readonly signal: AbortSignal },
): Promise<ServedTown> {
  await using opened = new AsyncDisposableStack();
  const books = await createDatabase(adminUrl, 'fan_out');
  opened.defer(books.drop);
  await migrate(books.url, database);
  const town = await seedTown(books.url, followers, signal);
  const served = await serveSubgraph(bus, (ground) => openNotification({ databaseUrl: books.url }, ground));
  opened.defer(served.close);
  const sql = new pg.Client({ connectionString: books.url });
  await sql.connect();
  opened.defer(() => sql.end());

  const stranger: Viewer = { kind: 'member', memberId: town.strangerId, roles: ['MEMBER'] };
  const stack = opened.move();
  return {
    ...town,
    sql,
    publish: (fact) =>
      served.bus.jobs.add(factQueue('notification'), [{ id: `bench-${randomUUIDv7()}`, name: fact.type, data: fact }]),
    async watchStranger() {
      const events = await served.watch<{ notificationAdded: { order: { id: string } } }>(
        stranger,
        'subscription { notificationAdded { order { id } } }',
      );
      return {
        async next() {
          const { value } = await events.next();
          if (!value?.data) throw new Error(`The subscription failed: ${JSON.stringify(value?.errors)}`);
          return value.data.notificationAdded.order.id;
        },
        close: events.close,
      };
    },
    close: () => stack.disposeAsync(),
  };
}
