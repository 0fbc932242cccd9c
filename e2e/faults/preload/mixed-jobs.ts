import { setTimeout as delay } from 'node:timers/promises';
import { type Random, randomOf } from '../random.ts';
import { wrapWork } from './work.ts';

/** Long enough for others of the same queue to come between. */
const longestWaitMs = 250;
const longestEchoMs = 3_000;

let random: Random | undefined;

/** From now on jobs are worked off out of their order, and each of them a second time; without a seed they are as ever again. */
export function mixJobs(seed: string | undefined): void {
  random = seed === undefined ? undefined : randomOf(seed);
}

/** Stands around every job, whether they are mixed at the time or not. */
export function watchForMixing(): void {
  wrapWork(async (_job, work) => {
    if (!random) return work();
    const { wait, echo } = { wait: random.below(longestWaitMs), echo: random.below(longestEchoMs) };
    await delay(wait);
    await work();
    // The queue takes it for done by then. As from a worker that came back to life: nobody hears how it ends.
    void delay(echo, undefined, { ref: false })
      .then(work)
      .catch(() => undefined);
  });
}
