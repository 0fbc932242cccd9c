import type { Logger } from '@moa/telemetry';

/** Turns the stream of errors during an outage into two lines of log: lost, and back. */
export type Outage = {
  failed(error: Error): void;
  /** Anything that succeeded. */
  over(): void;
};

/** As connections die one by one some still succeed; only after this long without an error is it over. */
const peaceMs = 1_000;

export function createOutage(logger: Logger): Outage {
  let since: number | undefined;
  let lastFailure = 0;
  return {
    failed(error) {
      if (since === undefined) logger.error({ err: error }, 'queues: trouble, retrying');
      else logger.debug({ err: error }, 'queues: still retrying');
      lastFailure = Date.now();
      since ??= lastFailure;
    },
    over() {
      if (since === undefined || Date.now() - lastFailure < peaceMs) return;
      logger.info({ downMs: lastFailure - since }, 'queues: working again');
      since = undefined;
    },
  };
}
