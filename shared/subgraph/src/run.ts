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
    const words = wordsFor(error);
    if (words) process.stderr.write(`${words}\n`);
    else logger.fatal({ err: error }, 'could not start');
    process.exit(1);
  });
}

/** What a person can mend without knowing the code, in words. */
function wordsFor(error: unknown): string | undefined {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${error.port} is in use. End what uses it, or set PORT to another one.`;
  }
  return undefined;
}
