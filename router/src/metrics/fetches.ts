import { createDurations, type Series } from '@moa/telemetry';
import { isBrokenCircuitError } from 'cockatiel';
import type { Registry } from 'prom-client';
import type { SubgraphClient } from '../subgraphs/client.ts';
import { DeadlinePassed } from '../subgraphs/exchange.ts';
import { SubgraphBusy } from '../subgraphs/response.ts';

type Execute = SubgraphClient['execute'];

/** The same calls of a subgraph, measured. */
export type MeasureFetches = (subgraph: string, execute: Execute) => Execute;

type Outcome = 'ok' | 'errors' | 'timeout' | 'busy' | 'circuit_open' | 'unavailable';

export function createFetchMetrics(registry: Registry): MeasureFetches {
  const durations = createDurations(
    registry,
    'router_fetch_duration_seconds',
    'Time that a query or a mutation took at a subgraph, with the second try where there was one. The outcome errors is a GraphQL answer with errors.',
  );
  /** By subgraph; its address may change. */
  const known = new Map<string, Record<Outcome, Series>>();
  const open = (subgraph: string): Record<Outcome, Series> => {
    const seriesOf = (outcome: Outcome): Series => durations({ subgraph, outcome });
    const series = {
      ok: seriesOf('ok'),
      errors: seriesOf('errors'),
      timeout: seriesOf('timeout'),
      busy: seriesOf('busy'),
      circuit_open: seriesOf('circuit_open'),
      unavailable: seriesOf('unavailable'),
    };
    known.set(subgraph, series);
    return series;
  };
  return (subgraph, execute) => {
    const series = known.get(subgraph) ?? open(subgraph);
    return async (call) => {
      const startedAt = performance.now();
      try {
        const response = await execute(call);
        (response.errors?.length ? series.errors : series.ok).observeSince(startedAt);
        return response;
      } catch (fault) {
        series[outcomeOfFault(fault)].observeSince(startedAt);
        throw fault;
      }
    };
  };
}

/** Why there was no answer. */
export function outcomeOfFault(fault: unknown): Exclude<Outcome, 'ok' | 'errors'> {
  for (let each = fault; each instanceof Error; each = each.cause) {
    if (each instanceof DeadlinePassed) return 'timeout';
    if (each instanceof SubgraphBusy) return 'busy';
    if (isBrokenCircuitError(each)) return 'circuit_open';
  }
  return 'unavailable';
}
