/** How long things may take, in milliseconds. */
export type Timing = {
  /** A driver's time to answer an offer. */
  readonly offerMs: number;
  /**
   * From the request to its answer. The customer was promised 60 s: what is left is for a process that is stopped while it
   * holds the booking (persistence/idle-limit.ts) and for the next look of the watch.
   */
  readonly answerMs: number;
  /** At least until the next search, when others were faster at all cars that were found; longer the longer it has lasted (search.ts). */
  readonly searchAgainMs: number;
  /** Between two looks at what is overdue. */
  readonly watchMs: number;
  /** How long a search may rest before the watch takes it up: the worker that had it may have been killed. */
  readonly restMs: number;
  /** How long the queue has for settling a cancellation before the watch does it. */
  readonly settleMs: number;
};

export const timing: Timing = Object.freeze({
  offerMs: 10_000,
  answerMs: 50_000,
  searchAgainMs: 200,
  watchMs: 1_000,
  restMs: 5_000,
  settleMs: 2_000,
});
