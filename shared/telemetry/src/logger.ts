import { type DestinationStream, type Logger, pino, stdSerializers, stdTimeFunctions } from 'pino';
import { currentTrace } from './trace.ts';
import { parseTraceparent } from './traceparent.ts';

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
 * One JSON line an event, on standard error unless told, so that standard output stays free for what people read.
 * Each line bears the `requestId` of the work in hand, and the `traceId` where it is traced.
 * `level` is one of pino's (`silent` … `trace`); `LOG_LEVEL` decides when it is left out.
 */
export function createLogger(
  name: string,
  level = process.env.LOG_LEVEL ?? 'info',
  destination: { write(line: string): void } = standardError(),
): Logger {
  return pino(
    {
      name,
      level,
      timestamp: stdTimeFunctions.isoTime,
      base: { name },
      mixin: workInHand,
      serializers: { err: withoutRows },
      redact: secrets.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
    },
    destination,
  );
}

/** Lines that nobody can take, in bytes: kept for a disk that is full at the moment, up to here. */
const heldBytes = 1_000_000;

function standardError(): DestinationStream {
  // Synchronous: a line written just before a SIGKILL is not lost, and the volume is small.
  const destination = pino.destination({ dest: 2, sync: true, maxLength: heldBytes });
  // A disk without room costs the log, not the process. The next line tries again.
  destination.on('error', () => undefined);
  // After a fatal line pino flushes, which waits for room for ever. Nothing is left to be flushed here.
  destination.flushSync = () => undefined;
  return destination;
}

/** So that all lines of one request can be found by its id, in whatever process, job or subscription they were written. */
function workInHand(): object {
  const { requestId, traceparent } = currentTrace() ?? {};
  const traceId = parseTraceparent(traceparent)?.traceId;
  return { ...(requestId && { requestId }), ...(traceId && { traceId }) };
}

/** What PostgreSQL says in detail holds the values of a row: they belong to people, not into a log. */
function withoutRows(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { detail: _row, ...plain } = stdSerializers.err(error);
  const cut = (text: string): string => text.replace(/\n - detail: .*/g, '');
  return { ...plain, message: cut(plain.message), stack: cut(plain.stack) };
}
