import type { EntityManager } from '@mikro-orm/postgresql';
import { type Bus, idArray, soleWorker } from './dispatch.ts';
import { byQueue, messageId, type OutboxRow } from './queues.ts';

type Verdict = { readonly proven: readonly string[]; readonly lost: readonly string[] };

/**
 * Asks the queues what became of the messages that were sent a while ago. Those they have worked off are proven; those they
 * no longer know (a queue that lost its memory) are marked as unsent, to be handed over again. Says how many were lost.
 */
export async function prove(em: EntityManager, publisher: string, bus: Bus, olderThanMs: number): Promise<number> {
  return em.transactional(async (tx) => {
    await soleWorker(tx, 'outbox.prove');
    const rows: OutboxRow[] = await tx.execute(
      `select id, kind, topic from outbox
       where proven_at is null and sent_at < clock_timestamp() - (? + delay_ms) * interval '1 ms'
       order by sent_at limit 1000`,
      [olderThanMs],
    );
    if (rows.length === 0) return 0;
    const { proven, lost } = await ask(publisher, rows, bus);
    await tx.execute('update outbox set proven_at = clock_timestamp() where id = any(?::bigint[])', [idArray(proven)]);
    await tx.execute('update outbox set sent_at = null where id = any(?::bigint[])', [idArray(lost)]);
    return lost.length;
  });
}

async function ask(publisher: string, rows: readonly OutboxRow[], { jobs }: Bus): Promise<Verdict> {
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
