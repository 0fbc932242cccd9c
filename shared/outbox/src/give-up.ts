import type { EntityManager } from '@mikro-orm/postgresql';
import type { SubgraphName } from '@moa/contracts';
import type { DiscardOutcome } from '@moa/jobs';
import { soleWorker } from './dispatch.ts';
import { type OutboxRow, openQueuesOf } from './queues.ts';

/**
 * Lets `discard` remove a message from `queue`, and where it did notes that nothing need hand it over to that queue again. Waits
 * for what is being handed over or proven just now, and holds up what comes next, so that nobody sees one without the other.
 *
 * Removed before the note is committed: whoever dies in between leaves a message that the queue has lost, which goes out again.
 * Noted before, a message that somebody puts back at the same moment would be open with nobody to look after it.
 */
export async function giveUp(
  em: EntityManager,
  { publisher, rowId }: { readonly publisher: SubgraphName; readonly rowId: string },
  queue: string,
  discard: () => Promise<DiscardOutcome>,
): Promise<DiscardOutcome> {
  return em.transactional(async (tx) => {
    await soleWorker(tx, 'outbox.dispatch');
    await soleWorker(tx, 'outbox.prove');
    const outcome = await discard();
    if (outcome === 'discarded') await note(tx, publisher, rowId, queue);
    return outcome;
  });
}

async function note(tx: EntityManager, publisher: SubgraphName, rowId: string, queue: string): Promise<void> {
  const rows: Pick<OutboxRow, 'kind' | 'topic' | 'proven_queues'>[] = await tx.execute(
    'select kind, topic, proven_queues from outbox where id = ?::bigint and proven_at is null',
    [rowId],
  );
  for (const row of rows) {
    const isThrough = openQueuesOf(publisher, row).every((open) => open === queue);
    await tx.execute(
      `update outbox set proven_queues = array_append(proven_queues, ?),
         proven_at = case when ? then clock_timestamp() end
       where id = ?::bigint`,
      [queue, isThrough, rowId],
    );
  }
}
