import type { Logger } from '@moa/telemetry';
import { overdueNow, restingSearches } from '../actions/catch-up.ts';
import type { SystemContext } from '../actions/context.ts';

type Watch = { readonly close: () => Promise<void> };

/**
 * Keeps the deadlines that people were promised, whatever the queue does: looks at once and then at intervals for what is
 * overdue, and does what the lost or late job would have done. Every process watches, and they may meet: each step decides
 * under its own lock.
 */
export function startWatch(contextFor: () => SystemContext, logger: Logger): Watch {
  const attempt = (work: () => Promise<void>): Promise<void> =>
    work().catch((error: unknown) => logger.warn({ err: error }, 'watch: will be tried again'));
  const deadlines = async (): Promise<void> => {
    for (const step of await overdueNow(contextFor())) await attempt(() => step(contextFor()));
  };
  const searches = async (): Promise<void> => {
    for (const step of await restingSearches(contextFor())) await step(contextFor()); // where one fails the map is away
  };

  const { watchMs } = contextFor().timing;
  // Apart, so that a map that is slow to fail delays no deadline.
  const watches = [deadlines, searches].map((look) => repeat(watchMs, () => attempt(look)));
  return {
    async close() {
      await Promise.all(watches.map((watch) => watch.close()));
    },
  };
}

/** Runs `work`, which does not reject, at once and then every `ms`, never twice at a time. */
function repeat(ms: number, work: () => Promise<void>): Watch {
  let running: Promise<void> | undefined;
  const turn = (): void => {
    running ??= work().finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(turn, ms);
  turn();
  return {
    async close() {
      clearInterval(timer);
      await running;
    },
  };
}
