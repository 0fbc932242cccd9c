import type { IncomingMessage } from 'node:http';
import type { Logger } from '@moa/telemetry';
import type { Authenticator } from './authenticate.ts';
import { type ClientAddress, viewerAt } from './client-address.ts';
import type { Lane, LaneAnswer } from './lane.ts';
import type { OperationMetrics } from './metrics/operations.ts';
import type { Documents, FoundDocument } from './persisted-queries/documents.ts';
import { askedBy, type HttpRequest, withTextIn } from './persisted-queries/http-request.ts';
import type { ServedGraph } from './reload/served-graph.ts';
import { contextOf, type RequestContext } from './request-context.ts';

export type BeginningOptions = {
  readonly served: ServedGraph;
  readonly lane: Lane;
  readonly documents: Documents;
  readonly authenticate: Authenticator;
  readonly addressOf: ClientAddress;
  readonly operations?: OperationMetrics | undefined;
  readonly logger: Logger;
};

/** A request of which it is known who asks and what for, with the lane's answer where the lane has one. */
export type BegunRequest = {
  readonly asked: HttpRequest;
  readonly document: FoundDocument | undefined;
  readonly context: RequestContext;
  readonly quick: LaneAnswer | undefined;
};

/** @throws RouterError for a request that is refused */
export type Begin = (request: IncomingMessage, asked: HttpRequest, requestId: string) => Promise<BegunRequest>;

export function createBegin(options: BeginningOptions): Begin {
  const { served, lane, documents, authenticate, addressOf, operations, logger } = options;
  return async (request, sent, requestId) => {
    const record = operations?.begin({ id: requestId, raw: request });
    try {
      const { headers: clientHeaders } = request;
      const { viewer } = await authenticate(clientHeaders.authorization);
      const at = viewerAt(viewer, addressOf(request));
      const context = contextOf({ requestId, viewer: at, clientHeaders, ...(record && { record }) }, logger);
      const document = await documents.find(askedBy(sent));
      const asked = document?.byId ? withTextIn(sent, document.text) : sent;
      const { graph } = served;
      const release = graph.use();
      const quick = await lane.answer(asked, context, graph).finally(release);
      if (quick) document?.remember?.(); // the lane answers nothing that isn't valid
      return { asked, document, context, quick };
    } catch (error) {
      if (record) operations?.failed(record, error);
      throw error;
    }
  };
}
