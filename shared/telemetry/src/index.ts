export { createLogger, type Logger } from './logger.ts';
export { redacted } from './redacted.ts';
export { failSpan, inSpan, isTracing, type Span, type SpanOf, startSpan, traceparentOf } from './span.ts';
export { currentSpan, currentTrace, inTrace, isRequestId, readTrace, type Trace } from './trace.ts';
export { traceHeaders, traceIn } from './trace-headers.ts';
export { startTracing, type Tracing, type TracingOptions } from './tracing.ts';
