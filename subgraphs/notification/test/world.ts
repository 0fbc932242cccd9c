import { randomUUIDv7 } from 'node:crypto';
import type { Fact } from '@moa/contracts';
import { migrate } from '@moa/database';
import type { Role, Viewer } from '@moa/identity';
import { factQueue } from '@moa/outbox';
import { serveSubgraph } from '@moa/subgraph/testing';
import { type Bus, freshDatabase, until } from '@moa/testing';
import pg from 'pg';
import { type ChannelsConfig, database, openNotification } from '../src/index.ts';

export type Member = Extract<Viewer, { kind: 'member' }>;
export const member = (...roles: readonly Role[]): Member => ({
  kind: 'member',
  memberId: randomUUIDv7(),
  roles: ['MEMBER', ...roles],
});
export const nobody: Viewer = { kind: 'anonymous' };

export type Seen = {
  id: string;
  kind: string;
  title: string;
  text: string;
  order: { id: string } | null;
  taxiBooking: { id: string } | null;
  plan: { id: string } | null;
  member: { id: string } | null;
  createdAt: string;
  readAt: string | null;
};
export const shown = 'id kind title text order { id } taxiBooking { id } plan { id } member { id } createdAt readAt';
type Page = { nodes: Seen[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
type Mailbox = { notifications: Page | null; unreadNotificationCount: number | null };

/** News for a member: an order of theirs was paid. */
export const paid = ({ memberId }: Member, orderId: string = randomUUIDv7()): Fact => ({
  type: 'OrderPaid',
  version: 2,
  orderId,
  customerId: memberId,
  deliveryAddress: '세종대로 110',
});

/** The notification subgraph with a database and a bus of its own, and what people ask of it. */
export async function openWorld(kind: Bus, channels: ChannelsConfig = {}) {
  const books = await freshDatabase({ name: 'notification', migrate: (url) => migrate(url, database) });
  const served = await serveSubgraph(kind, (ground) => openNotification({ databaseUrl: books.url, channels }, ground));
  const sql = new pg.Pool({ connectionString: books.url, max: 2 });
  sql.on('error', () => undefined); // the database may be dropped before the pool's last goodbye
  const { jobs } = served.bus;
  let messages = 0;

  /** Puts facts into the queue, under one message id each; gives the ids. */
  const say = async (facts: readonly Fact[], ids?: readonly string[]): Promise<string[]> => {
    const entries = facts.map((fact, index) => {
      messages += 1;
      return { id: ids?.[index] ?? `others-${messages}`, name: fact.type, data: fact };
    });
    await jobs.add(factQueue('notification'), entries);
    return entries.map(({ id }) => id);
  };
  const settled = (ids: readonly string[]) =>
    until(
      async () => [...(await jobs.stateOf(factQueue('notification'), ids)).values()].every((state) => state === 'done'),
      {
        timeoutMs: 25_000,
      },
    );
  /** Facts that come one after the other, and are worked off. */
  const hear = async (...facts: readonly Fact[]) => {
    for (const fact of facts) await settled(await say([fact]));
  };

  /** Somebody's mailbox as the viewer sees it: their own when nobody else is named. */
  const mailbox = async (
    viewer: Viewer,
    variables: { first?: number; after?: string | null; unreadOnly?: boolean } = {},
    memberId: string = viewer.kind === 'member' ? viewer.memberId : randomUUIDv7(),
  ) => {
    const { data, errors } = await served.ask<{ _entities: [Mailbox] }>(
      viewer,
      `query ($r: [_Any!]!, $first: Int! = 100, $after: String, $unreadOnly: Boolean! = false) {
        _entities(representations: $r) { ... on Member {
          notifications(first: $first, after: $after, unreadOnly: $unreadOnly) {
            nodes { ${shown} } pageInfo { hasNextPage endCursor } }
          unreadNotificationCount } } }`,
      { r: [{ __typename: 'Member', id: memberId }], ...variables },
    );
    const { notifications, unreadNotificationCount } = data?._entities[0] ?? {};
    return {
      nodes: notifications?.nodes ?? null,
      ...notifications?.pageInfo,
      unread: unreadNotificationCount,
      code: errors?.[0]?.extensions?.code,
    };
  };
  const mark = async (viewer: Viewer, input: { ids?: readonly string[]; all?: boolean }) => {
    const { data, errors } = await served.ask<{
      markNotificationsRead: { unreadCount: number | null; userErrors: { code: string; field: string[] }[] };
    }>(
      viewer,
      'mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { unreadCount userErrors { code field } } }',
      { input },
    );
    return { ...data?.markNotificationsRead, code: errors?.[0]?.extensions?.code };
  };
  const watch = async (viewer: Viewer, after?: string) => {
    const events = await served.watch<{ notificationAdded: Seen }>(
      viewer,
      `subscription ($after: ID) { notificationAdded(after: $after) { ${shown} } }`,
      { after },
    );
    const next = async (): Promise<Seen> => {
      const { done, value } = await events.next();
      if (done) throw new Error('The subscription has ended.');
      if (!value.data) throw new Error(`The subscription failed: ${value.errors?.[0]?.extensions?.code}`);
      return value.data.notificationAdded;
    };
    return { next, close: events.close };
  };

  return {
    ...served,
    databaseUrl: books.url,
    sql,
    say,
    settled,
    hear,
    mailbox,
    mark,
    watch,
    async close() {
      await served.close();
      await sql.end();
      await books.drop();
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;
