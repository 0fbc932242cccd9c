import { readFileSync } from 'node:fs';
import { type SubgraphName, subgraphs } from '@moa/contracts';
import { createSigner } from '@moa/identity';
import { openJobs } from '@moa/jobs';
import { openLive } from '@moa/live';
import type { Bus } from '@moa/outbox';
import { openSandbox } from '@moa/pay-subgraph/sandbox';
import { type LocalSubgraph, type MemberAuthenticator, openRouter, readSafelistFile } from '@moa/router';
import { createLogger, startMetrics, startTracing } from '@moa/telemetry';
import { authenticatorFor } from './authenticator.ts';
import { type Environment, hasUrl, portOf, urlOf } from './config.ts';
import { openDatabases } from './databases.ts';
import { explorationFor } from './exploration.ts';
import { type Identities, openIdentities } from './identities.ts';
import { byName, type DatabaseName } from './parts.ts';
import { prepareDatabases } from './prepare.ts';
import { watchQueues } from './queue-metrics.ts';
import { startSubgraph } from './subgraphs.ts';
import { webSiteFor } from './web-site.ts';

export type Running = { readonly close: () => Promise<void> };

/**
 * Starts the parts of Moa that the environment asks for, from the ground up: databases, bus, payment provider, subgraphs,
 * router. `close` stops them in the opposite order. What was started before a failure is stopped again.
 */
export async function start(env: Readonly<Environment>): Promise<Running> {
  const running: Running[] = [];
  const started = <Part extends Running>(part: Part): Part => {
    running.unshift(part);
    return part;
  };
  const close = async () => {
    for (const part of running.splice(0)) await part.close();
  };
  try {
    started(await measureThis(env));
    started(await traceThis(env)); // first of all: parts ask once whether they are measured and traced, and the last spans are of the end
    const databases = await openDatabases(databasesOf(env), env);
    started({ close: databases.stop });
    await prepareDatabases(databasesOf(env), databases, env);
    const identities = await openIdentities(env);
    const databaseUrl = (name: DatabaseName) => databases.urls[name] ?? '';
    /** Those that the router needs no socket to. */
    const local: Partial<Record<SubgraphName, LocalSubgraph>> = {};

    if (env.SUBGRAPHS.length > 0) {
      const bus = await openBus(env, databaseUrl('bus'));
      started({ close: () => closeBus(bus) });
      started(await watchQueues(busOf(env, databaseUrl('bus'))));
      const provider = needsSandbox(env)
        ? started(
            await openSandbox({
              url: databaseUrl('sandbox'),
              port: portOf('sandbox', env),
              logger: createLogger('sandbox', env.LOG_LEVEL),
            }),
          )
        : undefined;
      const ground = { env, bus, identities, databaseUrl, providerUrl: env.PAY_PROVIDER_URL ?? provider?.url ?? '' };
      await all(
        env.SUBGRAPHS.map(async (name) => {
          const { handle } = started(await startSubgraph(name, ground));
          if (!hasUrl(name, env)) local[name] = handle;
        }),
      );
    }
    if (env.ROUTER) {
      const authenticate = started(authenticatorFor(env));
      started(await startRouter(env, identities, authenticate, local));
    }
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** One part alone is known by its own name. */
function traceThis(env: Readonly<Environment>): Promise<Running> {
  const parts = [...(env.ROUTER ? ['router'] : []), ...env.SUBGRAPHS];
  return startTracing({
    service: (parts.length === 1 && parts[0]) || 'moa',
    endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT,
    ratio: env.OTEL_TRACES_SAMPLER_ARG,
    logger: createLogger('tracing', env.LOG_LEVEL),
  });
}

/** One endpoint for all that runs in this process. */
function measureThis({ METRICS_PORT: port, METRICS_HOST: host, LOG_LEVEL }: Readonly<Environment>): Promise<Running> {
  return startMetrics({ port, host, logger: createLogger('metrics', LOG_LEVEL) });
}

/** The databases of the parts that run here. */
export function databasesOf(env: Readonly<Environment>): readonly DatabaseName[] {
  const needsBus = env.SUBGRAPHS.length > 0 && !env.REDIS_URL;
  return [
    ...env.SUBGRAPHS,
    ...(needsSandbox(env) ? (['sandbox'] as const) : []),
    ...(needsBus ? (['bus'] as const) : []),
  ];
}

/** A provider that is named is used; otherwise pay brings the sandbox along. */
const needsSandbox = (env: Readonly<Environment>): boolean => env.SUBGRAPHS.includes('pay') && !env.PAY_PROVIDER_URL;

const busOf = (env: Readonly<Environment>, busDatabaseUrl: string) => ({
  url: env.REDIS_URL ?? busDatabaseUrl,
  logger: createLogger('bus', env.LOG_LEVEL),
});

async function openBus(env: Readonly<Environment>, busDatabaseUrl: string): Promise<Bus> {
  const bus = busOf(env, busDatabaseUrl);
  return { jobs: await openJobs(bus), live: await openLive(bus) };
}

async function closeBus({ jobs, live }: Bus): Promise<void> {
  await Promise.all([jobs.close(), live.close()]);
}

async function startRouter(
  env: Readonly<Environment>,
  identities: Identities,
  authenticate: MemberAuthenticator,
  local: Readonly<Record<string, LocalSubgraph>>,
): Promise<Running> {
  return openRouter({
    port: portOf('router', env),
    host: env.HOST,
    supergraphSdl: readFileSync(new URL('../../router/supergraph.graphql', import.meta.url), 'utf8'),
    subgraphUrls: byName(subgraphs, (name) => urlOf(name, env)),
    local,
    authenticate,
    signer: createSigner(identities.keyOf('router')),
    corsOrigins: env.CORS_ORIGINS,
    trustedProxies: env.TRUSTED_PROXIES,
    introspection: env.INTROSPECTION,
    logger: createLogger('router', env.LOG_LEVEL),
    explore: explorationFor(env),
    site: webSiteFor(env),
    cache: { redisUrl: env.REDIS_URL },
    persistedQueries: { redisUrl: env.REDIS_URL },
    safelist: env.SAFELIST === undefined ? undefined : await readSafelistFile(env.SAFELIST),
    operationsInHand: env.OPERATIONS_IN_HAND,
    placesPerAddress: env.PLACES_PER_ADDRESS,
    connections: env.MAX_CONNECTIONS,
    rateLimits: {
      mutationsPerMinute: env.MUTATIONS_PER_MINUTE,
      apart: { reportPosition: 120 }, // a car says twice a second at most where it is
      redisUrl: env.REDIS_URL,
    },
  });
}

/** Waits for all, so that nothing starts behind the back of a failure, then reports the first one. */
async function all(starts: readonly Promise<unknown>[]): Promise<void> {
  const failure = (await Promise.allSettled(starts)).find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}
