import { type Logger, pino, stdSerializers, stdTimeFunctions } from 'pino';

export type { Logger };

/** Never written to a log, wherever in an object they stand one or two levels deep. */
export const secrets = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'providerToken',
  'authorization',
  'idempotencyKey',
];

/**
 * One JSON line an event on standard error, so that standard output stays free for what people read.
 * `level` is one of pino's (`silent` … `trace`); `LOG_LEVEL` decides when it is left out.
 */
export function createLogger(name: string, level = process.env.LOG_LEVEL ?? 'info'): Logger {
  return pino(
    {
      name,
      level,
      timestamp: stdTimeFunctions.isoTime,
      base: { name },
      serializers: { err: withoutRows },
      redact: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
    },
    // Synchronous: a line written just before a SIGKILL is not lost, and the volume is small.
    pino.destination({ dest: 2, sync: true }),
  );
}

/** What PostgreSQL says in detail holds the values of a row: they belong to people, not into a log. */
function withoutRows(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { detail: _row, ...plain } = stdSerializers.err(error);
  const cut = (text: string): string => text.replace(/\n - detail: .*/g, '');
  return { ...plain, message: cut(plain.message), stack: cut(plain.stack) };
}
