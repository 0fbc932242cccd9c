import type { Logger } from '@moa/telemetry';

/** Turns the stream of errors during an outage into two lines of log: lost, and back. */
export type Outage = {
  failed(error: Error): void;
  /** Anything that succeeded. */
  over(): void;
};

export function createOutage(logger: Logger): Outage {
  let since: number | undefined;
  return {
    failed(error) {
      if (since === undefined) logger.error({ err: error }, 'queues: trouble with the connection, retrying');
      else logger.debug({ err: error }, 'queues: still retrying');
      since ??= Date.now();
    },
    over() {
      if (since === undefined) return;
      logger.info({ downMs: Date.now() - since }, 'queues: working again');
      since = undefined;
    },
  };
}
