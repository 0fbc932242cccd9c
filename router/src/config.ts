import { count, flag, jsonWebKey, list, networks, port, readConfig, share, url } from '@moa/config';
import { z } from 'zod';
import { limits } from './limits.ts';

/** `{"name": "url"}` or `name=url,name=url`. */
const addresses = z
  .string()
  .transform((text, context): unknown => {
    if (!text.trimStart().startsWith('{')) {
      return Object.fromEntries(
        text.split(',').map((pair) => [pair.split('=')[0]?.trim(), pair.split('=').slice(1).join('=').trim()]),
      );
    }
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'must be name=url,name=url or a JSON object' });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string().min(1), url('http', 'https')));

const issuerNeeds = 'is needed when JWKS_URL is set';

const schema = z
  .object({
    PORT: port.default(4000),
    HOST: z.string().default('0.0.0.0'),
    SUPERGRAPH: z.string('must name a supergraph schema file (or give --supergraph FILE)'),
    SUBGRAPH_URLS: addresses.default({}),
    JWKS_URL: url('http', 'https').optional(),
    REVOKED_URL: url('http', 'https').optional(),
    JWT_ISSUER: z.string().optional(),
    JWT_AUDIENCE: z.string().optional(),
    IDENTITY_PRIVATE_KEY: jsonWebKey.optional(),
    MUTATIONS_PER_MINUTE: count.default(30),
    SAFELIST: z.string().optional(),
    PERSISTED_QUERIES: flag.default(true),
    COMPRESSION: flag.default(true),
    RESPONSE_CACHE: flag.default(true),
    REDIS_URL: url('redis', 'rediss').optional(),
    LATEST_SUBSCRIPTIONS: list.default([]),
    CORS_ORIGINS: list.default([]),
    TRUSTED_PROXIES: networks.default([]),
    INTROSPECTION: flag.default(true),
    METRICS_PORT: port.optional(),
    METRICS_HOST: z.string().optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https').optional(),
    OTEL_TRACES_SAMPLER_ARG: share.default(1),
    OPERATIONS_IN_HAND: count.default(limits.operationsInHand),
    PLACES_PER_ADDRESS: count.default(limits.placesPerAddress),
    MAX_CONNECTIONS: count.default(limits.connections),
    DRAIN_MS: count.default(10_000),
  })
  .superRefine((values, context) => {
    if (!values.JWKS_URL) return;
    if (!values.JWT_ISSUER) context.addIssue({ code: 'custom', path: ['JWT_ISSUER'], message: issuerNeeds });
    if (!values.JWT_AUDIENCE) context.addIssue({ code: 'custom', path: ['JWT_AUDIENCE'], message: issuerNeeds });
  });

export type Config = z.output<typeof schema>;

/** @throws ConfigError naming all faults at once */
export const readEnvironment = (env: NodeJS.ProcessEnv): Readonly<Config> => readConfig(schema, env);
