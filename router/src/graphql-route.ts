import type { ApolloServer } from '@apollo/server';
import type { Logger } from '@moa/telemetry';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Authenticator } from './authenticate.ts';
import { type ClientAddress, viewerAt } from './client-address.ts';
import { codeOfStatus } from './http.ts';
import type { Lane } from './lane.ts';
import type { OperationRecord } from './metrics/operation-record.ts';
import type { OperationMetrics } from './metrics/operations.ts';
import type { Documents } from './persisted-queries/documents.ts';
import { askedBy, type HttpRequest, withTextIn } from './persisted-queries/http-request.ts';
import { answerByApollo } from './pipeline.ts';
import type { ServedGraph } from './reload/served-graph.ts';
import { contextOf, type RequestContext } from './request-context.ts';

export type GraphqlOptions = {
  readonly apollo: ApolloServer<RequestContext>;
  readonly served: ServedGraph;
  readonly lane: Lane;
  readonly documents: Documents;
  readonly authenticate: Authenticator;
  readonly addressOf: ClientAddress;
  readonly operations?: OperationMetrics | undefined;
  readonly logger: Logger;
};

/** Operations over HTTP: by the lane where it can, by Apollo Server else. */
export function registerGraphql(app: FastifyInstance, path: string, options: GraphqlOptions): void {
  const { apollo, served, lane, documents, authenticate, addressOf, operations, logger } = options;
  const answer = async (request: FastifyRequest, reply: FastifyReply, record?: OperationRecord): Promise<string> => {
    reply.header('cache-control', 'no-store');
    const { id: requestId, headers: clientHeaders, raw } = request;
    const known = await authenticate(clientHeaders.authorization);
    const viewer = viewerAt(known.viewer, addressOf(raw));
    const context = contextOf({ requestId, viewer, clientHeaders, ...(record && { record }) }, logger);
    const asked = httpRequestOf(request);
    const found = await documents.find(askedBy(asked));
    const full = found?.byId ? withTextIn(asked, found.text) : asked;
    const { graph } = served;
    const release = graph.use();
    try {
      const quick = await lane.answer(full, context, graph);
      if (quick) {
        reply.header('content-type', quick.contentType);
        return quick.text;
      }
      const { refused, status, headers, text } = await answerByApollo(apollo, full, context);
      for (const [name, value] of headers) reply.header(name, value);
      reply.code(status);
      if (refused && record) record.code ??= codeOfStatus(status);
      if (!refused) {
        found?.remember?.();
        const contentType = headers.get('content-type');
        if (full.method === 'POST' && contentType) lane.learn(clientHeaders.accept, contentType);
      }
      return text;
    } finally {
      release();
    }
  };
  app.route({
    method: ['GET', 'POST'],
    url: path,
    handler: operations
      ? (request, reply) => operations.measure((record) => answer(request, reply, record), request)
      : (request, reply) => answer(request, reply),
  });
}

function httpRequestOf({ method, headers, url, body }: FastifyRequest): HttpRequest {
  const mark = url.indexOf('?');
  return { method, headers, search: mark < 0 ? '' : url.slice(mark), body };
}
