import { DEFAULT_SCHEMA, type PgPool, runMigrations } from 'bullmq';
import pg from 'pg';
import type { Outage } from './outage.ts';
import { shareListener } from './shared-listener.ts';

/**
 * The one pool of a process for all its queues and workers, with BullMQ's schema in place. BullMQ's workers would each keep
 * a pooled connection to listen on; they share a single one instead.
 */
export async function connectPostgres(url: string, outage: Outage, max: number) {
  const config: pg.ClientConfig = {
    connectionString: url,
    options: `-c search_path=${DEFAULT_SCHEMA}`,
    connectionTimeoutMillis: 5_000,
    query_timeout: 10_000,
    keepAlive: true,
    application_name: 'moa-jobs',
  };
  await migrate(url);

  const queries = new pg.Pool({ ...config, max });
  queries.on('error', outage.failed);
  queries.on('connect', outage.over);
  const listener = shareListener(config, outage);

  const pool: PgPool & { options: { keepAlive: true } } = {
    // Read by BullMQ: a dropped listener will be noticed.
    options: { keepAlive: true },
    query: async (text, values = []) => {
      const result = await queries.query(text, [...values]);
      return result;
    },
    connect: listener.join,
    // The errors and the end of this pool are ours, not those of one of its many users.
    on: () => pool,
    removeAllListeners: () => pool,
    end: async () => {},
  };
  const end = async () => {
    await listener.close();
    await queries.end();
  };
  return { pool, end };
}

/** BullMQ takes an advisory lock for it, so processes may start at once. */
async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (error) {
    const { host, pathname } = new URL(url);
    throw new Error(`No PostgreSQL lets us in at ${host}${pathname}. Start it, or correct the URL.`, { cause: error });
  }
  // A connection that drops fails the query under way; the event alone must not end the process.
  client.on('error', () => {});
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
}
