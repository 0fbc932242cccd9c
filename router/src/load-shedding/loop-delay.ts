import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Delay } from './delay.ts';

const resolution = 10;

/** By how much the event loop was late. */
export function openLoopDelay(): Delay {
  const intervals = monitorEventLoopDelay({ resolution }); // of a timer, in nanoseconds
  intervals.enable();
  return {
    read() {
      const delayMs = intervals.count === 0 ? 0 : Math.max(0, intervals.mean / 1e6 - resolution);
      intervals.reset();
      return delayMs;
    },
    close: () => void intervals.disable(),
  };
}
