import type { EventsOverflow } from '../subgraphs/event-queue.ts';
import { explain } from './ending.ts';
import type { SocketSubscription } from './operation.ts';
import type { SharedSubscriptions } from './shared-subscriptions.ts';
import { deliver, type Outlet } from './slow-reader.ts';

/**
 * Joins a subscription and writes its answers to a client. What runs on keeps nothing of the plan, which belongs to a whole
 * supergraph, and there may be another one before the client leaves.
 */
export const follow = (
  operation: SocketSubscription,
  outlet: Outlet,
  subscriptions: SharedSubscriptions,
): AsyncGenerator<never, undefined> =>
  deliver({ outlet, join: (listener) => subscriptions.join(operation, listener), explain: tooSlow(operation) });

function tooSlow({ planned, context }: SocketSubscription): (reason: EventsOverflow) => unknown {
  const { serviceName } = planned.source;
  return (reason) => explain(reason, serviceName, context);
}
