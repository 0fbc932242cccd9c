import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@moa/database';
import { openOutbox, receiveFacts, workJobs } from '@moa/outbox';
import type { Subgraph, Surroundings } from '@moa/subgraph';
import { policies } from './domain/access.ts';
import { factHandlers } from './events/facts.ts';
import { jobHandlers } from './jobs/follows.ts';
import { database } from './persistence/database.ts';
import type { GraphContext } from './resolvers/context.ts';
import { resolvers } from './resolvers/index.ts';
import { createLoaders } from './resolvers/loaders.ts';

export type FollowConfig = { readonly databaseUrl: string };

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The follow subgraph with its database and its workers. The only file that sees all of it. */
export async function openFollow(
  config: FollowConfig,
  { bus, logger, clock = () => new Date(), ids = randomUUIDv7 }: Surroundings,
): Promise<Subgraph<GraphContext>> {
  const orm = await openDatabase(config.databaseUrl, database, { logger });
  const outbox = openOutbox({ orm, publisher: 'follow', bus, logger });
  const workers = [
    receiveFacts('follow', { jobs: bus.jobs, outbox }, factHandlers),
    workJobs('follow', bus.jobs, jobHandlers(outbox.transaction)),
  ];

  return {
    name: 'follow',
    typeDefs,
    resolvers,
    policies,
    contextFor: (viewer) => {
      const em = orm.em.fork();
      return { viewer, em, transaction: outbox.transaction, clock, ids, loaders: createLoaders(em, viewer) };
    },
    ready: () => orm.em.fork().execute('select 1'),
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await outbox.close();
      await orm.close();
    },
  };
}
