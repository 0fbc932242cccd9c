import pg from 'pg';
import type { Pair } from '../measure/compare.ts';

/** What PostgreSQL itself counted for one statement, on average. */
export type StatementCost = { readonly statement: string } & Pair<{
  /** 8 KB pages looked at, in memory or not. */
  readonly pages: number;
  readonly milliseconds: number;
}>;

/** Statements seen less often are not of the requests. */
const leastCalls = 10;

const installed = `select from pg_extension where extname = 'pg_stat_statements'`;

const costs = `
  with cost as (
    select datname, query, sum(calls) as calls,
      sum(shared_blks_hit + shared_blks_read) / sum(calls) as pages, sum(total_exec_time) / sum(calls) as ms
    from pg_stat_statements join pg_database on pg_database.oid = dbid
    where datname = any($1) and query ~* '^(select|insert|update)' and query ~ '(orders|order_views|menu_items|outbox|inbox)'
      and query !~ '/\\* bench \\*/'
    group by datname, query
  )
  select regexp_replace(large.query, '\\s+', ' ', 'g') as statement,
    small.pages::float as small_pages, small.ms as small_ms, large.pages::float as large_pages, large.ms as large_ms
  from cost small join cost large using (query)
  where small.datname = ($1::text[])[1] and large.datname = ($1::text[])[2] and least(small.calls, large.calls) >= $2
  order by large.calls * large.ms desc`;

type Row = Record<'small_pages' | 'small_ms' | 'large_pages' | 'large_ms', number> & { readonly statement: string };

/** Forgets what seeding cost. */
export async function resetStatements(adminUrl: string): Promise<void> {
  await withStatistics(adminUrl, (admin) => admin.query('select pg_stat_statements_reset()'));
}

/** The cost of each statement that ran on both databases, the ones that took most of the time first. */
export async function statementCosts(adminUrl: string, databases: Pair<string>): Promise<readonly StatementCost[]> {
  const result = await withStatistics(adminUrl, (admin) =>
    admin.query<Row>(costs, [[databases.small, databases.large], leastCalls]),
  );
  return (result?.rows ?? []).map(({ statement, small_pages, small_ms, large_pages, large_ms }) => ({
    statement,
    small: { pages: small_pages, milliseconds: small_ms },
    large: { pages: large_pages, milliseconds: large_ms },
  }));
}

async function withStatistics<Result>(
  url: string,
  work: (admin: pg.Client) => Promise<Result>,
): Promise<Result | undefined> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return (await admin.query(installed)).rowCount === 1 ? await work(admin) : undefined;
  } finally {
    await admin.end();
  }
}
