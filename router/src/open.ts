import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isTracing, type Logger, metrics as metricsOfProcess } from '@moa/telemetry';
import { createApollo } from './apollo.ts';
import type { Authenticator } from './authenticate.ts';
import { createReadBody } from './body-text.ts';
import { type CacheOptions, openCache } from './cache/cache.ts';
import { createClientAddress } from './client-address.ts';
import { createCorsHeaders } from './cors.ts';
import { drain } from './drain.ts';
import { presentable, presentableWithoutHints } from './errors.ts';
import type { Exploration } from './explore/exploration.ts';
import { registerExploration } from './explore/explore.ts';
import { createBegin } from './graphql-request.ts';
import { registerGraphql } from './graphql-route.ts';
import { type Health, registerHealth } from './health.ts';
import { createHttp } from './http.ts';
import { createLane } from './lane.ts';
import { createLaneDoor } from './lane-door.ts';
import { limits } from './limits.ts';
import { createEarlyRefusal } from './load-shedding/early-refusal.ts';
import { openLoadShedding } from './load-shedding/load-shedding.ts';
import { openLoopDelay } from './load-shedding/loop-delay.ts';
import { noteOutcomes } from './metrics/apollo-plugin.ts';
import type { Metrics, MetricsOptions } from './metrics/metrics.ts';
import { openPersistedQueries, type PersistedQueryOptions } from './persisted-queries/automatic.ts';
import { type Documents, plainDocuments } from './persisted-queries/documents.ts';
import { createListedDocuments, type Safelist } from './persisted-queries/safelist.ts';
import { createGateway } from './plan/gateway.ts';
import { openRateLimits, type RateLimitOptions } from './rate-limits.ts';
import { createServedGraph } from './reload/served-graph.ts';
import { registerSite } from './site/register.ts';
import type { Site } from './site/site.ts';
import type { ClientOptions } from './subgraphs/open-clients.ts';
import { registerEventStreams } from './subscriptions/event-stream/event-streams.ts';
import { createIsLatest } from './subscriptions/latest.ts';
import { createLiveSubscriptions } from './subscriptions/live-subscriptions.ts';
import { createSharedSubscriptions } from './subscriptions/shared-subscriptions.ts';
import { openSockets } from './subscriptions/sockets.ts';
import { subscribe } from './subscriptions/subscribe.ts';

export type RouterOptions = ClientOptions & {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  readonly supergraphSdl: string;
  readonly authenticate: Authenticator;
  /** Web pages of these origins may call the router. */
  readonly corsOrigins: readonly string[];
  readonly introspection: boolean;
  readonly explore?: Exploration;
  /** Pages of one's own, served beside the graph. */
  readonly site?: Site | undefined;
  readonly rateLimits?: RateLimitOptions;
  /** Answers that subgraphs call public are kept as long as these allow; `false` keeps none. */
  readonly cache?: CacheOptions | false;
  /** Clients may send a document's SHA-256 in its place once a router knows it; `false` for texts only. */
  readonly persistedQueries?: PersistedQueryOptions | false;
  /** Only these documents are run, by id or by text; there are no other persisted queries then. */
  readonly safelist?: Safelist | undefined;
  /**
   * Fields of the subscription type of which each event tells the whole present state, besides those with `@latest` in the
   * supergraph. Whoever subscribes later gets the last event first, and a slow client the newest only.
   */
  readonly latestSubscriptions?: readonly string[];
  /** Compresses answers for clients that ask for it; unless told not to, since a proxy before the router may do that. */
  readonly compression?: boolean;
  /** Figures for Prometheus, on a port of their own; when left out, beside those of this process, where it takes any. */
  readonly metrics?: MetricsOptions | false | undefined;
  /** Spans of operations, fetches and events; when left out, where this process traces. None are begun, nor looked at, without. */
  readonly tracing?: boolean;
  /** Addresses of the proxies whose X-Forwarded and traceparent headers are believed, or ranges such as 10.0.0.0/8. */
  readonly trustedProxies?: readonly string[];
  /** WebSockets, and event streams, that all may have who come from one address and aren't signed in; 100 unless told, 0 for any number. */
  readonly placesPerAddress?: number | undefined;
  /** Connections of clients that the server takes at once; 20,000 unless told, 0 for any number. */
  readonly connections?: number | undefined;
  /** How long `close` waits for requests in hand; 10 s unless told. */
  readonly drainMs?: number;
  /** Time over which `close` sends WebSockets away and keeps idle connections; 1 s unless told. */
  readonly drainJitterMs?: number;
};

export interface Router {
  /** Origin, such as http://127.0.0.1:4000; GraphQL is at `/graphql`, over HTTP and WebSocket. */
  readonly url: string;
  /** Where Prometheus reads, such as http://127.0.0.1:9464/metrics; only where it is the router's own endpoint. */
  readonly metricsUrl: string | undefined;
  /**
   * Serves another supergraph from now on: operations that are running end on the one that they began with, subscriptions go on
   * with the new one where they fit it. The same text changes nothing, and is answered with false.
   * @throws Error saying in words why this one can't be served; nothing has changed then
   */
  swap(supergraphSdl: string): Promise<boolean>;
  /** Finishes the work in hand, then closes everything. Safe to call twice. */
  close(): Promise<void>;
}

const path = '/graphql';

/** Serves a supergraph. Resolves once it listens; subgraphs and the token issuer may start later. */
export async function openRouter(options: RouterOptions): Promise<Router> {
  process.env.APOLLO_TELEMETRY_DISABLED = '1'; // read by @apollo/gateway
  const {
    authenticate,
    introspection,
    compression = true,
    logger,
    trustedProxies = [],
    placesPerAddress = limits.placesPerAddress,
    connections = limits.connections,
    drainMs = 10_000,
    drainJitterMs = 1_000,
  } = options;
  const health: Health = { phase: 'starting' };
  const addressOf = createClientAddress(trustedProxies);
  const taken = options.metrics ?? metricsOfProcess();
  const metrics = taken ? await createMetrics(taken, logger) : undefined;
  const tracing = (options.tracing ?? isTracing()) ? await import('./tracing/tracing.ts') : undefined;
  const operations = tracing?.traceOperations(metrics?.operations, trustedProxies) ?? metrics?.operations;
  await using opened = new AsyncDisposableStack();
  const uncounted = options.cache === false ? undefined : openCache(options.cache ?? {}, logger);
  opened.defer(() => uncounted?.close());
  const cache = uncounted && metrics ? metrics.countLookups(uncounted) : uncounted;
  const measureFetches = tracing?.traceFetches(metrics?.measureFetches) ?? metrics?.measureFetches;
  const traceEvents = tracing?.traceEvents;
  const served = createServedGraph(options.supergraphSdl, { ...options, cache, measureFetches, traceEvents });
  opened.defer(served.close);
  const present = introspection ? presentable : presentableWithoutHints;
  const rateLimits = openRateLimits(options.rateLimits ?? {}, logger);
  opened.defer(rateLimits.close);
  const documents = openDocuments(options);
  opened.defer(documents.close);
  const load = openLoadShedding({ delay: openLoopDelay(), lateMs: limits.loopLateMs, most: options.operationsInHand });
  opened.defer(load.close);
  const gateway = createGateway(served);
  const apollo = createApollo({
    gateway,
    introspection,
    present,
    rateLimits,
    plugins: operations ? [noteOutcomes(served)] : [],
    logger,
  });
  await apollo.start();
  opened.defer(() => apollo.stop());

  const { corsOrigins } = options;
  const corsHeaders = createCorsHeaders(corsOrigins);
  const readBody = createReadBody(limits.unfinishedBodyBytes);
  const door = createLaneDoor({ path, readBody, corsHeaders, compression, health });
  const refuseEarly = createEarlyRefusal({ path, load, corsHeaders, health, operations });
  const before = (next: RequestListener) => refuseEarly(door.before(next));
  const http = { logger, corsOrigins, trustedProxies, compression, health, connections, readBody, before };
  const app = await createHttp(http);
  opened.defer(() => app.close());
  metrics?.countRefusals(app, path);
  registerHealth(app, health);
  registerExploration(app, { exploration: options.explore, introspection, logger });
  if (options.site) registerSite(app, options.site, logger);
  const lane = createLane(present);
  const begin = createBegin({ served, lane, documents, authenticate, addressOf, operations, logger });
  registerGraphql(app, path, { apollo, served, begin, lane, load, operations });
  const live = createLiveSubscriptions(served);
  const isLatest = createIsLatest(options.latestSubscriptions);
  const shared = createSharedSubscriptions((operation, sink) =>
    subscribe(operation, { served, live, present, isLatest }, sink),
  );
  const counted = metrics?.countSubscriptions(shared) ?? shared;
  const subscriptions = tracing?.traceSubscriptions(counted) ?? counted;
  const client = { authenticate, addressOf, placesPerAddress };
  const around = { ...client, apollo, served, load, subscriptions, documents, present, operations, logger };
  const eventStreams = registerEventStreams(app, `${path}/stream`, around);
  await app.ready();
  door.open({ begin, lane, load, operations });
  const sockets = openSockets(app.server, path, around);
  metrics?.watch({ health, served, sockets, eventStreams, live, load });
  const endpoint = await metrics?.listen();
  opened.defer(() => endpoint?.close());
  await listen(app.server, options);
  health.phase = 'ready';
  const inside = opened.move();

  const close = async (): Promise<void> => {
    health.phase = 'draining';
    await drain({ server: app.server, sockets: [sockets, eventStreams], jitterMs: drainJitterMs, hardStopMs: drainMs });
    await inside.disposeAsync();
  };
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(app.server.address() as AddressInfo, options.host), // a TCP server that listens has such an address
    metricsUrl: endpoint?.url,
    async swap(supergraphSdl) {
      if (closing) throw new Error('The router is closing; it serves no other supergraph any more.');
      const swap = (): boolean => served.swap(supergraphSdl);
      return metrics ? metrics.countSwap(swap) : swap();
    },
    close: () => (closing ??= close()),
  };
}

/** Whoever takes no metrics needn't load what takes them. */
async function createMetrics(options: MetricsOptions, logger: Logger): Promise<Metrics> {
  const { createMetrics } = await import('./metrics/metrics.ts');
  return createMetrics(options, logger);
}

function openDocuments({ safelist, persistedQueries = {}, logger }: RouterOptions): Documents {
  if (safelist) return createListedDocuments(safelist);
  return persistedQueries ? openPersistedQueries(persistedQueries, logger) : plainDocuments;
}

function listen(server: Server, { port, host }: RouterOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host, backlog: limits.backlog }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf({ port }: AddressInfo, host: string): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
