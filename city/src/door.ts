import { setTimeout as wait } from 'node:timers/promises';

/** Lets work through one after the other. */
export type Door = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** No more than `perMinute` begin within any minute; who comes later waits. Waiting ends, with AbortError, when it closes. */
export function createDoor(perMinute: number, closing: AbortSignal): Door {
  const begun: number[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(async () => {
      const earliest = begun.length < perMinute ? 0 : (begun.shift() ?? 0) + 60_000;
      const left = earliest - performance.now();
      if (left > 0) await wait(left, undefined, { signal: closing });
      closing.throwIfAborted();
      begun.push(performance.now());
      return work();
    });
    last = result.catch(() => undefined); // whoever waits for this one hears of it
    return result;
  };
}
