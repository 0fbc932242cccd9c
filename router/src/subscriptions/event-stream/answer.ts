import type { IncomingHttpHeaders } from 'node:http';
import type { Viewer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import { GraphQLError, type GraphQLFormattedError, getOperationAST } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { type Presenter, RouterError } from '../../errors.ts';
import { writeLine } from '../../execute/json-text.ts';
import { outcomeOf } from '../../metrics/operation-record.ts';
import { type Documents, withText } from '../../persisted-queries/documents.ts';
import { SubscriptionEnded } from '../ending.ts';
import { follow } from '../follow.ts';
import { RefusedOperation, readOperation, type SocketOperation, type SocketSubscription } from '../operation.ts';
import { answerRequest, type Requests } from '../request.ts';
import type { SharedSubscriptions } from '../shared-subscriptions.ts';
import type { EventStream } from './event-stream.ts';
import type { StreamRequest } from './request.ts';

export type AnswerOptions = Requests & {
  readonly subscriptions: SharedSubscriptions;
  readonly documents: Documents;
  readonly present: Presenter;
  readonly logger: Logger;
};

type Asked = {
  readonly asked: StreamRequest;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly clientHeaders: IncomingHttpHeaders;
  /** Mutations are run. */
  readonly mayChange: boolean;
};

/** Runs an operation and writes what comes of it; refusals, too, stand in the stream, where every client sees them. */
export async function answer(stream: EventStream, request: Asked, options: AnswerOptions): Promise<void> {
  try {
    const delivery = await begin(stream, request, options);
    await delivery?.next();
  } catch (error) {
    const refusal = refusalOf(error, request.requestId, options);
    if (!(error instanceof SubscriptionEnded)) options.operations?.refused(outcomeOf(refusal.errors));
    stream.write(writeLine(refusal));
  }
  stream.complete();
}

type Delivery = AsyncGenerator<never, undefined>;

/** Answers a query or a mutation. Of a subscription it gives what goes on, which keeps nothing of the plan: see `follow`. */
async function begin(stream: EventStream, request: Asked, options: AnswerOptions): Promise<Delivery | undefined> {
  const { operation, remember } = await operationOf(request, options);
  if (operation.kind === 'subscription') {
    remember?.();
    return followOn(stream, operation, options.subscriptions);
  }
  const answered = await answerRequest(operation, options);
  if (answered.data !== undefined) remember?.(); // Apollo Server has found it valid
  stream.write(writeLine(answered));
  return undefined;
}

type Found = { readonly operation: SocketOperation; readonly remember: (() => void) | undefined };

async function operationOf(
  { asked, viewer, requestId, clientHeaders, mayChange }: Asked,
  { documents, served, logger }: AnswerOptions,
): Promise<Found> {
  const found = await documents.find(asked);
  if (!found) throw new RouterError('BAD_REQUEST');
  const payload: SubscribePayload = { ...(found.byId ? withText(asked, found.text) : asked), query: found.text };
  const operation = readOperation(payload, { viewer, requestId, clientHeaders }, served.graph, logger);
  if (!mayChange && getOperationAST(operation.document, payload.operationName)?.operation === 'mutation')
    throw new RouterError('BAD_REQUEST', 'Mutations are sent by POST.');
  return { operation, remember: found.remember };
}

function followOn(stream: EventStream, operation: SocketSubscription, subscriptions: SharedSubscriptions): Delivery {
  const delivery = follow(operation, stream, subscriptions);
  stream.onClose(() => void delivery.return(undefined));
  stream.goesOn();
  return delivery;
}

function refusalOf(error: unknown, requestId: string, { present, logger }: AnswerOptions) {
  if (error instanceof SubscriptionEnded) return { errors: error.errors };
  const faults = error instanceof RefusedOperation ? error.errors : [error];
  const errors = faults.map((fault): GraphQLFormattedError => {
    if (fault instanceof GraphQLError) return present(fault.toJSON());
    logger.error({ err: fault, requestId }, 'An operation could not be run');
    return present({ message: '' });
  });
  return { errors, extensions: { requestId } };
}
