import { beginTaking } from './cause.ts';
import type { LiveSignal } from './live-log.ts';

/** Signals that may wait for a slow reader. */
const capacity = 1_000;

/** One subscriber's end of the log: signals are pushed in at one side and iterated at the other. */
export interface Subscription extends AsyncIterableIterator<LiveSignal> {
  push(signal: LiveSignal): void;
  end(): void;
}

/** `onEnd` is called once, whichever side ends it. */
export function createSubscription(onEnd: () => void): Subscription {
  let buffer: LiveSignal[] = [];
  const waiting: ((result: IteratorResult<LiveSignal>) => void)[] = [];
  let ended = false;

  const subscription: Subscription = {
    push(signal) {
      if (ended) return;
      const reader = waiting.shift();
      if (reader) return reader({ done: false, value: signal });
      if (signal.kind === 'resync' && buffer.at(-1)?.kind === 'resync') return;
      // Too slow: to read the present state anew is cheaper than to catch up, and the memory stays bounded.
      if (buffer.length >= capacity) buffer = [{ kind: 'resync' }];
      else buffer.push(signal);
    },
    end() {
      if (ended) return;
      ended = true;
      buffer = [];
      for (const reader of waiting.splice(0)) reader({ done: true, value: undefined });
      onEnd();
    },
    next() {
      const taken = beginTaking();
      const signal = buffer.shift();
      if (signal) {
        taken(signal);
        return Promise.resolve({ done: false, value: signal });
      }
      if (ended) return Promise.resolve({ done: true, value: undefined });
      return new Promise((resolve) =>
        waiting.push((result) => {
          if (!result.done) taken(result.value);
          resolve(result);
        }),
      );
    },
    return() {
      subscription.end();
      return Promise.resolve({ done: true, value: undefined });
    },
    [Symbol.asyncIterator]: () => subscription,
  };
  return subscription;
}
