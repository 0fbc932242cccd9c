import type { GraphQLSchema } from 'graphql';
import type { ResponseCache } from '../cache/cache.ts';
import { cacheAnswers } from '../cache/cached-executor.ts';
import { createExecutor } from '../execute/execute.ts';
import { limitBySubgraph } from '../load-shedding/by-subgraph.ts';
import type { MeasureFetches } from '../metrics/fetches.ts';
import { createPlanner } from '../plan/planner.ts';
import { type ClientOptions, createSubgraphClients } from '../subgraphs/open-clients.ts';
import { loadSupergraph } from '../supergraph.ts';
import type { TraceEvents } from '../tracing/events.ts';
import { createGraph, type Graph, type HeldGraph } from './graph.ts';

/** Holds the supergraph that is served now. Whoever runs an operation asks it once, and keeps to the answer. */
export interface ServedGraph {
  /** The newest. */
  readonly graph: Graph;
  /** The one whose clients see this schema; as long as anybody uses it or an older one. */
  ofSchema(apiSchema: GraphQLSchema): Graph;
  /**
   * Puts another supergraph in the place of this one, at once and whole; false for the same text, which changes nothing.
   * @throws Error saying in words why it can't be served; then everything is as it was
   */
  swap(sdl: string): boolean;
  /**
   * `listener` hears of each new graph just before it is served. What it throws keeps the graph away; whoever has heard of that one is
   * then told the graph that is served on.
   */
  onSwap(listener: (graph: Graph) => void): () => void;
  /** Clients that are still in use are closed all the same. */
  close(): Promise<void>;
}

export type ServedGraphOptions = ClientOptions & {
  readonly cache: ResponseCache | undefined;
  readonly measureFetches?: MeasureFetches | undefined;
  readonly traceEvents?: TraceEvents | undefined;
};

/** @throws Error as `swap` does */
export function createServedGraph(
  sdl: string,
  { cache, measureFetches, traceEvents, ...options }: ServedGraphOptions,
): ServedGraph {
  const subgraphClients = createSubgraphClients(options, measureFetches);
  const bySchema = new WeakMap<GraphQLSchema, Graph>();
  const listeners = new Set<(graph: Graph) => void>();

  const open = (text: string): HeldGraph => {
    const supergraph = loadSupergraph(text);
    const planner = createPlanner(supergraph);
    const { clients, release } = subgraphClients.acquire(supergraph.subgraphs);
    const fetching = limitBySubgraph(createExecutor(clients), clients);
    const answering = cache ? cacheAnswers(fetching, cache) : fetching;
    const executor = traceEvents?.(answering) ?? answering;
    const graph = createGraph({ supergraph, planner, clients, executor }, release);
    bySchema.set(supergraph.apiSchema, graph);
    return graph;
  };
  let served = open(sdl);

  return {
    get graph() {
      return served;
    },
    ofSchema(apiSchema) {
      const graph = bySchema.get(apiSchema);
      if (!graph) throw new Error('An operation was validated against a schema that was never served.');
      return graph;
    },
    swap(text) {
      if (text === served.supergraph.sdl) return false;
      const next = open(text);
      const before = served;
      const told: ((graph: Graph) => void)[] = [];
      try {
        for (const listener of listeners) {
          told.push(listener);
          listener(next);
        }
      } catch (error) {
        for (const listener of told) listener(before);
        next.retire(before);
        throw error;
      }
      served = next;
      before.retire(next);
      return true;
    },
    onSwap(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: subgraphClients.close,
  };
}
