import type { Server } from 'node:http';
import { InvalidToken, type Verifier } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { type ExecutionArgs, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { graphError, maskError } from './errors.ts';
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

/**
 * graphql-ws on `/graphql`. One socket of the router carries the subscriptions of many viewers, so each operation brings its
 * own viewer token in `extensions.viewer`.
 */
export function serveSubscriptions<Context extends object>(
  server: Server,
  { schema, verifier, subgraph, logger }: Options<Context>,
): { close(): Promise<void> } {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: 64 * 1024 });
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
        return argumentsOf(schema, payload, subgraph.contextFor(viewer));
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
      await disposable.dispose();
    },
  };
}

function argumentsOf(
  schema: GraphQLSchema,
  payload: SubscribePayload,
  contextValue: object,
): ExecutionArgs | GraphQLError[] {
  try {
    const document = parse(payload.query, { maxTokens: 1_000 });
    const errors = validate(schema, document);
    if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
    return {
      schema,
      document,
      contextValue,
      ...(payload.operationName && { operationName: payload.operationName }),
      ...(payload.variables && { variableValues: payload.variables }),
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [coded(error, 'GRAPHQL_PARSE_FAILED')];
    throw error;
  }
}

const coded = (error: GraphQLError, code: string): GraphQLError =>
  new GraphQLError(error.message, { ...(error.nodes && { nodes: error.nodes }), extensions: { code } });
