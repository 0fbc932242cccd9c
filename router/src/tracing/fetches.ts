import { failSpan, type SpanOf, startSpan, traceparentOf } from '@moa/telemetry';
import { type MeasureFetches, outcomeOfFault } from '../metrics/fetches.ts';

/** A span around each call of a subgraph, which takes it along. */
export const traceFetches =
  (measureFetches: MeasureFetches | undefined): MeasureFetches =>
  (subgraph, execute) => {
    const measured = measureFetches?.(subgraph, execute) ?? execute;
    const of: SpanOf = { name: `fetch ${subgraph}`, kind: 'client', attributes: { 'subgraph.name': subgraph } };
    return async (call) => {
      const parent = call.context.record?.span;
      if (!parent) return measured(call);
      // Of a trace that isn't kept it is enough to pass on that it isn't.
      const span = parent.isRecording() ? startSpan(of, parent) : undefined;
      if (!span) return measured({ ...call, traceparent: traceparentOf(parent) });
      try {
        const response = await measured({ ...call, traceparent: traceparentOf(span) });
        span.setAttribute('subgraph.outcome', response.errors?.length ? 'errors' : 'ok');
        return response;
      } catch (fault) {
        const outcome = outcomeOfFault(fault);
        span.setAttribute('subgraph.outcome', outcome);
        failSpan(span, outcome);
        throw fault;
      } finally {
        span.end();
      }
    };
  };
