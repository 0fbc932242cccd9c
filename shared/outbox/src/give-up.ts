import type { EntityManager } from '@mikro-orm/postgresql';
import type { SubgraphName } from '@moa/contracts';
import { soleWorker } from './dispatch.ts';
import { type OutboxRow, openQueuesOf } from './queues.ts';

/**
 * Notes that a message need not reach `queue` any more, so that nothing hands it over to that queue again. Comes before the
 * queue is made to forget the message, which would else pass for lost. Waits for what is being handed over or proven just now.
 */
export async function giveUp(
  em: EntityManager,
  { publisher, rowId }: { readonly publisher: SubgraphName; readonly rowId: string },
  queue: string,
): Promise<void> {
  await em.transactional(async (tx) => {
    await soleWorker(tx, 'outbox.dispatch');
    await soleWorker(tx, 'outbox.prove');
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
  });
}
