import type { Server } from 'node:http';
import { InvalidToken, type Verifier } from '@moa/identity';
import { inTrace, type Logger, readTrace, type Trace } from '@moa/telemetry';
import { type ExecutionArgs, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { Bulkhead } from './bulkhead.ts';
import { graphError, maskError } from './errors.ts';
import { type Subscribing, subscribeInTrace } from './events.ts';
import { operationOf } from './operation.ts';
import type { Subgraph } from './subgraph.ts';
import { createSubscriptionCount } from './subscription-metrics.ts';
import { inOperation } from './trace.ts';
import { viewerOf } from './viewer.ts';

type Options<Context extends object> = {
  readonly schema: GraphQLSchema;
  readonly verifier: Verifier;
  readonly subgraph: Subgraph<Context>;
  /** For queries and mutations that come this way. Subscriptions are bounded by who lets clients have them. */
  readonly bulkhead: Bulkhead;
  readonly logger: Logger;
};

/** Of the close codes only this one makes every graphql-ws client come back by itself. */
const serviceRestart = 1012;
/** How long a client may take to answer a closing handshake. */
const farewellMs = 2_000;

/**
 * graphql-ws on `/graphql`. One socket of the router carries the subscriptions of many viewers, so each operation brings its
 * own viewer token in `extensions.viewer`.
 */
export function serveSubscriptions<Context extends object>(
  server: Server,
  { schema, verifier, subgraph, bulkhead, logger }: Options<Context>,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: 1024 * 1024 });
  const mask = maskError(logger);
  const count = createSubscriptionCount(subgraph.name);
  const disposable = useServer(
    {
      schema,
      connectionInitWaitTimeout: 3_000,
      onSubscribe: async (_connection, _id, payload): Promise<Subscribing | GraphQLError[]> => {
        const token = payload.extensions?.viewer;
        const viewer = await viewerOf(typeof token === 'string' ? `Bearer ${token}` : undefined, verifier).catch(
          (error: unknown) => {
            if (error instanceof InvalidToken) return undefined;
            throw error;
          },
        );
        if (!viewer) return [graphError('UNAUTHENTICATED')];
        const operation = operationOf(schema, payload);
        if (Array.isArray(operation)) return operation;
        const contextValue = subgraph.contextFor(viewer);
        return { ...operation, contextValue, subgraph: subgraph.name, trace: traceIn(payload), count };
      },
      execute: async (args) => {
        if (bulkhead.isFull) return { errors: [graphError('SERVICE_UNAVAILABLE')] };
        const { document, operationName, trace } = subscribing(args);
        const asked = { query: document.loc?.source.body, operationName };
        return bulkhead.hold(() => inOperation(subgraph.name, asked, trace, async () => execute(args)));
      },
      subscribe: (args) => subscribeInTrace(subscribing(args)),
      onNext: (_connection, _id, payload, _args, { data = null, errors, extensions }) =>
        errors && {
          ...(extensions && { extensions }),
          data,
          errors: inTrace(traceIn(payload), () => errors.map((error) => mask(error.toJSON(), error))),
        },
      onError: (_connection, _id, payload, errors) =>
        inTrace(traceIn(payload), () =>
          errors.map((error) => mask(error instanceof GraphQLError ? error.toJSON() : error, error)),
        ),
    },
    sockets,
  );
  return {
    async close() {
      for (const socket of sockets.clients) socket.close(serviceRestart, 'Service restart');
      // One that is gone without a word would hold up the closing of everything else for half a minute.
      const impatience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, farewellMs);
      await disposable.dispose();
      clearTimeout(impatience);
    },
  };
}

/** Of one operation; a socket carries many. */
const traceIn = ({ extensions }: SubscribePayload): Trace | undefined => readTrace(extensions ?? {});

/** onSubscribe above has made it. */
const subscribing = (args: ExecutionArgs): Subscribing => args as Subscribing;
