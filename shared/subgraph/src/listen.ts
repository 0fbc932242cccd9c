import type { Server } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { createVerifier, InvalidToken, type Verifier } from '@moa/identity';
import { type Logger, traceIn } from '@moa/telemetry';
import fastify, { type FastifyInstance } from 'fastify';
import { busy, createBulkhead, usualPlaces } from './bulkhead.ts';
import { clearCaches } from './clear-caches.ts';
import { maskError } from './errors.ts';
import { healthRoutes } from './health.ts';
import { keepNothing } from './keep-nothing.ts';
import { countOperations, watchReadiness } from './metrics.ts';
import { executableSchema } from './schema.ts';
import type { Subgraph } from './subgraph.ts';
import { serveSubscriptions } from './subscriptions.ts';
import { type Asked, inOperation } from './trace.ts';
import { viewerOf } from './viewer.ts';

export type ListenOptions = {
  readonly port: number;
  /** The address to listen on; loopback when the router lives on the same machine. */
  readonly host: string;
  /** The public keys of the router and of the other subgraphs. */
  readonly keys: Parameters<typeof createVerifier>[0];
  readonly logger: Logger;
  /** Queries and mutations that are carried out at once; others are answered 503 with `Retry-After`. 200 unless told, 0 for any number. */
  readonly operationsInHand?: number | undefined;
  /** Routes beside the graph, such as the account's key set. */
  readonly routes?: (app: FastifyInstance) => void;
};

/** What came by HTTP, or would have come. */
export type GraphRequest = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
export type GraphAnswer = {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

export type Listening = {
  /** `http://host:port/graphql` */
  readonly url: string;
  /** What a POST to `url` would be answered, for a router in the same process: the same trust, without the socket. */
  readonly handle: (request: GraphRequest) => Promise<GraphAnswer>;
  /** Stops accepting, lets requests in hand finish, ends subscriptions with 1012, then closes the subgraph. */
  readonly close: () => Promise<void>;
};

/**
 * Serves a subgraph over HTTP and graphql-ws on one port. Who has no valid token gets 401.
 * @throws when it can't listen there, or when its policies don't fit its schema; the subgraph is closed then
 */
export async function listen<Context extends object>(
  subgraph: Subgraph<Context>,
  options: ListenOptions,
): Promise<Listening> {
  const { port, host, keys, logger, operationsInHand = usualPlaces, routes } = options;
  const bulkhead = createBulkhead(operationsInHand);
  const verifier = createVerifier(keys, subgraph.name);
  const schema = await orClose(subgraph, () => executableSchema(subgraph));
  const app = fastify({
    bodyLimit: 1_000_000,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
  });

  const apollo = new ApolloServer<Context>({
    schema,
    // The router is the only client, and composition reads schema.graphql; people explore with a token.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    // The process drains by itself; Apollo would send the signal a second time.
    stopOnTerminationSignals: false,
    formatError: maskError(logger),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      clearCaches,
      ...keepNothing(schema),
      ...countOperations(subgraph.name),
    ],
    logger,
  });
  await apollo.start();

  healthRoutes(app, subgraph.ready);
  routes?.(app);
  const answer = fastifyApolloHandler(apollo, {
    context: async (request) => subgraph.contextFor(await viewerOf(request.headers.authorization, verifier)),
  });
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    // Before the body is read: it would be for nothing.
    onRequest: async (request, reply) => {
      if (!(await isTrusted(request.headers.authorization, verifier))) return reply.code(401).send(unauthenticated);
      return bulkhead.isFull ? reply.code(busy.status).headers(busy.headers).send(busy.body) : undefined;
    },
    handler: async (request, reply) => {
      // Others have come meanwhile.
      if (bulkhead.isFull) return reply.code(busy.status).headers(busy.headers).send(busy.body);
      return bulkhead.hold(() =>
        inOperation(subgraph.name, askedIn(request.body), traceIn(request.headers), () =>
          Promise.resolve(answer.call(app, request, reply)),
        ),
      );
    },
  });
  const handle = async ({ headers, body: text }: GraphRequest): Promise<GraphAnswer> => {
    if (!(await isTrusted(headers.authorization, verifier)))
      return { status: 401, headers: {}, text: JSON.stringify(unauthenticated) };
    if (bulkhead.isFull) return { status: busy.status, headers: busy.headers, text: JSON.stringify(busy.body) };
    const body: unknown = JSON.parse(text);
    const answer = await bulkhead.hold(() =>
      inOperation(subgraph.name, askedIn(body), traceIn(headers), () =>
        apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest: { method: 'POST', headers: new HeaderMap(Object.entries(headers)), search: '', body },
          context: async () => subgraph.contextFor(await viewerOf(headers.authorization, verifier)),
        }),
      ),
    );
    if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not offered.');
    return { status: answer.status ?? 200, headers: Object.fromEntries(answer.headers), text: answer.body.string };
  };
  const stop = async () => {
    // A connection whose last request is answered during the closing would stay until its keep-alive time is over.
    const sweeping = setInterval(() => app.server.closeIdleConnections(), 50);
    await app.close();
    clearInterval(sweeping);
    await apollo.stop();
    await subgraph.close();
  };
  try {
    await app.listen({ port, host });
  } catch (error) {
    await stop();
    throw error;
  }
  watchReadiness(subgraph.name, subgraph.ready);
  const subscriptions = serveSubscriptions(app.server, { schema, verifier, subgraph, bulkhead, logger });
  let closing: Promise<void> | undefined;
  return {
    url: `${origin(app.server, host)}/graphql`,
    handle,
    close() {
      closing ??= subscriptions.close().then(stop);
      return closing;
    },
  };
}

/** A body may be anything. */
const askedIn = (body: unknown): Asked => (typeof body === 'object' && body !== null ? body : {});

async function orClose<Result>(subgraph: Pick<Subgraph<object>, 'close'>, make: () => Result): Promise<Result> {
  try {
    return make();
  } catch (error) {
    await subgraph.close();
    throw error;
  }
}

const unauthenticated = {
  errors: [{ message: 'This part of the graph answers only to the router.', extensions: { code: 'UNAUTHENTICATED' } }],
};

/** The verifier remembers a token, so asking again for the context costs a look-up. */
const isTrusted = (authorization: unknown, verifier: Verifier): Promise<boolean> =>
  viewerOf(authorization, verifier).then(
    () => true,
    (error: unknown) => {
      if (error instanceof InvalidToken) return false;
      throw error;
    },
  );

function origin(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
}
