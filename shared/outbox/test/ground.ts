import { defineEntity, p } from '@mikro-orm/core';
import { openDatabase } from '@moa/database';
import { type Jobs, openJobs } from '@moa/jobs';
import { type LiveLog, openLive } from '@moa/live';
import { createLogger } from '@moa/telemetry';
import { type Bus as BusKind, freshDatabase } from '@moa/testing';
import pg from 'pg';
import { type Bus, type Outbox, type OutboxOptions, openOutbox, outboxTables } from '../src/index.ts';

const logger = createLogger('outbox', process.env.LOG_LEVEL ?? 'silent');
const never = 3_600_000;

/** Something with an effect to count, and with a lock to hold. */
const Counter = defineEntity({ name: 'Counter', properties: { id: p.text().primary(), n: p.integer() } });

const template = {
  name: 'outbox',
  migrate: async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const table of outboxTables) await client.query(table);
    await client.query('create table counter (id text primary key, n integer not null)');
    await client.end();
  },
};

/** A database with an outbox and an inbox, as a subgraph opens it. */
export async function openBooks() {
  const { url, drop } = await freshDatabase(template);
  const orm = await openDatabase(url, { entities: [Counter], migrations: [] }, { logger });
  const sql = new pg.Pool({ connectionString: url, max: 2 });
  sql.on('error', () => {}); // a test may cut every connection
  return {
    orm,
    sql,
    /** The rows of a query. */
    rows: async <Row extends pg.QueryResultRow>(text: string) => (await sql.query<Row>(text)).rows,
    close: async () => {
      await Promise.all([orm.close(), sql.end()]);
      await drop();
    },
  };
}
export type Books = Awaited<ReturnType<typeof openBooks>>;

/** A bus, and databases whose outboxes send over it. All of it ends with `close`. */
export async function openGround(kind: BusKind) {
  const home = await kind.open();
  const jobs: Jobs = await openJobs({ url: home.url, logger });
  const live: LiveLog = await openLive({ url: home.url, logger });
  const books = await openBooks();
  const opened: Outbox[] = [];
  return {
    url: home.url,
    bus: { jobs, live } satisfies Bus,
    books,
    /** Proves only when asked to; `order` publishes unless told otherwise. */
    outbox(options: Partial<OutboxOptions> = {}): Outbox {
      const outbox = openOutbox({
        orm: books.orm,
        publisher: 'order',
        bus: { jobs, live },
        logger,
        pollMs: 50,
        proveMs: never,
        ...options,
      });
      opened.push(outbox);
      return outbox;
    },
    async close() {
      await Promise.all(opened.map((outbox) => outbox.close()));
      await Promise.all([jobs.close(), live.close()]);
      await books.close();
      await home.close();
    },
  };
}
export type Ground = Awaited<ReturnType<typeof openGround>>;
