import { parseArgs } from 'node:util';
import { createSigner, generateKey } from '@moa/identity';
import { createLogger, type Logger, startTracing } from '@moa/telemetry';
import { createAuthenticator, everybodyIsAnonymous } from './authenticate.ts';
import { type Config, readEnvironment } from './config.ts';
import { openRouter } from './open.ts';
import { readSafelistFile } from './persisted-queries/safelist-file.ts';
import { followSupergraphFile, readSupergraphFile } from './reload/supergraph-file.ts';

const help = `Serves a Federation 2 supergraph, and serves it anew when its file changes.

  node router/src/main.ts --supergraph FILE [--port PORT] [--safelist FILE]

Environment:
  SUPERGRAPH            supergraph schema file, if not given by --supergraph
  PORT, HOST            where to listen (4000, 0.0.0.0)
  SUBGRAPH_URLS         where subgraphs are, if not where the supergraph says: name=url,name=url or a JSON object
  JWKS_URL              keys of the issuer of access tokens; without it everybody is anonymous
  REVOKED_URL           the issuer's feed of sessions that ended before their tokens; without it tokens last until they expire
  JWT_ISSUER            \`iss\` that access tokens must have
  JWT_AUDIENCE          \`aud\` that access tokens must have
  IDENTITY_PRIVATE_KEY  Ed25519 JWK (JSON, with "kid") that signs the tokens for subgraphs; a new one is made if unset
  MUTATIONS_PER_MINUTE  fields of mutations that a member, or an address without one, may run in a minute (30); 0 for any number
  SAFELIST              file of the only documents that may be run, if not given by --safelist: {"<id>": "<document>"} or a list
  PERSISTED_QUERIES     0 takes documents as text only, no SHA-256 in their place
  COMPRESSION           0 sends answers as they are, even to clients that take them compressed
  RESPONSE_CACHE        0 keeps no answers, not even those that subgraphs call public (cache-control: public, max-age=…)
  REDIS_URL             where routers that stand side by side count mutations and keep answers and documents together
  LATEST_SUBSCRIPTIONS  fields of the subscription type whose every event tells the whole present state, separated by commas
  CORS_ORIGINS          web origins that may call the router, separated by commas
  TRUSTED_PROXIES       addresses or ranges of proxies whose X-Forwarded and traceparent headers are believed, separated by commas
  INTROSPECTION         0 switches introspection off
  METRICS_PORT          serves figures for Prometheus at /metrics of this port (9464 is usual); none are taken without it
  METRICS_HOST          the address for that (127.0.0.1); who can reach it may read it
  OTEL_EXPORTER_OTLP_ENDPOINT  where spans are sent by OTLP over HTTP, such as http://localhost:4318; nothing is traced without it
  OTEL_TRACES_SAMPLER_ARG      the share of traces that is kept (1)
  OPERATIONS_IN_HAND    queries and mutations that are carried out at once (2000), fewer while the process is late; 0 for any number
  PLACES_PER_ADDRESS    WebSockets, and event streams, that all may have who come from one address and aren't signed in (100); 0 for any number
  MAX_CONNECTIONS       connections that the server takes, of all clients together (20000); 0 for any number
  DRAIN_MS              how long to wait for requests in hand at SIGTERM (10000)
  LOG_LEVEL             silent … trace (info)
`;

async function start(config: Readonly<Config>): Promise<void> {
  const logger = createLogger('router');
  const tracing = await startTracing({
    service: 'router',
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    ratio: config.OTEL_TRACES_SAMPLER_ARG,
    logger,
  });
  const { authenticate, leave } = authenticatorOf(config, logger);
  const router = await openRouter({
    port: config.PORT,
    host: config.HOST,
    supergraphSdl: await readSupergraphFile(config.SUPERGRAPH),
    subgraphUrls: config.SUBGRAPH_URLS,
    authenticate,
    signer: createSigner(config.IDENTITY_PRIVATE_KEY ?? (await ephemeralKey())),
    persistedQueries: config.PERSISTED_QUERIES && { redisUrl: config.REDIS_URL },
    safelist: config.SAFELIST === undefined ? undefined : await readSafelistFile(config.SAFELIST),
    compression: config.COMPRESSION,
    cache: config.RESPONSE_CACHE && { redisUrl: config.REDIS_URL },
    rateLimits: { mutationsPerMinute: config.MUTATIONS_PER_MINUTE, redisUrl: config.REDIS_URL },
    latestSubscriptions: config.LATEST_SUBSCRIPTIONS,
    corsOrigins: config.CORS_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    introspection: config.INTROSPECTION,
    metrics: config.METRICS_PORT !== undefined && { port: config.METRICS_PORT, host: config.METRICS_HOST },
    operationsInHand: config.OPERATIONS_IN_HAND,
    placesPerAddress: config.PLACES_PER_ADDRESS,
    connections: config.MAX_CONNECTIONS,
    drainMs: config.DRAIN_MS,
    logger,
  });
  const stopFollowing = followSupergraphFile(config.SUPERGRAPH, router, logger);
  console.log(`GraphQL is served at ${router.url}/graphql`);
  if (router.metricsUrl) console.log(`Metrics are served at ${router.metricsUrl}`);

  const stop = (): void => {
    stopFollowing();
    router
      .close()
      .then(leave)
      .then(tracing.close)
      .then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** `leave` is for after the router's end. */
function authenticatorOf({ JWKS_URL, REVOKED_URL, JWT_ISSUER, JWT_AUDIENCE }: Readonly<Config>, logger: Logger) {
  if (JWKS_URL && JWT_ISSUER && JWT_AUDIENCE) {
    const [issuer, audience] = [JWT_ISSUER, JWT_AUDIENCE];
    const authenticate = createAuthenticator({ jwksUrl: JWKS_URL, revokedUrl: REVOKED_URL, issuer, audience, logger });
    return { authenticate, leave: authenticate.close };
  }
  console.log('JWKS_URL is not set: everybody is anonymous.');
  return { authenticate: everybodyIsAnonymous, leave: async () => {} };
}

async function ephemeralKey() {
  const { privateKey, publicKey } = await generateKey('router');
  console.log(
    'IDENTITY_PRIVATE_KEY is not set: a key was made that lasts until this process ends. Subgraphs can check it with',
  );
  console.log(JSON.stringify({ keys: [publicKey] }));
  return privateKey;
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

try {
  const { values } = parseArgs({
    options: {
      supergraph: { type: 'string' },
      port: { type: 'string' },
      safelist: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) console.log(help);
  else
    await start(
      readEnvironment({
        ...process.env,
        ...(values.supergraph && { SUPERGRAPH: values.supergraph }),
        ...(values.port && { PORT: values.port }),
        ...(values.safelist && { SAFELIST: values.safelist }),
      }),
    );
} catch (error) {
  fail(error);
}
