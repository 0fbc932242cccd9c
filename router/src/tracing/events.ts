import { failSpan, startSpan } from '@moa/telemetry';
import type { Executor } from '../execute/execute.ts';
import { beginRecord } from '../metrics/operation-record.ts';
import { recordedIn } from '../request-context.ts';

/** The same executor, with a span around each event of a subscription. */
export type TraceEvents = (executor: Executor) => Executor;

/** An event belongs to the trace of what has caused it; the subscription that it is for is linked. */
export const traceEvents: TraceEvents = (executor) => ({
  request: executor.request,
  async event(operation, variables, context, event) {
    const subscription = context.record?.span;
    const { definition } = operation;
    const name = definition.name?.value;
    const span = startSpan(
      {
        name: name ? `event ${name}` : 'event',
        kind: 'producer',
        attributes: { 'graphql.operation.type': definition.operation, ...(name && { 'graphql.operation.name': name }) },
        ...(subscription && { links: [subscription] }),
      },
      event.traceparent ?? subscription,
    );
    if (!span) return executor.event(operation, variables, context, event);
    try {
      return await executor.event(operation, variables, recordedIn({ ...beginRecord(), span }, context), event);
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  },
});
