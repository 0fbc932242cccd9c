import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createSigner, generateKey } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { createAuthenticator, everybodyIsAnonymous } from './authenticate.ts';
import { type Config, readEnvironment } from './config.ts';
import { openRouter } from './open.ts';

const help = `Serves a Federation 2 supergraph.

  node router/src/main.ts --supergraph FILE [--port PORT]

Environment:
  SUPERGRAPH            supergraph schema file, if not given by --supergraph
  PORT, HOST            where to listen (4000, 0.0.0.0)
  SUBGRAPH_URLS         where subgraphs are, if not where the supergraph says: name=url,name=url or a JSON object
  JWKS_URL              keys of the issuer of access tokens; without it everybody is anonymous
  JWT_ISSUER            \`iss\` that access tokens must have
  JWT_AUDIENCE          \`aud\` that access tokens must have
  IDENTITY_PRIVATE_KEY  Ed25519 JWK (JSON, with "kid") that signs the tokens for subgraphs; a new one is made if unset
  CORS_ORIGINS          web origins that may call the router, separated by commas
  TRUSTED_PROXIES       addresses of proxies whose X-Forwarded headers are believed, separated by commas
  INTROSPECTION         0 switches introspection off
  DRAIN_MS              how long to wait for requests in hand at SIGTERM (10000)
  LOG_LEVEL             silent … trace (info)
`;

async function start(config: Readonly<Config>): Promise<void> {
  const logger = createLogger('router');
  const router = await openRouter({
    port: config.PORT,
    host: config.HOST,
    supergraphSdl: await readSupergraph(config.SUPERGRAPH),
    subgraphUrls: config.SUBGRAPH_URLS,
    authenticate: authenticatorOf(config),
    signer: createSigner(config.IDENTITY_PRIVATE_KEY ?? (await ephemeralKey())),
    corsOrigins: config.CORS_ORIGINS,
    trustedProxies: config.TRUSTED_PROXIES,
    introspection: config.INTROSPECTION,
    drainMs: config.DRAIN_MS,
    logger,
  });
  console.log(`GraphQL is served at ${router.url}/graphql`);

  const stop = (): void => {
    router.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function authenticatorOf({ JWKS_URL, JWT_ISSUER, JWT_AUDIENCE }: Readonly<Config>) {
  if (JWKS_URL && JWT_ISSUER && JWT_AUDIENCE)
    return createAuthenticator({ jwksUrl: JWKS_URL, issuer: JWT_ISSUER, audience: JWT_AUDIENCE });
  console.log('JWKS_URL is not set: everybody is anonymous.');
  return everybodyIsAnonymous;
}

async function ephemeralKey() {
  const { privateKey, publicKey } = await generateKey('router');
  console.log(
    'IDENTITY_PRIVATE_KEY is not set: a key was made that lasts until this process ends. Subgraphs can check it with',
  );
  console.log(JSON.stringify({ keys: [publicKey] }));
  return privateKey;
}

async function readSupergraph(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Error(`The supergraph schema ${file} can't be read. Compose one and give its path with --supergraph.`, {
      cause,
    });
  }
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

try {
  const { values } = parseArgs({
    options: { supergraph: { type: 'string' }, port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) console.log(help);
  else
    await start(
      readEnvironment({
        ...process.env,
        ...(values.supergraph && { SUPERGRAPH: values.supergraph }),
        ...(values.port && { PORT: values.port }),
      }),
    );
} catch (error) {
  fail(error);
}
