import { readTrace, type Trace } from './trace.ts';

/** The trace that came with a request. */
export const traceIn = (headers: Readonly<Record<string, unknown>>): Trace | undefined =>
  readTrace({ requestId: headers['x-request-id'], traceparent: headers.traceparent });

/** What a request takes along. */
export const traceHeaders = ({ requestId, traceparent }: Trace = {}): Readonly<Record<string, string>> => ({
  ...(requestId && { 'x-request-id': requestId }),
  ...(traceparent && { traceparent }),
});
