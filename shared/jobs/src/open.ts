import type { Logger } from '@moa/telemetry';
import { busKind } from './bus-kind.ts';
import { failingPlainly } from './failure.ts';
import { removingHusks } from './husk.ts';
import { assertJobIds } from './job-id.ts';
import type { Jobs, Worker } from './jobs.ts';
import { createOutage, type Outage } from './outage.ts';
import { openPostgres } from './postgres.ts';
import type { Processor, QueueBackend, WorkerSettings } from './queue-backend.ts';
import { openRedis } from './redis.ts';
import { startWorker } from './worker.ts';

export type JobsOptions = {
  /** `redis://`, `rediss://` or `postgres://`: the scheme chooses the back end. */
  readonly url: string;
  readonly logger: Logger;
  /** PostgreSQL only: connections for queries, 8 when left out; one more listens for the workers. */
  readonly poolMax?: number;
  /** Milliseconds after which a job whose worker gave no sign of life counts as stalled; 30 s when left out. */
  readonly lockMs?: number;
  /** Milliseconds between looks for stalled jobs; 5 s when left out. */
  readonly stalledMs?: number;
  /** Milliseconds a closing worker waits for its running jobs; 20 s when left out. */
  readonly graceMs?: number;
};

/** Opens the queues at `url`; rejects with a message for people when nothing answers there. */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { logger, lockMs = 30_000, stalledMs = 5_000, graceMs = 20_000 } = options;
  const outage = createOutage(logger);
  const backend = await openBackend(options, outage);
  const settings: WorkerSettings = { lockMs, stalledMs };
  const workers = new Set<Worker>();
  let closed = false;
  const close = async () => {
    await Promise.all([...workers].map((worker) => worker.close()));
    closed = true;
    await backend.close();
  };
  let closing: Promise<void> | undefined;
  // What comes late would open connections that nobody closes any more.
  const refuseIf = (late: boolean) => {
    if (late) throw new Error('The queues are closed: finish with them before closing them.');
  };

  return {
    async add(queue, jobs) {
      refuseIf(closed);
      assertJobIds(jobs.map(({ id }) => id));
      if (jobs.length === 0) return;
      await backend.add(queue, jobs);
      outage.over();
    },
    async stateOf(queue, ids) {
      refuseIf(closed);
      assertJobIds(ids);
      if (ids.length === 0) return new Map();
      const states = await backend.stateOf(queue, [...new Set(ids)]);
      outage.over();
      return states;
    },
    work(queue, handler, { concurrency = 1 } = {}) {
      refuseIf(closing !== undefined);
      const create = (processor: Processor) =>
        backend.createWorker(queue, removingHusks(processor), { ...settings, concurrency });
      const worker = startWorker({ queue, create, handler: failingPlainly(handler), logger, outage, graceMs });
      workers.add(worker);
      return {
        close: async () => {
          await worker.close();
          workers.delete(worker);
        },
      };
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function openBackend(options: JobsOptions, outage: Outage): Promise<QueueBackend> {
  switch (busKind(options.url)) {
    case 'redis':
      return openRedis(options.url, outage, options.logger);
    case 'postgres':
      return openPostgres(options.url, outage, options.poolMax ?? 8);
  }
}
