/** `struggling`: waiting for its next attempt, or in the middle of one, after more than ten. */
export type ListedState = 'failed' | 'struggling' | 'delayed' | 'waiting' | 'active';

/** All that a queue knows of a job. */
export type InspectedJob = {
  readonly queue: string;
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly state: 'failed' | 'delayed' | 'waiting' | 'active' | 'done';
  /** Every start, those cut short by a crash too. */
  readonly attempts: number;
  /** How often a process died or hung over it. */
  readonly stalls: number;
  readonly addedAt: Date;
  /** The last start; undefined before the first. */
  readonly startedAt: Date | undefined;
  /** A delayed job is not worked before this. */
  readonly dueAt: Date | undefined;
  /** When it was done, or failed for good. */
  readonly finishedAt: Date | undefined;
  /** Of the request that caused it, as the log bears it; undefined where it came from no request. */
  readonly requestId: string | undefined;
  /** What the last attempt that failed said; undefined when none did. */
  readonly error: string | undefined;
  /** Stacks of attempts that failed: the first ones, since each new one would make the job larger. */
  readonly stacks: readonly string[];
};

export type QueueCounts = Readonly<Record<'waiting' | 'delayed' | 'active' | 'failed' | 'struggling', number>>;

/** `notFailed`: it is open, or done. `unknown`: the queue has no such job. `lost`: no more of it than that it failed. */
export type RetryOutcome = 'retried' | 'notFailed' | 'unknown' | 'lost';
export type DiscardOutcome = 'discarded' | 'notFailed' | 'unknown';

/** Looks into queues from outside, beside the processes that work them, and decides over what failed for good. */
export interface JobInspector {
  /** The queues that were ever used, by name. */
  queues(): Promise<readonly string[]>;
  /** How many jobs are in which state, by queue; cheap enough to ask every few seconds. A struggling job is also counted as what it is. */
  countsOf(queues: readonly string[]): Promise<ReadonlyMap<string, QueueCounts>>;
  /** At most `first` jobs; failed ones begin with the latest, others with the one that is next. */
  list(queue: string, state: ListedState, first: number): Promise<readonly InspectedJob[]>;
  find(queue: string, id: string): Promise<InspectedJob | undefined>;
  /**
   * Puts jobs that failed for good back, as if they had never been tried. However many people do so at once, each job goes
   * back once: the others hear `notFailed`.
   */
  retry(queue: string, ids: readonly string[]): Promise<ReadonlyMap<string, RetryOutcome>>;
  /** Removes a job that failed for good, with all that is known of it, and logs who did so and why. */
  discard(
    queue: string,
    id: string,
    because: { readonly by: string; readonly reason: string },
  ): Promise<DiscardOutcome>;
  close(): Promise<void>;
}
