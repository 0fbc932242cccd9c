import type { EntityManager } from '@mikro-orm/postgresql';
import type { Jobs } from '@moa/jobs';
import type { LiveLog } from '@moa/live';
import { publish, type WrittenRow } from './publication.ts';
import { byQueue, entryOf, isKnown, jobOf, type OutboxRow, queuesOf } from './queues.ts';

/** Where messages go. */
export type Bus = { readonly jobs: Jobs; readonly live: LiveLog };

/** Rows handed over in one transaction. */
export const batchSize = 200;

/**
 * Hands the oldest unsent rows over and marks them as sent; says how many there were.
 *
 * One dispatcher at a time per database, so that what one aggregate says leaves in the order in which it was said. A
 * dispatcher that is killed between handing over and marking hands over again: receivers know messages by their id.
 */
export async function dispatchBatch(em: EntityManager, publisher: string, bus: Bus): Promise<number> {
  return em.transactional(async (tx) => {
    await soleWorker(tx, 'outbox.dispatch');
    // A delay counts from the transaction that asked for it: a message that is handed over late, or again, is due sooner.
    const written: WrittenRow[] = await tx.execute(
      `select id, kind, topic, payload, proven_queues, trace,
         (extract(epoch from created_at) * 1000)::float8 as "writtenAt",
         greatest(0, extract(epoch from created_at - statement_timestamp()) * 1000 + delay_ms)::integer as delay_ms
       from outbox where sent_at is null order by id limit ${batchSize}`,
    );
    if (written.length === 0) return 0;
    const { rows, handedOver } = publish(written);
    await handOver(rows, publisher, bus);
    handedOver();
    // Nothing confirms a live entry, so there is nothing to prove; nor where nobody subscribes.
    const isSettled = (row: OutboxRow) => isKnown(row) && queuesOf(publisher, row).length === 0;
    const settled = rows.filter(isSettled).map((row) => row.id);
    await tx.execute(
      `update outbox set sent_at = clock_timestamp(),
         proven_at = case when id = any(?::bigint[]) then clock_timestamp() end
       where id = any(?::bigint[])`,
      [idArray(settled), idArray(rows.map((row) => row.id))],
    );
    return rows.length;
  });
}

/** Whether there is anything to hand over: one round trip, where a dispatcher that finds nothing takes five. */
export async function hasUnsent(em: EntityManager): Promise<boolean> {
  const [found]: { unsent: boolean }[] = await em.execute(
    'select exists (select from outbox where sent_at is null) as unsent',
  );
  return found?.unsent === true;
}

async function handOver(rows: readonly OutboxRow[], publisher: string, { jobs, live }: Bus): Promise<void> {
  const entries = rows.filter(({ kind }) => kind === 'live').map(entryOf);
  await Promise.all([
    ...[...byQueue(publisher, rows)].map(([queue, group]) =>
      jobs.add(
        queue,
        group.map((row) => jobOf(publisher, row)),
      ),
    ),
    entries.length > 0 ? live.append(entries) : undefined,
  ]);
}

/** Holds a lock to the end of the transaction; a holder that is stopped in the middle loses its session after 15 s. */
export async function soleWorker(tx: EntityManager, task: 'outbox.dispatch' | 'outbox.prove'): Promise<void> {
  await tx.execute(
    `set local idle_in_transaction_session_timeout = '15s';
     set local lock_timeout = '20s';
     set local statement_timeout = '25s';
     select pg_advisory_xact_lock(hashtext('${task}'))`, // one round trip; the task is one of ours, not a client's text
  );
}

/** MikroORM spreads a JavaScript array over several placeholders; PostgreSQL's own array text stays one. */
export const idArray = (ids: readonly string[]): string => `{${ids.join(',')}}`;
