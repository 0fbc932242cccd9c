import { RATE_LIMIT_ERROR, UnrecoverableError } from 'bullmq';
import type { Handler } from './jobs.ts';

/** Errors by these names tell BullMQ that the job was moved already: one of a library would strand it as active. */
const orders = new Set(['DelayedError', 'WaitingError', 'WaitingChildrenError']);

/** The handler, whose every throw but `UnrecoverableError` means: try again. */
export const failingPlainly =
  (handler: Handler): Handler =>
  async (job) => {
    try {
      await handler(job);
    } catch (thrown) {
      throw failureOf(thrown);
    }
  };

/**
 * What a handler threw, as an error that BullMQ takes for a failure and nothing else. PostgreSQL can't keep the character
 * NUL, so a message with one could never be noted.
 */
function failureOf(thrown: unknown): Error {
  const error = thrown instanceof Error ? thrown : new Error(`The handler threw ${shown(thrown)}, which is no error.`);
  const { message, stack = '' } = error;
  if (!orders.has(error.name) && message !== RATE_LIMIT_ERROR && !`${message}${stack}`.includes('\0')) return error;
  const text = `${error.name}: ${message.replaceAll('\0', '\uFFFD')}`;
  const plain = error instanceof UnrecoverableError ? new UnrecoverableError(text) : new Error(text, { cause: error });
  plain.stack = stack.replaceAll('\0', '\uFFFD');
  return plain;
}

function shown(thrown: unknown): string {
  try {
    return typeof thrown === 'object' ? (JSON.stringify(thrown) ?? String(thrown)) : String(thrown);
  } catch {
    return 'something';
  }
}
