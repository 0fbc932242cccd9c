import type { Presenter } from '../errors.ts';
import type { Graph } from '../reload/graph.ts';
import type { ServedGraph } from '../reload/served-graph.ts';
import type { SubgraphResponse } from '../subgraphs/response.ts';
import { explain, noLongerValid } from './ending.ts';
import { explained } from './explained.ts';
import type { IsLatest } from './latest.ts';
import type { LiveSubscriptions } from './live-subscriptions.ts';
import { planSubscription, type SocketSubscription } from './operation.ts';
import { createRelay } from './relay.ts';
import type { Running } from './shared-subscriptions.ts';
import { openUpstream, type Upstream } from './upstream.ts';

type Surroundings = {
  readonly served: ServedGraph;
  readonly live: LiveSubscriptions;
  readonly present: Presenter;
  readonly isLatest: IsLatest;
};

/**
 * Opens the subscription's source at its subgraph; each event is completed with the fields of other subgraphs, in order. When
 * another graph is served it goes on by a new plan, from a new source where need be. `answers.next()` throws SubscriptionEnded.
 */
export function subscribe(
  { document, payload, variables, context }: SocketSubscription,
  { served, live, present, isLatest }: Surroundings,
): Running {
  const asked = { document, payload, variables }; // without its plan, which belongs to a whole supergraph
  const { graph } = served;
  // It was planned a moment ago, for what may have been another graph.
  const planned = planSubscription(asked, graph);
  const latest = isLatest(planned);
  let upstream = openUpstream(graph, planned, variables, context, latest);
  let last: { readonly from: Upstream; readonly item: SubgraphResponse } | undefined;
  const relay = createRelay({
    first: upstream,
    complete: (from: Upstream, item: SubgraphResponse) => {
      if (latest && from.asksOthers) last = { from, item: structuredClone(item) };
      return from.complete(item);
    },
    onEnd: () => live.delete(subscription),
  });

  const subscription = {
    graph,
    moveTo(next: Graph) {
      subscription.graph = next;
      try {
        const replanned = planSubscription(asked, next);
        if (upstream.adopt(next, replanned)) return;
        upstream = openUpstream(next, replanned, variables, context, latest);
        relay.handOver(upstream);
      } catch (error) {
        relay.fail(noLongerValid(error, present, context));
      }
    },
  };
  live.add(subscription);

  return {
    answers: explained(relay, (reason) => explain(reason, upstream.subgraph, context)),
    latest,
    refreshed: () => (last?.from === upstream ? upstream.complete(structuredClone(last.item)) : undefined),
  };
}
