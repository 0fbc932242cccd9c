import type { Job as BullJob } from 'bullmq';
import type { QueueCounts } from './inspector.ts';

/** More starts than this and a job struggles: with the backoff there is, some two minutes. */
export const patientAttempts = 10;

export type RawJob = Pick<
  BullJob<unknown, void>,
  | 'id'
  | 'data'
  | 'opts'
  | 'timestamp'
  | 'delay'
  | 'processedOn'
  | 'finishedOn'
  | 'attemptsStarted'
  | 'stalledCounter'
  | 'failedReason'
  | 'stacktrace'
  | 'getState'
  | 'retry'
> & {
  /** Undefined where nothing is left of it but its place in the queue. */
  readonly name: string | undefined;
};

/** What the inspector needs of BullMQ's queue, whose full type depends on the back end. */
export type RawQueue = {
  getJob(id: string): Promise<RawJob | undefined>;
  getJobs(
    types: ['failed' | 'delayed' | 'waiting' | 'active'],
    start: number,
    end: number,
    asc: boolean,
  ): Promise<RawJob[]>;
};

/** What BullMQ's own queues don't offer, or not without a race. */
export interface InspectorBackend {
  queues(): Promise<readonly string[]>;
  queue(name: string): RawQueue;
  countsOf(queues: readonly string[]): Promise<ReadonlyMap<string, QueueCounts>>;
  /** The ids of struggling jobs, the oldest first. */
  struggling(queue: string): Promise<readonly string[]>;
  /** Forgets how often a process died or hung over a job that failed: BullMQ's retry keeps that, and the next stall would fail it again. */
  forgetStalls(queue: string, id: string): Promise<void>;
  /** Removes the job if it has failed, in one step; says whether it did. */
  discard(queue: string, id: string): Promise<boolean>;
  close(): Promise<void>;
}
