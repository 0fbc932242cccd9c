import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@moa/database';
import { openOutbox, receiveFacts } from '@moa/outbox';
import type { Subgraph, Surroundings } from '@moa/subgraph';
import { policies } from './domain/access.ts';
import { factHandlers } from './events/facts.ts';
import { database } from './persistence/database.ts';
import type { GraphContext } from './resolvers/context.ts';
import { resolvers } from './resolvers/index.ts';
import { createLoaders } from './resolvers/loaders.ts';

export type DeliveryConfig = { readonly databaseUrl: string };

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The delivery subgraph with its database and its workers. The only file that sees all of it. */
export async function openDelivery(
  config: DeliveryConfig,
  { bus, logger, clock = () => new Date(), ids = randomUUIDv7 }: Surroundings,
): Promise<Subgraph<GraphContext>> {
  const orm = await openDatabase(config.databaseUrl, database, { logger });
  const outbox = openOutbox({ orm, publisher: 'delivery', bus, logger });
  const worker = receiveFacts('delivery', { jobs: bus.jobs, outbox }, factHandlers({ clock, ids }));

  return {
    name: 'delivery',
    typeDefs,
    resolvers,
    policies,
    contextFor: (viewer) => {
      const em = orm.em.fork();
      const loaders = createLoaders(em, viewer);
      return { viewer, em, transaction: outbox.transaction, clock, ids, live: bus.live, loaders };
    },
    ready: () => orm.em.fork().execute('select 1'),
    async close() {
      await worker.close();
      await outbox.close();
      await orm.close();
    },
  };
}
