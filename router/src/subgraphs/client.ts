import type { Viewer } from '@moa/identity';
import type { LoadShedding } from '../load-shedding/load-shedding.ts';
import type { RequestContext } from '../request-context.ts';
import type { Circuit } from './breaker.ts';
import type { EventQueue } from './event-queue.ts';
import type { SubgraphResponse } from './response.ts';

/** One query or mutation for one subgraph. */
export type SubgraphCall = {
  /** The request as JSON: `query`, `operationName` and `variables`. */
  readonly body: string;
  /** It changes nothing, so it may be sent again. */
  readonly repeatable: boolean;
  /** When the client's whole answer is due, by `performance.now()`; a subgraph may have a deadline of its own before. */
  readonly dueAt: number;
  /** On whose behalf. */
  readonly context: RequestContext;
  /** The span that it is a part of. */
  readonly traceparent?: string;
};

/** One subscription at one subgraph, on behalf of a viewer. */
export type SubgraphRequest = {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
  readonly requestId: string;
  /** The span that it is a part of. */
  readonly traceparent?: string | undefined;
  /** Its last event stands for all that came before. */
  readonly latest?: boolean;
  /** Its events are the items of a list: which variable says after which one to begin, and where an event has its own. */
  readonly resumption?: { readonly variable: string; readonly place: readonly [string, string] } | undefined;
};

/** One subgraph, however it is reached. */
export interface SubgraphClient {
  /** @throws SubgraphUnavailable */
  execute(call: SubgraphCall): Promise<SubgraphResponse>;
  /**
   * Events in order, of which each reader gets its own copy; none before this returns, unless what stands for the present state.
   * A connection that is lost is made again and the subscription started anew; one with a `resumption` after its last item, and not
   * at all where nobody knows which that is. Who asks for the same as somebody else may be given the same events. It fails with
   * SubgraphUnavailable, SubscriptionRefused, EventsOverflow or a RouterError.
   */
  subscribe(request: SubgraphRequest): EventQueue<SubgraphResponse>;
  /** Whether calls are made, for one that a breaker guards. */
  readonly circuit?: Circuit;
  /** Of the operations that it is needed for. */
  readonly load?: LoadShedding;
  close(): Promise<void>;
}
