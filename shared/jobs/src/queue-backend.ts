import type { Job as BullJob, Worker as BullWorker } from 'bullmq';
import type { Job, JobState } from './jobs.ts';

export type WorkerSettings = { readonly lockMs: number; readonly stalledMs: number };

/** What `worker.ts` needs of BullMQ's worker, whose full type depends on the back end. */
export type RawWorker = Pick<BullWorker<unknown, void>, 'waitUntilReady' | 'run' | 'pause' | 'close'> & {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'active', listener: (job: BullJob<unknown, void>) => void): unknown;
  on(event: 'completed', listener: (job: BullJob<unknown, void>) => void): unknown;
  on(event: 'stalled', listener: (jobId: string) => void): unknown;
  on(event: 'failed', listener: (job: BullJob<unknown, void> | undefined, error: Error) => void): unknown;
};

/** Does one job; what it throws decides over the next attempt. */
export type Processor = (job: BullJob<unknown, void>) => Promise<void>;

/** The queues of one database, Redis or PostgreSQL. */
export interface QueueBackend {
  add(queue: string, jobs: readonly Job[]): Promise<void>;
  stateOf(queue: string, ids: readonly string[]): Promise<Map<string, JobState>>;
  /** A worker that is not running yet. */
  createWorker(queue: string, processor: Processor, settings: WorkerSettings & { concurrency: number }): RawWorker;
  close(): Promise<void>;
}
