import type { SubgraphName } from '@moa/contracts';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Form } from './form.ts';

/** Whose books: a subgraph's, or the payment provider's. */
export type Book = SubgraphName | 'sandbox';

/** A job that its queue gave up. */
export type DeadLetter = { readonly queue: string; readonly id: string; readonly reason: string };

/** The auditor's view: what each part has written down, which nobody in Moa may read together. */
export type Books = {
  rows<Row extends object>(book: Book, query: string): Promise<readonly Row[]>;
  /** The first column of a query's rows, as text. */
  lines(book: Book, query: string): Promise<readonly string[]>;
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** Shows books in which a statement was run. The statement is taken back afterwards. */
  spoilt<Answer>(book: Book, statement: string, look: (books: Books) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
};

/** What of a form the auditor needs. The addresses are read anew for each look. */
export type Audited = {
  readonly databases: Form['databases'];
  readonly redis: { readonly url: string } | undefined;
};

type Read = <Row extends object>(query: string) => Promise<readonly Row[]>;

export function openBooks(form: Audited): Books {
  const pools = new Map<string, pg.Pool>();
  const poolOf = (book: string): pg.Pool => {
    const connectionString = form.databases[book];
    if (connectionString === undefined) throw new Error(`There is no database ${book}.`);
    const known = pools.get(connectionString);
    if (known) return known;
    const pool = new pg.Pool({ connectionString, max: 2, query_timeout: 20_000, connectionTimeoutMillis: 20_000 });
    // A server that was killed takes idle connections along; the next look opens another.
    pool.on('error', () => undefined);
    pools.set(connectionString, pool);
    return pool;
  };

  const booksFrom = (readerOf: (book: string) => Read): Books => ({
    rows: (book, query) => readerOf(book)(query),
    async lines(book, query) {
      const rows = await readerOf(book)(query);
      return rows.map((row) => String(Object.values(row)[0]));
    },
    deadLetters: () => (form.redis ? inRedis(form.redis.url) : inPostgres(poolOf('bus'))),
    async spoilt(book, statement, look) {
      const client = await poolOf(book).connect();
      try {
        await client.query('begin');
        await client.query(statement);
        const read = inTurn(client);
        return await look(booksFrom((other) => (other === book ? read : readerOf(other))));
      } finally {
        await client.query('rollback').finally(() => client.release());
      }
    },
    close: async () => void (await Promise.all([...pools.values()].map((pool) => pool.end()))),
  });
  return booksFrom((book) => async (query) => (await poolOf(book).query(query)).rows);
}

/** One query after the other: a client on its own takes no second one meanwhile. */
function inTurn(client: pg.PoolClient): Read {
  let before: Promise<unknown> = Promise.resolve();
  return async (query) => {
    const mine = before.then(() => client.query(query));
    before = mine.catch(() => undefined); // who asked hears of it
    return (await mine).rows;
  };
}

async function inPostgres(bus: pg.Pool): Promise<readonly DeadLetter[]> {
  const { rows } = await bus.query<DeadLetter>(
    `select queue, id, coalesce(failed_reason, '') as reason from bullmq.job where state = 'failed' order by queue, id`,
  );
  return rows;
}

const prefix = 'moa:';
const suffix = ':failed';

async function inRedis(url: string): Promise<readonly DeadLetter[]> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1 });
  redis.on('error', () => undefined); // the command that fails says it
  try {
    const letters: DeadLetter[] = [];
    for (const key of await redis.keys(`${prefix}*${suffix}`)) {
      const queue = key.slice(prefix.length, -suffix.length);
      for (const id of await redis.zrange(key, 0, -1)) {
        letters.push({ queue, id, reason: (await redis.hget(`${prefix}${queue}:${id}`, 'failedReason')) ?? '' });
      }
    }
    return letters;
  } finally {
    redis.disconnect();
  }
}
