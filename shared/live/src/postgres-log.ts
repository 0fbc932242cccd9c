import type { Trace } from '@moa/telemetry';
import type { Client, Pool } from 'pg';
import type { LiveEntry } from './live-log.ts';

const lock = 0x6d6f61; // "moa": one key for creating, 1 more for appending, 2 more for trimming

/**
 * The column for traces is looked for first: to add one "if it does not exist" waits for whoever reads the table, such as a
 * backup, and everybody else behind it.
 *
 * Ids must become visible in the order in which they are drawn, else a reader's cursor passes over one that commits late:
 * so whoever appends holds a lock from before the first id until the commit.
 */
const schema = `
  select pg_advisory_xact_lock(${lock});
  create table if not exists live_log (
    id bigint generated always as identity primary key,
    channel text not null,
    payload jsonb not null,
    at timestamptz not null default clock_timestamp()
  );
  do $$ begin
    if not exists (select from pg_attribute where attrelid = 'live_log'::regclass and attname = 'trace') then
      alter table live_log add column trace jsonb;
    end if;
  end $$;
  create index if not exists live_log_at on live_log (at);
  create or replace function live_append(entries jsonb) returns void language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(${lock + 1});
    insert into live_log (channel, payload, trace)
      select entry ->> 'channel', entry -> 'payload', entry -> 'trace'
      from jsonb_array_elements(entries) with ordinality as list (entry, position)
      order by position;
    perform pg_notify('live_log', '');
  end $$;`;

/** Creates what is missing; safe when many processes do it at once, since one query string is one transaction. */
export async function createLog(client: Client): Promise<void> {
  await client.query(schema);
}

export async function appendEntries(pool: Pool, entries: readonly LiveEntry[]): Promise<void> {
  const json = JSON.stringify(entries.map(({ payload, ...entry }) => ({ ...entry, payload: payload ?? null })));
  await pool.query({ name: 'live_append', text: 'select live_append($1)', values: [json] });
}

/** The last id ever drawn, none of them still uncommitted; the rows themselves may all be trimmed away. */
export async function lastId(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`
    with turn as materialized (select pg_advisory_xact_lock_shared(${lock + 1}))
    select coalesce(pg_sequence_last_value(pg_get_serial_sequence('live_log', 'id')::regclass), 0)::text as id
    from turn`);
  return rows[0]?.id ?? '0';
}

export async function readEntries(client: Client, after: string, limit: number) {
  const text = `
    select live_log.id::text, channel, payload, trace,
      (extract(epoch from clock_timestamp() - at) * 1000)::float8 as "lagMs" from live_log
    where live_log.id > $1 order by live_log.id limit $2`;
  const values = [after, limit];
  type Row = Omit<LiveEntry, 'trace'> & { readonly id: string; readonly lagMs: number; readonly trace: Trace | null };
  const { rows } = await client.query<Row>({ name: 'live_read', text, values });
  return rows.map(({ trace, ...row }) => ({ ...row, ...(trace && { trace }) }));
}

/** Forgets what is older than an hour; one process at a time, the others pass. */
export async function trimLog(client: Client): Promise<void> {
  await client.query(`
    with turn as materialized (select pg_try_advisory_xact_lock(${lock + 2}) as mine)
    delete from live_log using turn where mine and at < now() - interval '1 hour'`);
}
