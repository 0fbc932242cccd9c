import type { SubgraphClient } from '../subgraphs/client.ts';
import type { Delay } from './delay.ts';

type Execute = SubgraphClient['execute'];

/** What is usual may become slower by this much from reading to reading. */
const drift = 1.002;

/** The same calls of a subgraph, and how much longer those took than usual that ended since the last reading. */
export function timeCalls(execute: Execute): { readonly execute: Execute; readonly delay: Delay } {
  let ended = 0;
  let milliseconds = 0;
  let running = 0;
  let usual = Number.POSITIVE_INFINITY;
  let delay = 0;
  return {
    execute(call) {
      const from = performance.now();
      const end = (least: number): void => {
        const took = performance.now() - from;
        running -= 1;
        if (took < least) return;
        ended += 1;
        milliseconds += took;
      };
      running += 1;
      const answer = execute(call);
      // A fault that comes at once, such as a breaker's, doesn't tell how long calls take.
      answer.then(
        () => end(0),
        () => end(usual),
      );
      return answer;
    },
    delay: {
      read() {
        if (ended > 0) {
          const mean = milliseconds / ended;
          usual = Math.min(mean, usual * drift);
          delay = mean - usual;
        } else if (running === 0) delay = 0; // else nobody knows better
        ended = 0;
        milliseconds = 0;
        return delay;
      },
      close: () => {},
    },
  };
}
