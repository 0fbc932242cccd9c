import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@moa/database';
import { createSigner, type PrivateKey } from '@moa/identity';
import { openOutbox, receiveFacts, workJobs } from '@moa/outbox';
import { createPeer } from '@moa/peer';
import type { Subgraph, Surroundings } from '@moa/subgraph';
import type { SystemContext } from './actions/context.ts';
import { payPeer } from './actions/pay-peer.ts';
import { policies } from './domain/access.ts';
import { type Timing, timing as usual } from './domain/timing.ts';
import { factHandlers } from './events/facts.ts';
import { rideHistoryHandlers } from './events/ride-history.ts';
import { jobHandlers } from './jobs/bookings.ts';
import { startWatch } from './jobs/watch.ts';
import { database } from './persistence/database.ts';
import { withIdleLimit } from './persistence/idle-limit.ts';
import { watchSagas } from './persistence/saga-metrics.ts';
import { openDriverMap } from './positions/index.ts';
import type { GraphContext } from './resolvers/context.ts';
import { resolvers } from './resolvers/index.ts';
import { createLoaders } from './resolvers/loaders.ts';
import { openRoutePlanner } from './route/index.ts';

export type TaxiConfig = {
  readonly databaseUrl: string;
  /** Where the map of drivers is kept: `redis://…`, or the `postgres://…` of this subgraph's own database. */
  readonly mapUrl: string;
  /** Where pay answers: `http://host:port/graphql`. */
  readonly payUrl: string;
  /** Signs what taxi asks of pay in its own name. */
  readonly identityKey: PrivateKey;
  /** Any server compatible with OSRM that knows the roads; without one, ways are estimated. */
  readonly osrmUrl?: string | undefined;
  /** Whether this process also keeps the ride history up to date. */
  readonly rideHistory: boolean;
  /** How long things may take, where it should differ from the usual. */
  readonly timing?: Partial<Timing>;
};

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** Jobs worked at a time: they wait for the map, and hold no connection to the database meanwhile. */
const concurrency = 16;

/** The taxi subgraph with its database, its map and its workers. The only file that sees all of it. */
export async function openTaxi(
  config: TaxiConfig,
  { bus, logger, clock = () => new Date(), ids = randomUUIDv7 }: Surroundings,
): Promise<Subgraph<GraphContext>> {
  const orm = await openDatabase(config.databaseUrl, database, { logger });
  const outbox = withIdleLimit(openOutbox({ orm, publisher: 'taxi', bus, logger }));
  watchSagas(orm);
  const map = openDriverMap({ url: config.mapUrl, logger });
  const routes = openRoutePlanner({ osrmUrl: config.osrmUrl, logger });
  const signer = createSigner(config.identityKey);
  const pay = payPeer(createPeer({ name: 'pay', url: config.payUrl, signer, self: 'taxi' }));
  const { transaction } = outbox;
  const timing = { ...usual, ...config.timing };
  const means = { transaction, clock, ids, map, routes, pay, live: bus.live, timing };
  const systemContext = (): SystemContext => ({ em: orm.em.fork(), ...means });

  const receiving = { jobs: bus.jobs, outbox };
  const workers = [
    receiveFacts('taxi', receiving, factHandlers({ clock })),
    workJobs('taxi', bus.jobs, jobHandlers(systemContext), { concurrency }),
    ...(config.rideHistory ? [receiveFacts('ride-history', receiving, rideHistoryHandlers())] : []),
    startWatch(systemContext, logger),
  ];

  return {
    name: 'taxi',
    typeDefs,
    resolvers,
    policies,
    contextFor: (viewer) => {
      const em = orm.em.fork();
      return { viewer, em, ...means, loaders: createLoaders(em, viewer, map) };
    },
    ready: () => orm.em.fork().execute('select 1'),
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await outbox.close();
      await Promise.all([map.close(), routes.close()]);
      await orm.close();
    },
  };
}
