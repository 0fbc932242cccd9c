const PATIENCE_MS = 10_000;

/** Holds events until they are asked for, in order; the end or failure comes after the last of them. */
export type EventQueue<T> = {
  push(event: T): void;
  end(): void;
  fail(error: Error): void;
  /** Waits at most 10 s. */
  next(): Promise<IteratorResult<T, undefined>>;
};

/** Makes an empty queue for one reader at a time. */
export function eventQueue<T>(): EventQueue<T> {
  const events: T[] = [];
  let last: { kind: 'ended' } | { kind: 'failed'; error: Error } | undefined;
  let wake = () => {};

  const next = async (): Promise<IteratorResult<T, undefined>> => {
    const timeout = new Error(`No event within ${PATIENCE_MS / 1000} s.`);
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const [event] = events.splice(0, 1);
      if (event !== undefined) return { done: false, value: event };
      if (last?.kind === 'failed') throw last.error;
      if (last?.kind === 'ended') return { done: true, value: undefined };
      if (Date.now() >= deadline) throw timeout;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, deadline - Date.now());
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };

  return {
    push: (event) => {
      events.push(event);
      wake();
    },
    end: () => {
      last ??= { kind: 'ended' };
      wake();
    },
    fail: (error) => {
      last ??= { kind: 'failed', error };
      wake();
    },
    next,
  };
}
