import type { ApolloServer } from '@apollo/server';
import type { Logger } from '@moa/telemetry';
import { type ExecutionArgs, type ExecutionResult, type FormattedExecutionResult, GraphQLError } from 'graphql';
import { makeServer, type Server } from 'graphql-ws';
import type { Authenticator } from '../authenticate.ts';
import { type Presenter, RouterError } from '../errors.ts';
import type { Executor } from '../execute/execute.ts';
import { limits } from '../limits.ts';
import type { Planner } from '../plan/planner.ts';
import type { RequestContext } from '../request-context.ts';
import type { SubgraphClient } from '../subgraphs/client.ts';
import { refuse, SubscriptionEnded } from './ending.ts';
import { RefusedOperation, readOperation, type SocketOperation } from './operation.ts';
import { beginSession, endSession, type Session } from './session.ts';
import type { SignedInSockets } from './signed-in-sockets.ts';
import { subscribe } from './subscribe.ts';

export type ProtocolOptions = {
  readonly apollo: ApolloServer<RequestContext>;
  readonly planner: Planner;
  readonly executor: Executor;
  readonly clients: ReadonlyMap<string, SubgraphClient>;
  readonly authenticate: Authenticator;
  readonly signedIn: SignedInSockets;
  readonly present: Presenter;
  readonly logger: Logger;
};

/** graphql-transport-ws for clients: subscriptions by our own executor, queries and mutations by Apollo Server. */
export function createProtocol({
  apollo,
  planner,
  executor,
  clients,
  authenticate,
  signedIn,
  present,
  logger,
}: ProtocolOptions): Server<Session> {
  return makeServer<Record<string, unknown>, Session>({
    connectionInitWaitTimeout: limits.socketInitMs,
    onConnect: ({ connectionParams, extra }) => beginSession(extra, connectionParams, authenticate, signedIn),
    onClose: ({ extra }) => endSession(extra, signedIn),

    onSubscribe({ extra, subscriptions }, _id, payload) {
      try {
        // The operation that asks is counted already.
        if (Object.keys(subscriptions).length > limits.subscriptionsPerSocket)
          throw new RouterError('TOO_MANY_SUBSCRIPTIONS');
        const operation = readOperation(payload, extra, planner, logger);
        return {
          schema: planner.supergraph.apiSchema,
          document: operation.document,
          operationName: payload.operationName,
          contextValue: operation,
        };
      } catch (error) {
        if (error instanceof RefusedOperation) return error.errors;
        if (!(error instanceof RouterError)) logger.error({ err: error }, 'An operation could not be planned');
        return [error instanceof GraphQLError ? error : new RouterError('INTERNAL_SERVER_ERROR')];
      }
    },

    async execute(args: ExecutionArgs) {
      const { payload, context } = operationOf(args);
      const { query, operationName, variables, extensions } = payload;
      const { body } = await apollo.executeOperation(
        {
          query,
          ...(operationName && { operationName }),
          ...(variables && { variables }),
          ...(extensions && { extensions }),
        },
        { contextValue: context },
      );
      if (body.kind === 'incremental') throw new Error('Incremental delivery is not offered.');
      const { singleResult } = body;
      // By graphql-ws an iterator that throws is what becomes an `error` message.
      if (singleResult.data === undefined) return refuse(singleResult.errors ?? [], context);
      return singleResult as ExecutionResult; // formatted; onNext sends it as it is
    },

    subscribe(args: ExecutionArgs) {
      const operation = operationOf(args);
      if (operation.kind !== 'subscription') throw new Error('A request was run as a subscription.');
      return subscribe(
        operation.planned,
        operation.variables,
        operation.context,
        clients,
        executor,
      ) as AsyncGenerator<ExecutionResult>; // as above
    },

    onNext: (_context, _id, _payload, _args, result) => result as FormattedExecutionResult, // see execute

    onError: (_context, _id, _payload, errors) =>
      errors.flatMap((error) => {
        // graphql-ws wraps what the iterator threw; its own type for these is GraphQLFormattedError.
        const thrown = error instanceof GraphQLError ? error.originalError : undefined;
        return thrown instanceof SubscriptionEnded
          ? thrown.errors
          : [present(error instanceof GraphQLError ? error.toJSON() : error)];
      }),
  });
}

/** onSubscribe above puts it there. */
const operationOf = ({ contextValue }: ExecutionArgs): SocketOperation => contextValue as SocketOperation;
