import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@moa/database';
import { createSigner, type PrivateKey } from '@moa/identity';
import { openOutbox, receiveFacts } from '@moa/outbox';
import { createPeer } from '@moa/peer';
import type { Subgraph, Surroundings } from '@moa/subgraph';
import { deliveryPeer } from './actions/delivery-peer.ts';
import { policies } from './domain/access.ts';
import { factHandlers } from './events/facts.ts';
import { database } from './persistence/database.ts';
import type { GraphContext } from './resolvers/context.ts';
import { resolvers } from './resolvers/index.ts';
import { createLoaders } from './resolvers/loaders.ts';

export type OrderConfig = {
  readonly databaseUrl: string;
  /** Where delivery answers: `http://host:port/graphql`. */
  readonly deliveryUrl: string;
  /** Signs what order asks of delivery in its own name. */
  readonly identityKey: PrivateKey;
};

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** The order subgraph with its database and its workers. The only file that sees all of it. */
export async function openOrder(
  config: OrderConfig,
  { bus, logger, clock = () => new Date(), ids = randomUUIDv7 }: Surroundings,
): Promise<Subgraph<GraphContext>> {
  const orm = await openDatabase(config.databaseUrl, database, { logger });
  const outbox = openOutbox({ orm, publisher: 'order', bus, logger });
  const signer = createSigner(config.identityKey);
  const delivery = deliveryPeer(createPeer({ name: 'delivery', url: config.deliveryUrl, signer, self: 'order' }));
  const worker = receiveFacts('order', { jobs: bus.jobs, outbox }, factHandlers(clock));

  return {
    name: 'order',
    typeDefs,
    resolvers,
    policies,
    contextFor: (viewer) => {
      const em = orm.em.fork();
      const loaders = createLoaders(em, viewer);
      return { viewer, em, transaction: outbox.transaction, clock, ids, delivery, live: bus.live, loaders };
    },
    ready: () => orm.em.fork().execute('select 1'),
    async close() {
      await worker.close();
      await outbox.close();
      await orm.close();
    },
  };
}
