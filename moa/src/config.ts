import { count, flag, jsonWebKeySet, list, networks, port, readConfig, share, url } from '@moa/config';
import { type SubgraphName, subgraphs } from '@moa/contracts';
import { z } from 'zod';
import { channelFaults, channelVariables } from './notification-channels.ts';
import { byName, databaseNames, databaseVariable, urlVariable } from './parts.ts';
import { signInFaults, signInVariables } from './sign-in-providers.ts';

const httpUrl = url('http', 'https').optional();
const databaseUrl = url('postgres', 'postgresql').optional();

/** The parts that speak in their own name, and so hold a key: the router for members, order to delivery, taxi and plan to pay. */
export const signers = ['router', 'order', 'taxi', 'plan'] as const;
export type SignerName = (typeof signers)[number];

const signersIn = ({ ROUTER, SUBGRAPHS }: { ROUTER: boolean; SUBGRAPHS: readonly SubgraphName[] }) =>
  signers.filter((name) => (name === 'router' ? ROUTER : SUBGRAPHS.includes(name)));

/** Every variable that Moa reads; .env.example says a word about each. */
const environment = z
  .object({
    PORT: port.refine((value) => value > 0 && value <= 65_000, 'must be 1 to 65000').default(4000),
    HOST: z.string().default('127.0.0.1'),
    SUBGRAPHS: list.pipe(z.array(z.enum(subgraphs, `must be some of ${subgraphs.join(', ')}`))).default([...subgraphs]),
    ROUTER: flag.default(true),
    DATABASE_URL: databaseUrl,
    ...byName(databaseNames.map(databaseVariable), () => databaseUrl),
    REDIS_URL: url('redis', 'rediss').optional(),
    ...byName(subgraphs.map(urlVariable), () => httpUrl),
    PAY_PROVIDER_URL: httpUrl,
    TOSS_SECRET_KEY: z.string().optional(),
    OSRM_URL: httpUrl,
    RIDE_HISTORY: flag.default(true),
    ...channelVariables,
    ADVISOR_URL: httpUrl,
    ADVISOR_KEY: z.string().optional(),
    ADVISOR_MODEL: z.string().optional(),
    IDENTITY_PRIVATE_KEYS: jsonWebKeySet.optional(),
    IDENTITY_PUBLIC_KEYS: jsonWebKeySet.optional(),
    ACCESS_TOKEN_MINUTES: z.coerce.number().int().min(1).max(1440).default(10),
    SIGN_UPS_PER_HOUR: count.default(20),
    MUTATIONS_PER_MINUTE: count.default(30),
    ...signInVariables,
    CORS_ORIGINS: list.default([]),
    TRUSTED_PROXIES: networks.default([]),
    INTROSPECTION: flag.default(true),
    SAFELIST: z.string().optional(),
    METRICS_PORT: port.optional(),
    METRICS_HOST: z.string().optional(),
    OPERATIONS_IN_HAND: count.optional(),
    SUBGRAPH_OPERATIONS_IN_HAND: count.optional(),
    PLACES_PER_ADDRESS: count.optional(),
    MAX_CONNECTIONS: count.optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl,
    OTEL_EXPORTER_OTLP_HEADERS: z.string().optional(),
    OTEL_TRACES_SAMPLER_ARG: share.default(1),
    DEMO: flag.default(true),
    MOA_DATA_DIR: z.string().optional(),
    LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('warn'),
  })
  .refine((env) => !env.IDENTITY_PRIVATE_KEYS || env.IDENTITY_PUBLIC_KEYS, {
    message: 'IDENTITY_PRIVATE_KEYS needs IDENTITY_PUBLIC_KEYS beside it; npm run keys makes both',
  })
  .superRefine((env, context) => {
    if (!env.IDENTITY_PUBLIC_KEYS) return;
    const held = new Set(env.IDENTITY_PRIVATE_KEYS?.keys.map(({ kid }) => kid));
    for (const name of signersIn(env)) {
      if (!held.has(name)) {
        context.addIssue({
          code: 'custom',
          message: `IDENTITY_PRIVATE_KEYS has no key of ${name}, which runs in this process`,
        });
      }
    }
  })
  .superRefine((env, context) => {
    for (const message of [...signInFaults(env), ...channelFaults(env)]) context.addIssue({ code: 'custom', message });
  })
  .refine((env) => !env.ADVISOR_URL || env.ADVISOR_MODEL, {
    message: 'ADVISOR_URL needs ADVISOR_MODEL, the name of a model that is served there',
  })
  .refine((env) => !env.TOSS_SECRET_KEY || env.PAY_PROVIDER_URL, {
    message: 'TOSS_SECRET_KEY needs PAY_PROVIDER_URL, the address of the Toss Payments API',
  });

export type Environment = z.output<typeof environment>;

export const variableNames: readonly string[] = Object.keys(environment.shape);

/** @throws ConfigError naming all faults at once */
export const readEnvironment = (env: NodeJS.ProcessEnv): Readonly<Environment> => readConfig(environment, env);

/** Each part that listens has a port of its own: the router PORT, the subgraphs the ones after it, in their order. */
export const portOf = (
  part: 'router' | 'sandbox' | 'board' | SubgraphName,
  { PORT }: Pick<Environment, 'PORT'>,
): number => {
  switch (part) {
    case 'router':
      return PORT;
    case 'sandbox':
      return PORT + 20;
    case 'board':
      return PORT + 21;
    default:
      return PORT + 1 + subgraphs.indexOf(part);
  }
};

/** Whether the environment says where a subgraph answers, wherever else it may run. */
export const hasUrl = (name: SubgraphName, env: Readonly<Environment>): boolean => env[urlVariable(name)] !== undefined;

/** Where a subgraph answers: what the environment says, or a neighbour on this machine. */
export const urlOf = (name: SubgraphName, env: Readonly<Environment>): string =>
  env[urlVariable(name)] ?? `http://127.0.0.1:${portOf(name, env)}/graphql`;
