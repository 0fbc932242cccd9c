import { createPostgresBackend, type IQueueBackend, type PgPool, Queue, Worker } from 'bullmq';
import type { JobState } from './jobs.ts';
import type { Outage } from './outage.ts';
import { connectPostgres } from './postgres-pool.ts';
import type { QueueBackend } from './queue-backend.ts';
import { bulkEntry, workerOptions } from './retry.ts';

export async function openPostgres(url: string, outage: Outage, poolMax: number): Promise<QueueBackend> {
  const { pool: connection, end } = await connectPostgres(url, outage, poolMax);
  // Every queue borrows this backend, so that its readiness is settled once, here.
  const root = createPostgresBackend('moa', { connection });
  root.on('error', outage.failed);
  await root.waitUntilReady();

  const openQueue = (name: string) => {
    const queue = new Queue<unknown, void, string, unknown, void, string, IQueueBackend, PgPool>(
      name,
      { connection },
      () => root.forQueue(name),
    );
    queue.on('error', outage.failed);
    return queue;
  };
  const queues = new Map<string, ReturnType<typeof openQueue>>();
  const queueOf = (name: string) => {
    const queue = queues.get(name) ?? openQueue(name);
    queues.set(name, queue);
    return queue;
  };

  return {
    async add(queue, jobs) {
      const entries = jobs.map(bulkEntry);
      const [only] = entries;
      // BullMQ makes temporary tables for a bulk, which costs PostgreSQL more than ten times what a job without them does.
      if (only && entries.length === 1) await queueOf(queue).add(only.name, only.data, only.opts);
      else await queueOf(queue).addBulk(entries);
    },
    async stateOf(queue, ids) {
      const states = new Map<string, JobState>(ids.map((id) => [id, 'unknown']));
      // BullMQ's own getJobState would be a round trip for each id.
      const text = 'select id, state from job where queue = $1 and id = any($2)';
      const { rows } = await connection.query<{ id: string; state: string }>(text, [queue, ids]);
      for (const { id, state } of rows) states.set(id, present(state));
      return states;
    },
    createWorker: (queue, processor, settings) =>
      new Worker<unknown, void, string, typeof root, object, PgPool>(
        queue,
        processor,
        { ...workerOptions(settings), connection },
        createPostgresBackend,
      ),
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await root.close();
      await end();
    },
  };
}

function present(state: string): JobState {
  if (state === 'completed') return 'done';
  return state === 'failed' ? 'failed' : 'open';
}
