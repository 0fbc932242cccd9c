/**
 * What a subgraph's first migration runs to have an outbox and an inbox.
 * `trace`: of the work that wrote it, so that what it causes can be found with it.
 * `sent_at`: handed over to the queues and the live log; of a dead letter a moment to come, before which nobody asks about it.
 * `proven_at`: the queues confirmed that it was worked off; `proven_queues`: those
 * of them that did so far.
 */
export const outboxTables: readonly string[] = [
  `create table outbox (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('fact', 'job', 'live')),
    topic text not null,
    payload jsonb not null,
    delay_ms integer not null default 0,
    created_at timestamptz not null default clock_timestamp(),
    trace jsonb,
    proven_queues text[] not null default '{}',
    sent_at timestamptz,
    proven_at timestamptz
  )`,
  'create index outbox_unsent on outbox (id) where sent_at is null',
  'create index outbox_unproven on outbox (sent_at, id) where proven_at is null',
  'create index outbox_proven on outbox (proven_at) where proven_at is not null',
  `create table inbox (
    message_id text primary key,
    received_at timestamptz not null default clock_timestamp()
  )`,
  'create index inbox_received on inbox (received_at)',
];

/** For tables that were made before queues were proven one by one. */
export const outboxProvenQueues = `alter table outbox add column if not exists proven_queues text[] not null default '{}'`;

/** For tables that were made before messages bore a trace. Who knows nothing of it leaves it out. */
export const outboxTrace = 'alter table outbox add column if not exists trace jsonb';
