import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { Begin, BegunRequest } from './graphql-request.ts';
import { handedOn } from './handed-on.ts';
import { codeOfStatus } from './http.ts';
import type { Lane } from './lane.ts';
import type { LoadShedding } from './load-shedding/load-shedding.ts';
import type { OperationMetrics } from './metrics/operations.ts';
import type { HttpRequest } from './persisted-queries/http-request.ts';
import { answerByApollo } from './pipeline.ts';
import type { ServedGraph } from './reload/served-graph.ts';
import type { RequestContext } from './request-context.ts';

export type GraphqlOptions = {
  readonly apollo: ApolloServer<RequestContext>;
  readonly served: ServedGraph;
  readonly begin: Begin;
  readonly lane: Lane;
  readonly load: LoadShedding;
  readonly operations?: OperationMetrics | undefined;
};

/** Operations over HTTP: by the lane where it can, by Apollo Server else. */
export function registerGraphql(app: FastifyInstance, path: string, options: GraphqlOptions): void {
  const { apollo, served, begin, lane, load, operations } = options;
  const answer = async (request: FastifyRequest, reply: FastifyReply, begun?: BegunRequest): Promise<string> => {
    const { asked, document, context, quick } = begun ?? (await begin(request.raw, httpRequestOf(request), request.id));
    const { record } = context;
    if (quick) {
      reply.header('content-type', quick.contentType);
      if (record) operations?.answered(record);
      return quick.text;
    }
    const release = served.graph.use();
    const answering = answerByApollo(apollo, asked, context).catch((error: unknown) => {
      if (record) operations?.failed(record, error);
      throw error;
    });
    const { refused, status, headers, text } = await answering.finally(release);
    for (const [name, value] of headers) reply.header(name, value);
    reply.code(status);
    if (refused && record) record.code ??= codeOfStatus(status);
    if (!refused) {
      document?.remember?.();
      const contentType = headers.get('content-type');
      if (asked.method === 'POST' && contentType) lane.learn(request.headers.accept, contentType);
    }
    if (record) operations?.answered(record);
    return text;
  };
  /** Others have come while the body was read. What has its answer already needs no place. */
  const enter = (begun: BegunRequest | undefined): void => {
    const { refusal } = load;
    if (refusal && !begun?.quick) {
      if (begun?.context.record) operations?.failed(begun.context.record, refusal);
      throw refusal;
    }
    load.enter();
  };
  app.route({
    method: ['GET', 'POST'],
    url: path,
    onRequest: refuseOverload(load),
    async handler(request, reply) {
      reply.header('cache-control', 'no-store');
      const begun = await handedOn.get(request.raw)?.begun;
      enter(begun);
      try {
        return await answer(request, reply, begun);
      } finally {
        load.leave();
      }
    },
  });
}

/** Before its body is read for nothing; what has begun already is past that. */
export const refuseOverload =
  (load: LoadShedding): onRequestHookHandler =>
  ({ raw }, _reply, done) =>
    done(handedOn.get(raw)?.begun ? undefined : load.refusal);

function httpRequestOf({ method, headers, url, body }: FastifyRequest): HttpRequest {
  const mark = url.indexOf('?');
  return { method, headers, search: mark < 0 ? '' : url.slice(mark), body };
}
