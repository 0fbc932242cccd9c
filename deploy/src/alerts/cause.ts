import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from './ground.ts';

/** Something that goes wrong, and the alerts that must ring for it. */
export type Cause = {
  readonly name: string;
  readonly rings: readonly string[];
  /** Seconds until all of them ring; 60 when left out. */
  readonly withinSeconds?: number;
  /** Makes it go wrong; gives back how to put it right. */
  readonly begin: (ground: Ground) => Promise<() => Promise<void>>;
};

/** Does it again and again, with `everyMs` between, whatever comes of it; until what this gives is called. */
export function repeatedly(work: () => Promise<unknown>, everyMs = 100): () => Promise<void> {
  const stop = new AbortController();
  const turns = (async () => {
    while (!stop.signal.aborted) {
      await work().catch(() => undefined);
      await pause(everyMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stop.abort();
    await turns;
  };
}
