import type { EntityManager } from '@mikro-orm/postgresql';
import { type Bus, soleWorker } from './dispatch.ts';
import { byQueue, isKnown, messageId, type OutboxRow, openQueuesOf } from './queues.ts';

/** The place of a row in the order in which rows were sent. `sentAt` is PostgreSQL's own text: a Date would round it. */
export type Place = { readonly sentAt: string; readonly id: string };

/** `next`: where to go on; undefined when the last row has been asked about. */
export type Proof = { readonly lost: number; readonly next: Place | undefined };

type SentRow = Pick<OutboxRow, 'id' | 'kind' | 'topic' | 'proven_queues'> & Place;
/** What the queues said of a row: those that have worked it off by now, and whether one of the others no longer knows it. */
type Verdict = { readonly id: string; readonly proven: readonly string[]; readonly isLost: boolean };

/** Rows asked about in one transaction. */
const pageSize = 1_000;
const beginning: Place = { sentAt: '-infinity', id: '0' };

/**
 * Asks the queues what became of the messages that were sent a while ago. What a queue has worked off is noted for that queue,
 * since it forgets in time, while another's receiver may be absent for long; a message is proven when all of its queues are
 * through. One that a queue no longer knows (it lost its memory) is marked as unsent, to be handed over to that queue again.
 * Goes page by page, so that no number of messages that wait for an absent receiver hides the lost ones behind them.
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
      `select id, kind, topic, proven_queues, sent_at::text as "sentAt" from outbox
       where proven_at is null and (sent_at, id) > (?::timestamptz, ?::bigint)
         and sent_at < statement_timestamp() - (? + delay_ms) * interval '1 ms'
       order by sent_at, id limit ${pageSize}`,
      [after.sentAt, after.id, olderThanMs],
    );
    if (rows.length === 0) return { lost: 0, next: undefined };
    const verdicts = await ask(publisher, rows, bus);
    await note(tx, publisher, rows, verdicts);
    const lost = verdicts.filter(({ isLost }) => isLost).length;
    return { lost, next: rows.length === pageSize ? rows.at(-1) : undefined };
  });
}

async function ask(publisher: string, rows: readonly SentRow[], { jobs }: Bus): Promise<readonly Verdict[]> {
  const proven = new Map(rows.map((row) => [row.id, [...row.proven_queues]]));
  const lost = new Set<string>();
  await Promise.all(
    [...byQueue(publisher, rows)].map(async ([queue, group]) => {
      const states = await jobs.stateOf(
        queue,
        group.map((row) => messageId(publisher, row.id)),
      );
      for (const row of group) {
        const state = states.get(messageId(publisher, row.id)) ?? 'unknown';
        if (state === 'unknown') lost.add(row.id);
        // A job that failed for good waits in its queue for a person. Were it proven, a queue that loses its memory would lose it.
        else if (state === 'done') proven.get(row.id)?.push(queue);
      }
    }),
  );
  return rows.map(({ id }) => ({ id, proven: proven.get(id) ?? [], isLost: lost.has(id) }));
}

/** Writes down what is new, in one statement. */
async function note(
  tx: EntityManager,
  publisher: string,
  rows: readonly SentRow[],
  verdicts: readonly Verdict[],
): Promise<void> {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const news = verdicts.flatMap(({ id, proven, isLost }) => {
    const row = rowOf.get(id);
    if (!row) return [];
    // Also with nothing new: the last queue was given up before the row went out again, or does not subscribe any more.
    const through = isKnown(row) && openQueuesOf(publisher, { ...row, proven_queues: proven }).length === 0;
    const isNew = isLost || through || proven.length > row.proven_queues.length;
    return isNew ? [{ id, proven, lost: isLost, through }] : [];
  });
  if (news.length === 0) return;
  await tx.execute(
    `update outbox set proven_queues = news.proven,
       proven_at = case when through then clock_timestamp() end,
       sent_at = case when not lost then sent_at end
     from jsonb_to_recordset(?::jsonb) as news (id bigint, proven text[], lost boolean, through boolean)
     where outbox.id = news.id`,
    [JSON.stringify(news)],
  );
}
