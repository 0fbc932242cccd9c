import { Gauge, type Registry } from 'prom-client';
import type { Health } from '../health.ts';
import type { LoadShedding } from '../load-shedding/load-shedding.ts';
import type { ServedGraph } from '../reload/served-graph.ts';
import type { Circuit } from '../subgraphs/breaker.ts';

type Sized = { readonly size: number };

export type Watched = {
  readonly health: Readonly<Health>;
  readonly served: ServedGraph;
  readonly sockets: Sized;
  readonly eventStreams: Sized;
  readonly live: Sized;
  readonly load: Pick<LoadShedding, 'inHand' | 'limit'>;
};

const circuits: readonly Circuit[] = ['closed', 'half_open', 'open'];

/** What stands somewhere already is looked up when somebody asks for it, and costs nothing else. */
export function watchState({ health, served, sockets, eventStreams, live, load }: Watched, registry: Registry): void {
  const gauge = (name: string, help: string, now: () => number): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(now());
      },
    });
  };
  gauge('router_ready', '1 while it may be sent new work, else 0.', () => (health.phase === 'ready' ? 1 : 0));
  gauge('router_operations_in_hand', 'Queries and mutations that are being carried out.', () => load.inHand);
  gauge('router_operations_in_hand_limit', 'How many of them may be; others are refused.', () => load.limit);
  gauge('router_websockets', 'WebSockets of clients that are open.', () => sockets.size);
  gauge('router_event_streams', 'Responses of server-sent events that are open.', () => eventStreams.size);
  gauge('router_upstream_subscriptions', 'Subscriptions that run at subgraphs for those of clients.', () => live.size);
  gauge('router_plan_cache_entries', 'Documents whose plans are remembered.', () => served.graph.planner.size);
  new Gauge({
    name: 'router_subgraph_circuit_state',
    help: '1 for the state that the circuit breaker of a subgraph is in.',
    labelNames: ['subgraph', 'state'],
    registers: [registry],
    collect() {
      this.reset(); // there may be other subgraphs than before
      for (const [subgraph, { circuit }] of served.graph.clients)
        if (circuit) for (const state of circuits) this.set({ subgraph, state }, circuit === state ? 1 : 0);
    },
  });
}
