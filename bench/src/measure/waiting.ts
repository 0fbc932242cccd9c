import { closeSync, openSync, readSync } from 'node:fs';

/** How long this thread could have run and had to wait, since others had all processors. */
export type Waiting = {
  /** So far, in milliseconds; always 0 where the system does not tell. */
  ms(): number;
  close(): void;
};

/** Linux tells it: nanoseconds on a processor, nanoseconds waiting for one, turns. */
export function watchWaiting(file = '/proc/thread-self/schedstat'): Waiting {
  const descriptor = openIfThere(file);
  if (descriptor === undefined) return { ms: () => 0, close: () => {} };
  const text = Buffer.alloc(128);
  return {
    ms() {
      const length = readSync(descriptor, text, 0, text.length, 0);
      return Number(text.toString('latin1', 0, length).split(' ')[1]) / 1e6;
    },
    close: () => closeSync(descriptor),
  };
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch {
    return undefined;
  }
}
