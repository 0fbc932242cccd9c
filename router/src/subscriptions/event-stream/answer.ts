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
  /** Mutations are run. */
  readonly mayChange: boolean;
};

/** Runs an operation and writes what comes of it; refusals, too, stand in the stream, where every client sees them. */
export async function answer(stream: EventStream, request: Asked, options: AnswerOptions): Promise<void> {
  try {
    const operation = await operationOf(request, options);
    if (operation.kind === 'request') stream.write(writeLine(await answerRequest(operation, options)));
    else await followOn(stream, operation, options.subscriptions);
  } catch (error) {
    const refusal = refusalOf(error, request.requestId, options);
    if (!(error instanceof SubscriptionEnded)) options.operations?.refused(outcomeOf(refusal.errors));
    stream.write(writeLine(refusal));
  }
  stream.complete();
}

async function operationOf(
  { asked, viewer, requestId, mayChange }: Asked,
  { documents, served, logger }: AnswerOptions,
): Promise<SocketOperation> {
  const found = await documents.find(asked);
  if (!found) throw new RouterError('BAD_REQUEST');
  const payload: SubscribePayload = { ...(found.byId ? withText(asked, found.text) : asked), query: found.text };
  const operation = readOperation(payload, { viewer, requestId }, served.graph, logger);
  if (operation.kind === 'subscription')
    found.remember?.(); // requests are validated later, by Apollo Server
  else if (!mayChange && getOperationAST(operation.document, payload.operationName)?.operation === 'mutation')
    throw new RouterError('BAD_REQUEST', 'Mutations are sent by POST.');
  return operation;
}

async function followOn(
  stream: EventStream,
  operation: SocketSubscription,
  subscriptions: SharedSubscriptions,
): Promise<void> {
  const delivery = follow(operation, stream, subscriptions);
  stream.onClose(() => void delivery.return(undefined));
  stream.goesOn();
  await delivery.next();
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
