import type { Registry } from 'prom-client';
import type { Logger } from '../logger.ts';
import { type Collector, createCollectors } from './collectors.ts';
import { createDurations, type Durations } from './durations.ts';
import { type Endpoint, openEndpoint } from './endpoint.ts';
import { memoryLimits } from './memory.ts';
import { createTallies, type Tallies } from './tallies.ts';

/** What a process tells Prometheus of itself. A name that was asked for before gives the same family again. */
export interface Metrics {
  readonly registry: Registry;
  durations(name: string, help: string): Durations;
  tallies(name: string, help: string): Tallies;
  /** Has it asked at each reading, until the function that this gives is called. */
  collect(collector: Collector): () => void;
}

export type MetricsOptions = {
  /** Where Prometheus finds them, at `/metrics`; 0 takes a free port, and without one none are taken. */
  readonly port: number | undefined;
  /** 127.0.0.1 unless told. */
  readonly host?: string | undefined;
  readonly logger: Logger;
};

let current: Metrics | undefined;

/** Of this process; undefined while none are taken. */
export const metrics = (): Metrics | undefined => current;

/**
 * Takes metrics of this process from now on. Call it before the parts are opened: they ask once whether somebody counts.
 * prom-client is loaded where it is needed only.
 */
export async function startMetrics(options: MetricsOptions): Promise<Pick<Endpoint, 'close'>> {
  const { port, host = '127.0.0.1', logger } = options;
  if (port === undefined) return { close: async () => {} };
  const { collectDefaultMetrics, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const { add, collect } = createCollectors(registry, logger);
  add(memoryLimits);
  const endpoint = await openEndpoint(registry, { port, host, logger, collect });
  current = {
    registry,
    durations: once((name, help) => createDurations(registry, name, help)),
    tallies: once((name, help) => createTallies(registry, name, help)),
    collect: add,
  };
  return {
    async close() {
      current = undefined;
      await endpoint.close();
    },
  };
}

function once<Family>(create: (name: string, help: string) => Family): (name: string, help: string) => Family {
  const known = new Map<string, Family>();
  return (name, help) => {
    const family = known.get(name) ?? create(name, help);
    known.set(name, family);
    return family;
  };
}
