import { Counter, Gauge, type Registry } from 'prom-client';

/** Counts attempts to serve another supergraph. */
export type CountSwap = (attempt: () => boolean) => boolean;

export function createSwapMetrics(registry: Registry): CountSwap {
  const registers = [registry];
  const swaps = new Counter({
    name: 'router_supergraph_swaps_total',
    help: 'Other supergraphs that were served from then on (ok), or could not be (failed).',
    labelNames: ['outcome'],
    registers,
  });
  const since = new Gauge({
    name: 'router_supergraph_served_timestamp_seconds',
    help: 'Unix time since when the present supergraph is served.',
    registers,
  });
  for (const outcome of ['ok', 'failed']) swaps.inc({ outcome }, 0);
  since.setToCurrentTime();
  return (attempt) => {
    try {
      const swapped = attempt();
      if (!swapped) return false;
      swaps.inc({ outcome: 'ok' });
      since.setToCurrentTime();
      return true;
    } catch (error) {
      swaps.inc({ outcome: 'failed' });
      throw error;
    }
  };
}
