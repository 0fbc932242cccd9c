import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@moa/database';
import { openOutbox, receiveFacts, workJobs } from '@moa/outbox';
import type { Subgraph, Surroundings } from '@moa/subgraph';
import { policies } from './domain/access.ts';
import { factHandlers } from './events/facts.ts';
import { jobHandlers } from './jobs/payments.ts';
import { database } from './persistence/database.ts';
import type { PaymentProvider } from './provider/index.ts';
import type { GraphContext } from './resolvers/context.ts';
import { resolvers } from './resolvers/index.ts';
import { createLoaders } from './resolvers/loaders.ts';

export type PayConfig = {
  readonly databaseUrl: string;
  /** Who moves the money. It stays the opener's to close, after pay. */
  readonly provider: PaymentProvider;
};

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** Charges and refunds under way at a time: they wait for the provider, and hold no connection to the database meanwhile. */
const concurrency = 32;

/** The pay subgraph with its database and its workers. The only file that sees all of it. */
export async function openPay(
  { databaseUrl, provider }: PayConfig,
  { bus, logger, clock = () => new Date(), ids = randomUUIDv7 }: Surroundings,
): Promise<Subgraph<GraphContext>> {
  const orm = await openDatabase(databaseUrl, database, { logger });
  const outbox = openOutbox({ orm, publisher: 'pay', bus, logger });
  const { transaction } = outbox;
  const settlingContext = () => ({ em: orm.em.fork(), transaction, provider, clock });
  const workers = [
    receiveFacts('pay', { jobs: bus.jobs, outbox }, factHandlers({ clock, ids })),
    workJobs('pay', bus.jobs, jobHandlers(settlingContext), { concurrency }),
  ];

  return {
    name: 'pay',
    typeDefs,
    resolvers,
    policies,
    contextFor: (viewer) => {
      const em = orm.em.fork();
      return { viewer, em, transaction, clock, ids, provider, loaders: createLoaders(em, viewer) };
    },
    ready: () => orm.em.fork().execute('select 1'),
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await outbox.close();
      await orm.close();
    },
  };
}
