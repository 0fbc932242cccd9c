import type { Server } from 'node:http';
import { InvalidToken, type Verifier } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { type ExecutionArgs, GraphQLError, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { graphError, maskError } from './errors.ts';
import { operationOf } from './operation.ts';
import type { Subgraph } from './subgraph.ts';
import { viewerOf } from './viewer.ts';

type Options<Context extends object> = {
  readonly schema: GraphQLSchema;
  readonly verifier: Verifier;
  readonly subgraph: Subgraph<Context>;
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
  { schema, verifier, subgraph, logger }: Options<Context>,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: 1024 * 1024 });
  const mask = maskError(logger);
  const disposable = useServer(
    {
      schema,
      connectionInitWaitTimeout: 3_000,
      onSubscribe: async (_connection, _id, payload): Promise<ExecutionArgs | GraphQLError[]> => {
        const token = payload.extensions?.viewer;
        const viewer = await viewerOf(typeof token === 'string' ? `Bearer ${token}` : undefined, verifier).catch(
          (error: unknown) => {
            if (error instanceof InvalidToken) return undefined;
            throw error;
          },
        );
        if (!viewer) return [graphError('UNAUTHENTICATED')];
        const operation = operationOf(schema, payload);
        return Array.isArray(operation) ? operation : { ...operation, contextValue: subgraph.contextFor(viewer) };
      },
      onNext: (_connection, _id, _payload, _args, result) =>
        result.errors
          ? { data: result.data ?? null, errors: result.errors.map((error) => mask(error.toJSON(), error)) }
          : undefined,
      onError: (_connection, _id, _payload, errors) =>
        errors.map((error) => mask(error instanceof GraphQLError ? error.toJSON() : error, error)),
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
