import type { SubgraphClient } from '../subgraphs/client.ts';
import { SubgraphBusy } from '../subgraphs/response.ts';
import type { Delay } from './delay.ts';

type Execute = SubgraphClient['execute'];

/** What is usual may become slower by this much from reading to reading. */
const drift = 1.002;

/**
 * The same calls of a subgraph, and how much longer those took than usual that ended since the last reading. Queries and mutations have
 * each what is usual for them: a subgraph that reads at once and writes slowly isn't late when it is asked to write. Where it had too
 * much in hand to take a call on, it is as late as can be.
 */
export function timeCalls(execute: Execute): { readonly execute: Execute; readonly delay: Delay } {
  const queries = createTimes();
  const mutations = createTimes();
  let running = 0;
  let isBusy = false;
  let delay = 0;
  return {
    execute(call) {
      const times = call.repeatable ? queries : mutations;
      const from = performance.now();
      running += 1;
      const answer = execute(call);
      answer.then(
        () => {
          running -= 1;
          times.add(performance.now() - from);
        },
        (fault: unknown) => {
          running -= 1;
          const took = performance.now() - from;
          if (fault instanceof SubgraphBusy) isBusy = true;
          // A fault that comes at once, such as a breaker's, doesn't tell how long calls take.
          else if (took >= times.usual) times.add(took);
        },
      );
      return answer;
    },
    delay: {
      read() {
        const [read, changed] = [queries.read(), mutations.read()];
        const ended = read.ended + changed.ended;
        if (isBusy) delay = Number.POSITIVE_INFINITY;
        else if (ended > 0) delay = (read.late + changed.late) / ended;
        else if (running === 0) delay = 0; // else nobody knows better
        isBusy = false;
        return delay;
      },
      close: () => {},
    },
  };
}

/** How long calls of one kind take, by their mean from reading to reading; usual is the least of late. */
function createTimes() {
  let ended = 0;
  let milliseconds = 0;
  let usual = Number.POSITIVE_INFINITY;
  return {
    get usual() {
      return usual;
    },
    add(took: number): void {
      ended += 1;
      milliseconds += took;
    },
    /** Of the calls since the last time: how many, and how much longer than usual they took together. */
    read(): { readonly ended: number; readonly late: number } {
      if (ended === 0) return { ended, late: 0 };
      usual = Math.min(milliseconds / ended, usual * drift);
      const read = { ended, late: milliseconds - ended * usual };
      ended = 0;
      milliseconds = 0;
      return read;
    },
  };
}
