import { type Endpoint, type Logger, openEndpoint } from '@moa/telemetry';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { ResponseCache } from '../cache/cache.ts';
import type { SharedSubscriptions } from '../subscriptions/shared-subscriptions.ts';
import { createFetchMetrics, type MeasureFetches } from './fetches.ts';
import { createOperationMetrics, type OperationMetrics } from './operations.ts';
import { countRefusals } from './refusals.ts';
import { countLookups } from './response-cache.ts';
import { type Watched, watchState } from './state.ts';
import { countSubscriptions } from './subscriptions.ts';
import { type CountSwap, createSwapMetrics } from './supergraph.ts';

/** An endpoint of the router's own, or a registry that somebody else lets Prometheus read. */
export type MetricsOptions =
  | {
      /** Where Prometheus finds them, at `/metrics`; 0 takes a free port. */
      readonly port: number;
      /** 127.0.0.1 unless told. */
      readonly host?: string | undefined;
    }
  | { readonly registry: Registry };

/** What a router tells Prometheus of itself. Each `count…` is called once, and gives the same thing, counted. */
export interface Metrics {
  readonly operations: OperationMetrics;
  readonly measureFetches: MeasureFetches;
  readonly countSwap: CountSwap;
  countRefusals(app: FastifyInstance, path: string): void;
  countLookups(cache: ResponseCache): ResponseCache;
  countSubscriptions(shared: SharedSubscriptions): SharedSubscriptions;
  watch(watched: Watched): void;
  /** Undefined where somebody else does. */
  listen(): Promise<Endpoint | undefined>;
}

export function createMetrics(options: MetricsOptions, logger: Logger): Metrics {
  const registry = 'registry' in options ? options.registry : registryOfProcess();
  const operations = createOperationMetrics(registry);
  return {
    operations,
    measureFetches: createFetchMetrics(registry),
    countSwap: createSwapMetrics(registry),
    countRefusals: (app, path) => countRefusals(app, path, operations),
    countLookups: (cache) => countLookups(cache, registry),
    countSubscriptions: (shared) => countSubscriptions(shared, operations, registry),
    watch: (watched) => watchState(watched, registry),
    async listen() {
      if ('registry' in options) return undefined;
      const { port, host = '127.0.0.1' } = options;
      return openEndpoint(registry, { port, host, logger });
    },
  };
}

function registryOfProcess(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
