import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { Signer } from '@moa/identity';
import type { Logger } from '@moa/telemetry';
import type { FastifyRequest } from 'fastify';
import { createApollo } from './apollo.ts';
import type { Authenticated, Authenticator } from './authenticate.ts';
import { type CacheOptions, openCache } from './cache/cache.ts';
import { cacheAnswers } from './cache/cached-executor.ts';
import { createClientAddress, viewerAt } from './client-address.ts';
import { drain } from './drain.ts';
import { presentable, presentableWithoutHints } from './errors.ts';
import { createExecutor } from './execute/execute.ts';
import type { Exploration } from './explore/exploration.ts';
import { registerExploration } from './explore/explore.ts';
import { type Health, registerHealth } from './health.ts';
import { createHttp } from './http.ts';
import { createGateway } from './plan/gateway.ts';
import { createPlanner } from './plan/planner.ts';
import { openRateLimits, type RateLimitOptions } from './rate-limits.ts';
import type { RequestContext } from './request-context.ts';
import { createPool } from './subgraphs/http.ts';
import { createRemoteClient } from './subgraphs/remote.ts';
import { openSockets } from './subscriptions/sockets.ts';
import { loadSupergraph, type Supergraph } from './supergraph.ts';

export type RouterOptions = {
  /** 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  readonly supergraphSdl: string;
  /** Where subgraphs really are, by name; the supergraph's own addresses serve for the rest. */
  readonly subgraphUrls?: Readonly<Record<string, string>>;
  readonly authenticate: Authenticator;
  readonly signer: Signer;
  /** Web pages of these origins may call the router. */
  readonly corsOrigins: readonly string[];
  readonly introspection: boolean;
  readonly logger: Logger;
  readonly explore?: Exploration;
  readonly rateLimits?: RateLimitOptions;
  /** Answers that subgraphs call public are kept as long as these allow; `false` keeps none. */
  readonly cache?: CacheOptions | false;
  /** Addresses of the proxies whose X-Forwarded headers are believed, or ranges such as 10.0.0.0/8. */
  readonly trustedProxies?: readonly string[];
  /** How long `close` waits for requests in hand; 10 s unless told. */
  readonly drainMs?: number;
  /** Time over which `close` sends WebSockets away and keeps idle connections; 1 s unless told. */
  readonly drainJitterMs?: number;
};

export interface Router {
  /** Origin, such as http://127.0.0.1:4000; GraphQL is at `/graphql`, over HTTP and WebSocket. */
  readonly url: string;
  /** Finishes the work in hand, then closes everything. Safe to call twice. */
  close(): Promise<void>;
}

const path = '/graphql';

/** Serves a supergraph. Resolves once it listens; subgraphs and the token issuer may start later. */
export async function openRouter(options: RouterOptions): Promise<Router> {
  process.env.APOLLO_TELEMETRY_DISABLED = '1'; // read by @apollo/gateway
  const { authenticate, introspection, logger, trustedProxies = [], drainMs = 10_000, drainJitterMs = 1_000 } = options;
  const health: Health = { phase: 'starting' };
  const supergraph = loadSupergraph(options.supergraphSdl);
  const addressOf = createClientAddress(trustedProxies);
  const { clients, closeClients } = openClients(supergraph, options);
  const planner = createPlanner(supergraph);
  const cache = options.cache === false ? undefined : openCache(options.cache ?? {}, logger);
  const fetching = createExecutor(clients);
  const executor = cache ? cacheAnswers(fetching, cache) : fetching;
  const present = introspection ? presentable : presentableWithoutHints;
  const rateLimits = openRateLimits(options.rateLimits ?? {}, logger);
  const gateway = createGateway(planner, executor);
  const apollo = createApollo({ gateway, introspection, present, rateLimits, logger });
  await apollo.start();

  const app = await createHttp({ logger, corsOrigins: options.corsOrigins, trustedProxies, health });
  registerHealth(app, health);
  registerExploration(app, options.explore);
  const authenticated = new WeakMap<FastifyRequest, Authenticated>();
  app.route({
    method: ['GET', 'POST'],
    url: path,
    preHandler: async (request) => void authenticated.set(request, await authenticate(request.headers.authorization)),
    handler: fastifyApolloHandler(apollo, {
      context: async (request): Promise<RequestContext> => {
        const known = authenticated.get(request);
        if (!known) throw new Error('A request was not authenticated.');
        const viewer = viewerAt(known.viewer, addressOf(request.raw));
        return { requestId: request.id, viewer, logger: logger.child({ requestId: request.id }) };
      },
    }),
  });
  await app.ready();
  const around = { apollo, planner, executor, clients, authenticate, addressOf, present, logger };
  const sockets = openSockets(app.server, path, around);
  const closeInside = async (): Promise<void> => {
    await apollo.stop();
    await closeClients();
    rateLimits.close();
    cache?.close();
    await app.close();
  };
  await listen(app.server, options).catch(async (cause) => {
    await closeInside();
    throw cause;
  });
  health.phase = 'ready';

  const close = async (): Promise<void> => {
    health.phase = 'draining';
    await drain({ server: app.server, sockets, jitterMs: drainJitterMs, hardStopMs: drainMs });
    await closeInside();
  };
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(app.server.address() as AddressInfo, options.host), // a TCP server that listens has such an address
    close: () => (closing ??= close()),
  };
}

function openClients(supergraph: Supergraph, { subgraphUrls = {}, signer, logger }: RouterOptions) {
  const pool = createPool();
  const clients = new Map(
    supergraph.subgraphs.map(({ name, url }) => [
      name,
      createRemoteClient({ name, url: subgraphUrls[name] ?? url, pool, signer, logger }),
    ]),
  );
  const closeClients = async (): Promise<void> => {
    await Promise.all(Array.from(clients.values(), (client) => client.close()));
    await pool.destroy(); // whoever waited for an answer has gone
  };
  return { clients, closeClients };
}

function listen(server: Server, { port, host }: RouterOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => {
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
