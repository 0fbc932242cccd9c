import type { BulkJobOptions, WorkerOptions } from 'bullmq';
import type { Job } from './jobs.ts';
import type { WorkerSettings } from './queue-backend.ts';
import { traceOption } from './trace.ts';

const firstDelayMs = 200;
export const longestDelayMs = 30_000;

/** Milliseconds before the attempt after `attemptsMade`: doubles to 30 s, and `random` in [0, 1) takes off up to half. */
export function backoff(attemptsMade: number, random: () => number = Math.random): number {
  const delay = Math.min(firstDelayMs * 2 ** (attemptsMade - 1), longestDelayMs);
  return Math.round(delay * (1 - random() / 2));
}

/** The entry of `addBulk` for one job. */
export function bulkEntry(job: Job): { name: string; data: unknown; opts: BulkJobOptions } {
  return {
    name: job.name,
    data: job.data,
    opts: {
      jobId: job.id,
      // Years of trying: an outage of the other side, however long, must not turn work into dead letters.
      attempts: 1_000_000,
      backoff: { type: 'custom' },
      // Without a limit each failed attempt would add its stack to the job.
      stackTraceLimit: 3,
      // Kept a while so that stateOf can still say 'done', some ten seconds at the least when thousands are done in a second;
      // failed ones stay for people to look at.
      removeOnComplete: { age: 3_600, count: 20_000 },
      removeOnFail: false,
      ...(job.delayMs === undefined ? {} : { delay: job.delayMs }),
      ...traceOption(job.trace),
    },
  };
}

/** How workers of both back ends lock, look for stalled jobs and retry. */
export function workerOptions({ lockMs, stalledMs, concurrency }: WorkerSettings & { concurrency: number }) {
  return {
    // `startWorker` runs it once it is ready.
    autorun: false,
    concurrency,
    lockDuration: lockMs,
    stalledInterval: stalledMs,
    maxStalledCount: 10,
    // BullMQ's own 15 s would leave a worker idle that long after its database is back.
    runRetryDelay: 1_000,
    settings: { backoffStrategy: (attemptsMade: number) => backoff(attemptsMade) },
  } satisfies Partial<WorkerOptions>;
}
