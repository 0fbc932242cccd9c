import { createPostgresBackend, type IQueueBackend, type PgPool, Queue } from 'bullmq';
import type { Outage } from '../outage.ts';
import { connectPostgres } from '../postgres-pool.ts';
import { type InspectorBackend, patientAttempts } from './backend.ts';
import type { QueueCounts } from './inspector.ts';

const poolMax = 2;

/** Each count has an index of its own that it stays in. */
const counts = `
  select queue,
    (select count(*) from job where job.queue = asked.queue and state = 'waiting')::integer as waiting,
    (select count(*) from job where job.queue = asked.queue and state = 'delayed')::integer as delayed,
    (select count(*) from job where job.queue = asked.queue and state = 'active')::integer as active,
    (select count(*) from job where job.queue = asked.queue and state = 'failed')::integer as failed,
    (select count(*) from job where job.queue = asked.queue and state = 'delayed' and attempts_started > ${patientAttempts})::integer
      + (select count(*) from job where job.queue = asked.queue and state = 'active' and attempts_started > ${patientAttempts})::integer
      as struggling
  from unnest($1::text[]) as asked (queue)`;

export async function inspectPostgres(url: string, outage: Outage): Promise<InspectorBackend> {
  const { pool: connection, end } = await connectPostgres(url, outage, poolMax);
  const root = createPostgresBackend('moa', { connection });
  root.on('error', outage.failed);
  await root.waitUntilReady();
  const idsIn = async (text: string, values: unknown[]) =>
    (await connection.query<{ id: string }>(text, values)).rows.map(({ id }) => id);

  const openQueue = (name: string) => {
    const options = { connection, skipMetasUpdate: true };
    const queue = new Queue<unknown, void, string, unknown, void, string, IQueueBackend, PgPool>(name, options, () =>
      root.forQueue(name),
    );
    queue.on('error', outage.failed);
    return queue;
  };

  return {
    queues: () => idsIn('select distinct queue as id from job order by 1', []),
    queue: openQueue,
    bullQueue: openQueue,
    async countsOf(queues) {
      const { rows } = await connection.query<QueueCounts & { queue: string }>(counts, [queues]);
      return new Map(rows.map(({ queue, ...count }) => [queue, count]));
    },
    struggling: (queue) =>
      idsIn(
        `select id from job where queue = $1 and state in ('delayed', 'active') and attempts_started > $2
         order by added_at_ms, id`,
        [queue, patientAttempts],
      ),
    async forgetStalls(queue, id) {
      const text = `update job set stalled_count = 0 where queue = $1 and id = $2 and state = 'failed'`;
      await connection.query(text, [queue, id]);
    },
    async discard(queue, id) {
      const text = `delete from job where queue = $1 and id = $2 and state = 'failed' returning id`;
      return (await idsIn(text, [queue, id])).length === 1;
    },
    async close() {
      await root.close();
      await end();
    },
  };
}
