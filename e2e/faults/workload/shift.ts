import { setTimeout as wait } from 'node:timers/promises';

/** How long people go on. Busy: they begin new things. Calm: they only finish what they began. Over: they go home. */
export type Shift = {
  readonly isBusy: () => boolean;
  readonly isOver: () => boolean;
  /** Resolves when people may begin something, or when it is over. */
  readonly untilBusy: () => Promise<void>;
  /** Aborts when it is over. */
  readonly over: AbortSignal;
  /** Resolves after so many ms, or when it is over. */
  readonly rest: (ms: number) => Promise<void>;
  readonly calmDown: () => void;
  readonly goOn: () => void;
  readonly end: () => void;
};

export function beginShift(): Shift {
  const over = new AbortController();
  let gate = Promise.withResolvers<void>();
  let isBusy = false;
  const goOn = () => {
    isBusy = true;
    gate.resolve();
  };
  goOn();
  return {
    isBusy: () => isBusy,
    isOver: () => over.signal.aborted,
    untilBusy: () => gate.promise,
    over: over.signal,
    // It is over when the wait is aborted: that is what it was waiting for, too.
    rest: (ms) => wait(ms, undefined, { signal: over.signal }).catch(() => undefined),
    calmDown() {
      if (isBusy) gate = Promise.withResolvers<void>();
      isBusy = false;
    },
    goOn,
    end() {
      over.abort();
      gate.resolve();
    },
  };
}
