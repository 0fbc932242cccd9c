import { ConfigError } from '@moa/config';
import type { Logger } from '@moa/telemetry';

/**
 * The life of a process: start, then drain on SIGTERM or Ctrl-C, also when that comes while it still starts. A second signal,
 * or 25 s, ends it at once. A fault of the configuration is one message for people, not a stack.
 */
export async function run(logger: Logger, start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  const starting = start();
  let draining = false;
  const drain = (signal: string) => {
    if (draining) process.exit(1);
    draining = true;
    logger.info({ signal }, 'draining');
    setTimeout(() => process.exit(1), 25_000).unref();
    starting
      .then((running) => running.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.error({ err: error }, 'did not close cleanly');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', drain).on('SIGINT', drain);
  await starting.catch((error: unknown) => {
    if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
    else logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  });
}
