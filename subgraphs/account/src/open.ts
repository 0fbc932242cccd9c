import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@moa/database';
import { openOutbox } from '@moa/outbox';
import type { Subgraph, Surroundings } from '@moa/subgraph';
import type { Logger } from '@moa/telemetry';
import type { FastifyInstance } from 'fastify';
import { startDailyUpkeep } from './actions/daily-upkeep.ts';
import { ensureSigningKey } from './actions/ensure-signing-key.ts';
import { publishKeys } from './actions/publish-keys.ts';
import { type Rotation, rotateSigningKey } from './actions/rotate-signing-key.ts';
import { type AttemptRules, defaultRules, openAttempts } from './credentials/attempts.ts';
import { createPasswords } from './credentials/passwords.ts';
import { policies } from './domain/access.ts';
import { database } from './persistence/database.ts';
import { findRevokedSessions } from './persistence/revoked-sessions.ts';
import { openProviders, type ProvidersConfig } from './providers/open-providers.ts';
import type { GraphContext } from './resolvers/context.ts';
import { resolvers } from './resolvers/index.ts';
import { createLoaders } from './resolvers/loaders.ts';
import type { TokenTerms } from './tokens/access-token.ts';
import { keySetRoutes } from './tokens/key-set.ts';
import { createRevocationFeed } from './tokens/revocation-feed.ts';

export { type AttemptRules, defaultRules, type Rotation };

export type AccountConfig = TokenTerms & {
  readonly databaseUrl: string;
  /** Where all processes of account count attempts together; each counts its own when left out. */
  readonly redisUrl?: string | undefined;
  /** How often somebody may try; see `defaultRules`. */
  readonly attemptRules?: Partial<AttemptRules> | undefined;
  /** Who else may vouch for members; nobody when left out. */
  readonly providers?: ProvidersConfig | undefined;
};

/** `routes` goes to `listen`: the key set and the revoked sessions stand beside the graph. */
export type AccountSubgraph = Subgraph<GraphContext> & { readonly routes: (app: FastifyInstance) => void };

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The account subgraph with its database and its signing key. The only file that sees all of it. */
export async function openAccount(
  {
    databaseUrl,
    redisUrl,
    attemptRules,
    providers: providersConfig = { redirectUris: [] },
    ...tokenTerms
  }: AccountConfig,
  { bus, logger, clock = () => new Date(), ids = randomUUIDv7 }: Surroundings,
): Promise<AccountSubgraph> {
  const orm = await openDatabase(databaseUrl, database, { logger });
  const passwords = createPasswords();
  const providers = openProviders(providersConfig, logger);
  await ensureSigningKey({ transaction: (work) => orm.em.fork().transactional(work), clock }).catch(
    async (error: unknown) => {
      await orm.close();
      throw error;
    },
  );
  const { transaction, close: closeOutbox } = openOutbox({ orm, publisher: 'account', bus, logger });
  const attempts = openAttempts({ redisUrl, rules: { ...defaultRules, ...attemptRules }, logger });
  const revocations = createRevocationFeed({
    find: (after) => findRevokedSessions(orm.em.fork(), after, clock()),
  });
  const stopUpkeep = startDailyUpkeep({ transaction, clock, logger });
  const keySet = keySetRoutes(() => publishKeys({ em: orm.em.fork(), clock, tokenTerms }));
  const means = { transaction, clock, ids, passwords, providers, tokenTerms, attempts, revocations };

  return {
    name: 'account',
    typeDefs,
    resolvers,
    policies,
    contextFor: (viewer) => {
      const em = orm.em.fork();
      return { viewer, em, ...means, loaders: createLoaders(em, viewer) };
    },
    routes(app) {
      keySet(app);
      revocations.routes(app);
    },
    ready: () => orm.em.fork().execute('select 1'),
    async close() {
      await stopUpkeep();
      await closeOutbox();
      attempts.close();
      await orm.close();
    },
  };
}

/** Rotates the signing key now, beside running processes: they read which one signs each time. */
export async function rotateKeys(databaseUrl: string, logger: Logger): Promise<Rotation> {
  const orm = await openDatabase(databaseUrl, database, { logger, poolMax: 1 });
  try {
    return await rotateSigningKey({
      transaction: (work) => orm.em.fork().transactional(work),
      clock: () => new Date(),
    });
  } finally {
    await orm.close();
  }
}
