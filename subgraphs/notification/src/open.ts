import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@moa/database';
import { openOutbox, receiveFacts, workJobs } from '@moa/outbox';
import type { Subgraph, Surroundings } from '@moa/subgraph';
import { type ChannelsConfig, openChannels } from './channels/open-channels.ts';
import { policies } from './domain/access.ts';
import { factHandlers } from './events/facts.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { database } from './persistence/database.ts';
import type { GraphContext } from './resolvers/context.ts';
import { resolvers } from './resolvers/index.ts';
import { createLoaders } from './resolvers/loaders.ts';

export type { ChannelsConfig };

export type NotificationConfig = {
  readonly databaseUrl: string;
  /** Where notifications go besides the graph; nowhere when left out. */
  readonly channels?: ChannelsConfig | undefined;
};

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** Messages on their way out at a time: they wait for others, and hold no connection to the database meanwhile. */
const concurrency = 16;

/** The notification subgraph with its database and its workers. The only file that sees all of it. */
export async function openNotification(
  { databaseUrl, channels: channelsConfig = {} }: NotificationConfig,
  { bus, logger, clock = () => new Date(), ids = randomUUIDv7 }: Surroundings,
): Promise<Subgraph<GraphContext>> {
  const orm = await openDatabase(databaseUrl, database, { logger });
  const outbox = openOutbox({ orm, publisher: 'notification', bus, logger });
  const channels = openChannels(channelsConfig, clock);
  const context = { clock, ids, channelNames: channels.map(({ name }) => name) };
  const deliverContext = () => ({ em: orm.em.fork(), channels });
  const workers = [
    receiveFacts('notification', { jobs: bus.jobs, outbox }, factHandlers(context)),
    workJobs('notification', bus.jobs, jobHandlers({ ...context, transaction: outbox.transaction, deliverContext }), {
      concurrency,
    }),
  ];

  return {
    name: 'notification',
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
      await Promise.all(workers.map((worker) => worker.close()));
      await outbox.close();
      await orm.close();
    },
  };
}
