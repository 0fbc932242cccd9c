import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from '@opentelemetry/api';
import { isTraceparent } from './traceparent.ts';

/** What some work belongs to. It is plain data: it stands in rows, jobs and messages as it is. */
export type Trace = {
  /** The client has it as `x-request-id` of the answer. */
  readonly requestId?: string;
  /** The span that it is a part of, as W3C Trace Context writes it. */
  readonly traceparent?: string;
};

type InHand = { readonly trace: Trace | undefined; readonly span?: Span };

const inHand = new AsyncLocalStorage<InHand>();

/** Of the work in hand, wherever one asks. */
export const currentTrace = (): Trace | undefined => inHand.getStore()?.trace;

/** The span of the work in hand, where it was begun in this process. */
export const currentSpan = (): Span | undefined => inHand.getStore()?.span;

/** Whatever `work` does, and causes in this process, belongs to `trace`; to nothing where it is undefined. */
export const inTrace = <Result>(trace: Trace | undefined, work: () => Result, span?: Span): Result =>
  inHand.run({ trace, ...(span && { span }) }, work);

/** Ids go to logs, so they are short, and of letters that can't upset one. */
export const isRequestId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{8,64}$/.test(value);

/** What came from elsewhere, as a trace; of what isn't well-formed nothing is kept. */
export function readTrace(said: { readonly requestId?: unknown; readonly traceparent?: unknown }): Trace | undefined {
  const { requestId, traceparent } = said;
  const trace = { ...(isRequestId(requestId) && { requestId }), ...(isTraceparent(traceparent) && { traceparent }) };
  return 'requestId' in trace || 'traceparent' in trace ? trace : undefined;
}
