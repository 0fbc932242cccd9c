import type { ApolloServer } from '@apollo/server';
import type { Logger } from '@moa/telemetry';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  GraphQLSchema,
} from 'graphql';
import { makeServer, type Server } from 'graphql-ws';
import type { Authenticator } from '../authenticate.ts';
import { type Presenter, RouterError } from '../errors.ts';
import { limits } from '../limits.ts';
import type { LoadShedding } from '../load-shedding/load-shedding.ts';
import { outcomeOf } from '../metrics/operation-record.ts';
import type { OperationMetrics } from '../metrics/operations.ts';
import { type Documents, withText } from '../persisted-queries/documents.ts';
import type { ServedGraph } from '../reload/served-graph.ts';
import type { RequestContext } from '../request-context.ts';
import { refuse, SubscriptionEnded } from './ending.ts';
import { follow } from './follow.ts';
import { RefusedOperation, readOperation, type SocketOperation } from './operation.ts';
import { answerRequest } from './request.ts';
import { beginSession, endSession, runOn, type Session } from './session.ts';
import type { SharedSubscriptions } from './shared-subscriptions.ts';
import type { SignedInSockets } from './signed-in-sockets.ts';
import { createSocketPlaces } from './socket-places.ts';
import { answersOn } from './transport.ts';

export type ProtocolOptions = {
  readonly apollo: ApolloServer<RequestContext>;
  readonly served: ServedGraph;
  readonly load: LoadShedding;
  readonly subscriptions: SharedSubscriptions;
  readonly documents: Documents;
  readonly authenticate: Authenticator;
  readonly signedIn: SignedInSockets;
  readonly placesPerAddress: number;
  readonly present: Presenter;
  readonly operations?: OperationMetrics | undefined;
  readonly logger: Logger;
};

/** graphql-ws asks for one, and leaves it to our own executor and to Apollo Server to use the right one. */
const noSchema = new GraphQLSchema({});

/** graphql-transport-ws for clients: subscriptions by our own executor, queries and mutations by Apollo Server. */
export function createProtocol({
  apollo,
  served,
  load,
  subscriptions: shared,
  documents,
  authenticate,
  signedIn,
  placesPerAddress,
  present,
  operations,
  logger,
}: ProtocolOptions): Server<Session> {
  const places = createSocketPlaces({ perMember: limits.socketsPerMember, perAddress: placesPerAddress });
  return makeServer<Record<string, unknown>, Session>({
    connectionInitWaitTimeout: limits.socketInitMs,
    onConnect: ({ connectionParams, extra }) => beginSession(extra, connectionParams, authenticate, signedIn, places),
    onClose: ({ extra }) => endSession(extra, signedIn),

    async onSubscribe({ extra, subscriptions }, id, asked) {
      try {
        // The operation that asks is counted already.
        if (Object.keys(subscriptions).length > limits.subscriptionsPerSocket)
          throw new RouterError('TOO_MANY_SUBSCRIPTIONS');
        if (load.refusal) throw load.refusal;
        const found = await documents.find(asked);
        if (extra.running.size >= limits.subscriptionsPerSocket) throw new RouterError('TOO_MANY_SUBSCRIPTIONS');
        const payload = found?.byId ? withText(asked, found.text) : asked;
        const { graph } = served;
        const operation = readOperation(payload, extra, graph, logger);
        const remember = found?.remember;
        if (operation.kind === 'subscription') remember?.(); // requests are validated later, by Apollo Server
        return {
          schema: noSchema,
          document: operation.document,
          operationName: payload.operationName,
          contextValue: { operation, id, session: extra, remember } satisfies Asked,
        };
      } catch (error) {
        const errors = refusedWith(error);
        if (!(error instanceof RefusedOperation || error instanceof RouterError))
          logger.error({ err: error }, 'An operation could not be planned');
        operations?.refused(outcomeOf(errors));
        return errors;
      }
    },

    async execute(args: ExecutionArgs) {
      const { operation, remember } = askedBy(args);
      if (!operation) throw new Error('A request was run twice.');
      const answer = await answerRequest(operation, { apollo, served, load, operations });
      // By graphql-ws an iterator that throws is what becomes an `error` message.
      if (answer.data === undefined) return refuse(answer.errors ?? [], operation.context);
      remember?.();
      return answer as ExecutionResult; // formatted; onNext sends it as it is
    },

    subscribe(args: ExecutionArgs) {
      const asked = askedBy(args);
      const { operation, id, session } = asked;
      if (operation?.kind !== 'subscription') throw new Error('A request was run as a subscription.');
      asked.operation = undefined; // graphql-ws keeps its arguments to the end, and plans belong to a whole supergraph
      // Answers are texts by now and go past graphql-ws, which is left with the end.
      return runOn(session, follow(operation, answersOn(session.socket, id), shared));
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

function refusedWith(error: unknown): readonly GraphQLError[] {
  if (error instanceof RefusedOperation) return error.errors;
  return [error instanceof GraphQLError ? error : new RouterError('INTERNAL_SERVER_ERROR')];
}

type Asked = {
  operation: SocketOperation | undefined;
  readonly id: string;
  readonly session: Session;
  /** Keeps the document under its hash. */
  readonly remember: (() => void) | undefined;
};

/** onSubscribe above puts it there. */
const askedBy = ({ contextValue }: ExecutionArgs): Asked => contextValue as Asked;
