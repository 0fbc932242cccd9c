import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import type { OperationRecord } from './metrics/operation-record.ts';
import type { SubgraphResponse } from './subgraphs/response.ts';

/** Is told of each subgraph that was asked and may have done it; without an answer when none came. */
export type HeardSubgraph = (subgraph: string, answer: SubgraphResponse | undefined) => void;

/** What is known of one operation from its arrival to its last byte. */
export type RequestContext = {
  readonly requestId: string;
  readonly viewer: Viewer;
  /** Writes `requestId` on each line. */
  readonly logger: Logger;
  readonly heard?: HeardSubgraph;
  /** Where metrics or spans are taken. */
  readonly record?: OperationRecord;
  /** Of the request, where it came as one of its own: few of them may reach subgraphs. */
  readonly clientHeaders?: IncomingHttpHeaders;
};

/** A request's context; many requests have nothing to log, so their logger is made when it is first used. */
export const contextOf = (request: Omit<RequestContext, 'logger'>, logger: Logger): RequestContext => ({
  ...request,
  get logger() {
    const { requestId, record } = request;
    const own = logger.child({ requestId, ...(record?.span && { traceId: record.span.spanContext().traceId }) });
    Object.defineProperty(this, 'logger', { value: own });
    return own;
  },
});

/** The same context, with what becomes of the operation written down. */
export const recordedIn = (record: OperationRecord, context: RequestContext): RequestContext => ({
  requestId: context.requestId,
  viewer: context.viewer,
  ...(context.clientHeaders && { clientHeaders: context.clientHeaders }),
  record,
  get logger() {
    return context.logger;
  },
});

/** The same context, which hears of each subgraph that is asked. */
export const heardBy = (heard: HeardSubgraph, context: RequestContext): RequestContext => ({
  requestId: context.requestId,
  viewer: context.viewer,
  ...(context.clientHeaders && { clientHeaders: context.clientHeaders }),
  ...(context.record && { record: context.record }),
  heard,
  get logger() {
    return context.logger;
  },
});
