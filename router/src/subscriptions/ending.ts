import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Presenter, presentableOf, RouterError } from '../errors.ts';
import type { RequestContext } from '../request-context.ts';
import { concealErrors } from '../subgraphs/answer.ts';
import { EventsOverflow } from '../subgraphs/event-queue.ts';
import { SubgraphUnavailable, SubscriptionRefused } from '../subgraphs/response.ts';
import { RefusedOperation } from './operation.ts';

/** A subscription ended by a fault; `errors` are what its client may read. */
export class SubscriptionEnded extends Error {
  override readonly name = 'SubscriptionEnded';
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[], cause: unknown) {
    super('The subscription has ended.', { cause });
    this.errors = errors;
  }
}

/** The answer to an operation that was not run at all. */
// biome-ignore lint/correctness/useYield: it only has an end
export async function* refuse(
  errors: readonly GraphQLFormattedError[],
  { requestId }: RequestContext,
): AsyncGenerator<never, undefined> {
  throw new SubscriptionEnded(traceable(errors, requestId), undefined);
}

const traceable = (errors: readonly GraphQLFormattedError[], requestId: string): readonly GraphQLFormattedError[] =>
  errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));

/** The end of a subscription that a new schema has no place for; `fault` is what it would be refused with now. */
export function noLongerValid(fault: unknown, present: Presenter, context: RequestContext): SubscriptionEnded {
  const faults = fault instanceof RefusedOperation ? fault.errors : [fault];
  const errors = faults.map((each) => {
    if (!(each instanceof GraphQLError)) return presentableOf(each);
    const { message, ...shown } = present(each.toJSON());
    return { ...shown, message: `The schema has changed, and this subscription does not fit it any more: ${message}` };
  });
  if (!(fault instanceof RefusedOperation || fault instanceof GraphQLError))
    context.logger.error({ err: fault }, 'A subscription could not be planned for the new supergraph');
  return new SubscriptionEnded(traceable(errors, context.requestId), fault);
}

/** Puts the reason into words for the client, and the rest of it into the log under the request id. */
export function explain(reason: unknown, subgraph: string, context: RequestContext): SubscriptionEnded {
  if (reason instanceof SubscriptionEnded) return reason;
  const errors = readable(reason, subgraph, context.logger);
  return new SubscriptionEnded(traceable(errors, context.requestId), reason);
}

function readable(
  reason: unknown,
  subgraph: string,
  logger: RequestContext['logger'],
): readonly GraphQLFormattedError[] {
  if (reason instanceof SubscriptionRefused) return concealErrors(subgraph, reason.errors, logger);
  if (reason instanceof EventsOverflow) return [presentableOf(new RouterError('SUBSCRIBER_TOO_SLOW'))];
  if (reason instanceof SubgraphUnavailable) {
    logger.warn({ err: reason, subgraph }, 'The source of a subscription is unavailable');
    return [presentableOf(new RouterError('SUBGRAPH_UNAVAILABLE'))];
  }
  if (!(reason instanceof GraphQLError)) logger.error({ err: reason, subgraph }, 'A subscription failed');
  return [presentableOf(reason)];
}
