import type { Trace } from '@moa/telemetry';

/** A job to add. */
export type Job = {
  /** Names the work, not the attempt: adding the same id again does nothing. A letter, then letters, digits, `_`, `-`. */
  readonly id: string;
  readonly name: string;
  /** JSON. */
  readonly data: unknown;
  /** Milliseconds before it may be worked; at once when left out. */
  readonly delayMs?: number;
  /** What it belongs to; its handler runs in it. */
  readonly trace?: Trace;
};

/** A job in the hands of a worker. `attempt` counts every start from 1, those cut short by a crash too. */
export type ActiveJob = {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly attempt: number;
};

/** `open`: waiting, delayed or active. `failed`: for good. `unknown`: never added, or done and forgotten. */
export type JobState = 'open' | 'done' | 'failed' | 'unknown';

/** Does one job. May run more than once for the same job, so its effect must be safe to repeat. */
export type Handler = (job: ActiveJob) => Promise<void>;

export interface Worker {
  /** Takes no new job, waits for the running ones (at most 20 s), then leaves them to other workers. */
  close(): Promise<void>;
}

/** Queues and their workers in one process. */
export interface Jobs {
  /**
   * Adds all in one round trip. A job whose id the queue still knows is not added again. Rejects within seconds when the
   * queue can't be reached; some of the jobs may have been added then, so add all of them again.
   */
  add(queue: string, jobs: readonly Job[]): Promise<void>;
  /** What the queue knows of each id; every id asked for has an answer. Done jobs are remembered for an hour. */
  stateOf(queue: string, ids: readonly string[]): Promise<Map<string, JobState>>;
  /**
   * Starts a worker of up to `concurrency` jobs at a time (1 when left out). A throw retries with backoff, from 200 ms
   * doubling to 30 s, jittered; `UnrecoverableError` fails at once and the job is kept as a dead letter.
   */
  work(queue: string, handler: Handler, options?: { readonly concurrency?: number }): Worker;
  /** Closes every worker, then the connections. Running handlers may still add; afterwards everything is refused. */
  close(): Promise<void>;
}
