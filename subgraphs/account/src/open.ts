import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@moa/database';
import type { Subgraph, Surroundings } from '@moa/subgraph';
import type { FastifyInstance } from 'fastify';
import type { AccountContext } from './actions/context.ts';
import { ensureSigningKey } from './actions/ensure-signing-key.ts';
import { publishKeys } from './actions/publish-keys.ts';
import { createPasswords } from './credentials/passwords.ts';
import { database } from './persistence/database.ts';
import type { GraphContext } from './resolvers/context.ts';
import { resolvers } from './resolvers/index.ts';
import { createLoaders } from './resolvers/loaders.ts';
import type { TokenTerms } from './tokens/access-token.ts';
import { keySetRoutes } from './tokens/key-set.ts';

export type AccountConfig = TokenTerms & { readonly databaseUrl: string };

/** `routes` goes to `listen`: the key set stands beside the graph. */
export type AccountSubgraph = Subgraph<GraphContext> & { readonly routes: (app: FastifyInstance) => void };

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The account subgraph with its database and its signing key. The only file that sees all of it. */
export async function openAccount(
  { databaseUrl, ...tokenTerms }: AccountConfig,
  { logger, clock = () => new Date(), ids = randomUUIDv7 }: Omit<Surroundings, 'bus'>,
): Promise<AccountSubgraph> {
  const orm = await openDatabase(databaseUrl, database, { logger });
  const transaction: AccountContext['transaction'] = (work) => orm.em.fork().transactional(work);
  const passwords = createPasswords();
  await ensureSigningKey({ transaction, clock }).catch(async (error: unknown) => {
    await orm.close();
    throw error;
  });

  return {
    name: 'account',
    typeDefs,
    resolvers,
    contextFor: (viewer) => {
      const em = orm.em.fork();
      return { viewer, em, transaction, clock, ids, passwords, tokenTerms, loaders: createLoaders(em, viewer) };
    },
    routes: keySetRoutes(() => publishKeys({ em: orm.em.fork(), clock, tokenTerms })),
    ready: () => orm.em.fork().execute('select 1'),
    close: () => orm.close(),
  };
}
