import type { FormattedExecutionResult } from 'graphql';
import type { Presenter } from '../errors.ts';
import type { Graph } from '../reload/graph.ts';
import type { ServedGraph } from '../reload/served-graph.ts';
import type { SubgraphResponse } from '../subgraphs/response.ts';
import { explain, noLongerValid } from './ending.ts';
import type { IsLatest } from './latest.ts';
import type { LiveSubscription, LiveSubscriptions } from './live-subscriptions.ts';
import { planSubscription, type SocketSubscription } from './operation.ts';
import { Relay, type RelayOwner } from './relay.ts';
import type { AnswerSink, Running } from './shared-subscriptions.ts';
import { Upstream } from './upstream.ts';

type Surroundings = {
  readonly served: ServedGraph;
  readonly live: LiveSubscriptions;
  readonly present: Presenter;
  readonly isLatest: IsLatest;
};

/** Without its plan, which belongs to a whole supergraph. */
type Asked = Omit<SocketSubscription, 'planned' | 'kind'>;

/**
 * Opens the subscription's source at its subgraph; each event is completed with the fields of other subgraphs, in order. When
 * another graph is served it goes on by a new plan, from a new source where need be. It fails with SubscriptionEnded.
 */
export function subscribe(
  { document, payload, variables, context }: SocketSubscription,
  around: Surroundings,
  sink: AnswerSink,
): Running {
  return new RunningSubscription({ document, payload, variables, context }, around, sink);
}

class RunningSubscription
  implements Running, LiveSubscription, RelayOwner<SubgraphResponse, FormattedExecutionResult, Upstream>
{
  readonly latest: boolean;
  graph: Graph;
  readonly #asked: Asked;
  readonly #around: Surroundings;
  readonly #sink: AnswerSink;
  readonly #relay: Relay<SubgraphResponse, FormattedExecutionResult, Upstream>;
  #upstream: Upstream;
  #last: { readonly from: Upstream; readonly item: SubgraphResponse } | undefined;

  constructor(asked: Asked, around: Surroundings, sink: AnswerSink) {
    const { graph } = around.served;
    // It was planned a moment ago, for what may have been another graph.
    const planned = planSubscription(asked, graph);
    this.latest = around.isLatest(planned);
    this.graph = graph;
    this.#asked = asked;
    this.#around = around;
    this.#sink = sink;
    this.#upstream = new Upstream(graph, planned, { ...asked, latest: this.latest });
    this.#relay = new Relay(this.#upstream, this);
    around.live.add(this);
    this.#relay.start();
  }

  complete(from: Upstream, item: SubgraphResponse): Promise<FormattedExecutionResult> {
    if (this.latest && from.asksOthers) this.#last = { from, item: structuredClone(item) };
    return from.complete(item);
  }

  next(answer: FormattedExecutionResult): Promise<void> | undefined {
    return this.#sink.next(answer);
  }

  end(): void {
    this.#sink.end();
  }

  fail(reason: unknown): void {
    this.#sink.fail(explain(reason, this.#upstream.subgraph, this.#asked.context));
  }

  over(): void {
    this.#around.live.delete(this);
  }

  moveTo(next: Graph): void {
    this.graph = next;
    try {
      const replanned = planSubscription(this.#asked, next);
      if (this.#upstream.adopt(next, replanned)) return;
      const after = this.#relay.hasOneSource ? this.#upstream.cursorFor(replanned) : undefined;
      this.#upstream = new Upstream(next, replanned, { ...this.#asked, latest: this.latest }, after);
      if (after === undefined) this.#relay.handOver(this.#upstream);
      else this.#relay.replace(this.#upstream);
    } catch (error) {
      this.#relay.fail(noLongerValid(error, this.#around.present, this.#asked.context));
    }
  }

  refreshed(): Promise<FormattedExecutionResult> | undefined {
    const last = this.#last;
    return last?.from === this.#upstream ? this.#upstream.complete(structuredClone(last.item)) : undefined;
  }

  leave(): void {
    this.#relay.leave();
  }
}
