import { AsyncLocalStorage } from 'node:async_hooks';
import type { Trace } from '@moa/telemetry';
import type { LiveSignal } from './live-log.ts';

type Reading = { cause?: Trace };

const readings = new AsyncLocalStorage<Reading>();

/** A value, and the trace of the last entry of a log that was taken for it. */
export type Caused<Value> = { readonly value: Value; readonly cause: Trace | undefined };

/**
 * Tells what caused a value, however many hands it has gone through between the log and `read`: subscriptions make states,
 * rows and positions of their signals, and none of them needs to know of traces.
 */
export async function withCause<Value>(read: () => Promise<Value>): Promise<Caused<Value>> {
  const reading: Reading = {};
  const value = await readings.run(reading, read);
  return { value, cause: reading.cause };
}

/** Called when somebody asks for a signal; what it returns, when it is given. */
export function beginTaking(): (signal: LiveSignal) => void {
  const reading = readings.getStore();
  return (signal) => {
    if (!reading || signal.kind !== 'entry') return;
    if (signal.trace) reading.cause = signal.trace;
    else delete reading.cause;
  };
}
