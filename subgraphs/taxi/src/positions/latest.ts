import { setTimeout as delay } from 'node:timers/promises';
import { endedWith } from '@moa/subgraph';

export type LatestOptions = {
  readonly everyMs: number;
  /** Resolves after so many ms, or at once when the signal aborts. */
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
};

const sleep = (ms: number, signal: AbortSignal): Promise<unknown> => delay(ms, undefined, { signal }).catch(() => {});

/**
 * At most one value per `everyMs`, the first one at once. Of those that come in between only the latest is kept, and the
 * last one before the end is not lost. The source is read all the time, so that nothing piles up in it.
 */
export function latest<Value>(
  source: AsyncIterator<Value>,
  { everyMs, pause = sleep }: LatestOptions,
): AsyncIterableIterator<Value, undefined> {
  const stop = new AbortController();
  let kept: { readonly value: Value } | undefined;
  let end: { readonly failure?: unknown } | undefined;
  let news = Promise.withResolvers<void>();

  const readAll = async (): Promise<void> => {
    try {
      for (let next = await source.next(); !next.done; next = await source.next()) {
        kept = { value: next.value };
        news.resolve();
      }
      end = {};
    } catch (failure) {
      end = { failure };
    }
    news.resolve();
  };

  async function* thinned(): AsyncGenerator<Value, undefined> {
    void readAll();
    while (!stop.signal.aborted) {
      await news.promise;
      news = Promise.withResolvers();
      const taken = kept;
      kept = undefined;
      if (taken) yield taken.value;
      if (end && !kept) break;
      await pause(everyMs, stop.signal);
    }
    if (end && 'failure' in end) throw end.failure;
    return undefined;
  }

  // The generator waits for news or for its pause; this wakes it up, and ends what it reads.
  const waking = {
    async return() {
      stop.abort();
      news.resolve();
      await source.return?.();
    },
  };
  return endedWith(waking, thinned());
}
