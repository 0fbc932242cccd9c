import { describe, expect, test } from 'vitest';
import { latest } from '../src/positions/latest.ts';

/** A source that gives what it is told to, and pauses that end when they are told to. */
function ground() {
  const queue: { value?: number; error?: Error; done?: boolean }[] = [];
  let wake = () => {};
  let returned = false;
  const push = (item: (typeof queue)[number]) => {
    queue.push(item);
    wake();
  };
  const source: AsyncIterator<number, undefined> = {
    async next() {
      while (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const { value, error, done } = queue.shift() ?? {};
      if (error) throw error;
      return done || value === undefined ? { done: true, value: undefined } : { done: false, value };
    },
    async return() {
      returned = true;
      push({ done: true });
      return { done: true, value: undefined };
    },
  };
  const pauses: { ms: number; over: () => void }[] = [];
  const pause = (ms: number, signal: AbortSignal) =>
    new Promise<void>((over) => {
      pauses.push({ ms, over });
      if (signal.aborted) over();
      signal.addEventListener('abort', () => over());
    });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    values: latest(source, { everyMs: 500, pause }),
    give: async (...values: number[]) => {
      for (const value of values) push({ value });
      await settled();
    },
    end: () => push({ done: true }),
    fail: (error: Error) => push({ error }),
    /** Lets the pause that is on end. */
    later: async () => {
      await settled();
      pauses.at(-1)?.over();
      await settled();
    },
    pauses,
    isReturned: () => returned,
  };
}

describe('the latest of a source', () => {
  test('is given at once, then at most once per interval, without what was overtaken', async () => {
    const { values, give, later, pauses } = ground();
    const first = values.next();
    await give(1);
    expect(await first).toEqual({ done: false, value: 1 });

    let second: unknown;
    const asked = values.next().then((next) => (second = next));
    await give(2, 3, 4);
    expect(second).toBeUndefined();
    await later();
    await asked;
    expect(second).toEqual({ done: false, value: 4 });
    expect(pauses.map(({ ms }) => ms)).toEqual([500]);
  });

  test('waits for one that comes after the interval', async () => {
    const { values, give, later } = ground();
    const first = values.next();
    await give(1);
    await first;
    const second = values.next();
    await later();
    await give(2);
    expect(await second).toEqual({ done: false, value: 2 });
  });

  test('does not lose the last one before the end', async () => {
    const { values, give, later, end } = ground();
    const first = values.next();
    await give(1);
    await first;
    await give(2, 3);
    end();
    const second = values.next();
    await later();
    expect(await second).toEqual({ done: false, value: 3 });
    expect(await values.next()).toEqual({ done: true, value: undefined });
  });

  test('ends with a source that ends without a value', async () => {
    const { values, end } = ground();
    end();
    expect(await values.next()).toEqual({ done: true, value: undefined });
  });

  test('ends for who leaves, while waiting for a value or for the interval, and lets the source go', async () => {
    for (const given of [[], [1]]) {
      const { values, give, isReturned } = ground();
      let next = values.next();
      await give(...given);
      if (given.length > 0) {
        await next;
        next = values.next();
      }
      await values.return?.();
      expect(await next).toEqual({ done: true, value: undefined });
      expect(isReturned()).toBe(true);
    }
  });

  test('fails as its source fails', async () => {
    const { values, fail } = ground();
    fail(new Error('the log is gone'));
    await expect(values.next()).rejects.toThrow('the log is gone');
  });
});
