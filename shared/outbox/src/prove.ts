import type { EntityManager } from '@mikro-orm/postgresql';
import { type Bus, idArray, soleWorker } from './dispatch.ts';
import { byQueue, messageId, type OutboxRow } from './queues.ts';

/** The place of a row in the order in which rows were sent. `sentAt` is PostgreSQL's own text: a Date would round it. */
export type Place = { readonly sentAt: string; readonly id: string };

/** `next`: where to go on; undefined when the last row has been asked about. */
export type Proof = { readonly lost: number; readonly next: Place | undefined };

type SentRow = Pick<OutboxRow, 'id' | 'kind' | 'topic'> & Place;
type Verdict = { readonly proven: readonly string[]; readonly lost: readonly string[] };

/** Rows asked about in one transaction. */
const pageSize = 1_000;
const beginning: Place = { sentAt: '-infinity', id: '0' };

/**
 * Asks the queues what became of the messages that were sent a while ago. Those they have worked off are proven; those they
 * no longer know (a queue that lost its memory) are marked as unsent, to be handed over again. Goes page by page, so that
 * no number of messages that wait for an absent receiver hides the lost ones behind them.
 */
export async function prove(
  em: EntityManager,
  publisher: string,
  bus: Bus,
  { olderThanMs, after = beginning }: { readonly olderThanMs: number; readonly after?: Place | undefined },
): Promise<Proof> {
  return em.transactional(async (tx) => {
    await soleWorker(tx, 'outbox.prove');
    const rows: SentRow[] = await tx.execute(
      `select id, kind, topic, sent_at::text as "sentAt" from outbox
       where proven_at is null and (sent_at, id) > (?::timestamptz, ?::bigint)
         and sent_at < statement_timestamp() - (? + delay_ms) * interval '1 ms'
       order by sent_at, id limit ${pageSize}`,
      [after.sentAt, after.id, olderThanMs],
    );
    if (rows.length === 0) return { lost: 0, next: undefined };
    const { proven, lost } = await ask(publisher, rows, bus);
    await tx.execute('update outbox set proven_at = clock_timestamp() where id = any(?::bigint[])', [idArray(proven)]);
    await tx.execute('update outbox set sent_at = null where id = any(?::bigint[])', [idArray(lost)]);
    return { lost: lost.length, next: rows.length === pageSize ? rows.at(-1) : undefined };
  });
}

async function ask(publisher: string, rows: readonly SentRow[], { jobs }: Bus): Promise<Verdict> {
  const lost = new Set<string>();
  const open = new Set<string>();
  await Promise.all(
    [...byQueue(publisher, rows)].map(async ([queue, group]) => {
      const states = await jobs.stateOf(
        queue,
        group.map((row) => messageId(publisher, row.id)),
      );
      for (const row of group) {
        const state = states.get(messageId(publisher, row.id)) ?? 'unknown';
        if (state === 'unknown') lost.add(row.id);
        // A job that failed for good stays in its queue as a dead letter: it is not lost, and needs no more proof.
        else if (state === 'open') open.add(row.id);
      }
    }),
  );
  const proven = rows.map((row) => row.id).filter((id) => !lost.has(id) && !open.has(id));
  return { proven, lost: [...lost] };
}
