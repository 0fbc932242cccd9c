import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@moa/database';
import { openOutbox, receiveFacts } from '@moa/outbox';
import type { Subgraph, Surroundings } from '@moa/subgraph';
import { policies } from './domain/access.ts';
import { factHandlers } from './events/facts.ts';
import { currentNetwork } from './network/current.ts';
import { createNetworkMemory } from './network/memory.ts';
import { viewOf } from './network/view.ts';
import { database } from './persistence/database.ts';
import { readNetwork } from './persistence/network.ts';
import type { GraphContext } from './resolvers/context.ts';
import { resolvers } from './resolvers/index.ts';
import { createLoaders } from './resolvers/loaders.ts';

export type SubwayConfig = { readonly databaseUrl: string };

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The subway subgraph with its database, its worker and the network in memory. The only file that sees all of it. */
export async function openSubway(
  config: SubwayConfig,
  { bus, logger, clock = () => new Date(), ids = randomUUIDv7 }: Surroundings,
): Promise<Subgraph<GraphContext>> {
  const orm = await openDatabase(config.databaseUrl, database, { logger });
  const outbox = openOutbox({ orm, publisher: 'subway', bus, logger });
  const worker = receiveFacts('subway', { jobs: bus.jobs, outbox }, factHandlers);
  const memory = createNetworkMemory(async (held) => {
    const { version, network } = await readNetwork(orm.em.fork());
    return viewOf(version, network, held);
  });

  return {
    name: 'subway',
    typeDefs,
    resolvers,
    policies,
    contextFor: (viewer) => {
      const em = orm.em.fork();
      return {
        ...{ viewer, em, transaction: outbox.transaction, clock, ids },
        network: currentNetwork(em, memory),
        loaders: createLoaders(em),
      };
    },
    ready: () => orm.em.fork().execute('select 1'),
    async close() {
      await worker.close();
      await outbox.close();
      await orm.close();
    },
  };
}
