import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { openDatabase } from '@moa/database';
import { createSigner, type PrivateKey } from '@moa/identity';
import { openOutbox, receiveFacts, workJobs } from '@moa/outbox';
import { createPeer } from '@moa/peer';
import type { Subgraph, Surroundings } from '@moa/subgraph';
import type { SystemContext } from './actions/context.ts';
import { payPeer } from './actions/pay-peer.ts';
import type { Advisor } from './advisor/advisor.ts';
import { policies } from './domain/access.ts';
import { type Timing, timing as usual } from './domain/timing.ts';
import { factHandlers } from './events/facts.ts';
import { jobHandlers } from './jobs/recommendations.ts';
import { database } from './persistence/database.ts';
import type { GraphContext } from './resolvers/context.ts';
import { resolvers } from './resolvers/index.ts';
import { createLoaders } from './resolvers/loaders.ts';

export type PlanConfig = {
  readonly databaseUrl: string;
  /** Where pay answers: `http://host:port/graphql`. */
  readonly payUrl: string;
  /** Signs what plan asks of pay in its own name. */
  readonly identityKey: PrivateKey;
  /** Who writes recommended plans. It stays the opener's to close, after plan. */
  readonly advisor: Advisor;
  /** How long things may take, where it should differ from the usual. */
  readonly timing?: Partial<Timing>;
};

export const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

/** Recommendations worked on at a time: they wait for pay and the advisor, and hold no connection to the database meanwhile. */
const concurrency = 16;
/** The member waits for this answer, and the router for ours, 3 s. In ms. */
const payWithinMs = 2_000;

/** The plan subgraph with its database and its workers. The only file that sees all of it. */
export async function openPlan(
  config: PlanConfig,
  { bus, logger, clock = () => new Date(), ids = randomUUIDv7 }: Surroundings,
): Promise<Subgraph<GraphContext>> {
  const orm = await openDatabase(config.databaseUrl, database, { logger });
  const outbox = openOutbox({ orm, publisher: 'plan', bus, logger });
  const signer = createSigner(config.identityKey);
  const peer = createPeer({ name: 'pay', url: config.payUrl, signer, self: 'plan', deadlineMs: payWithinMs });
  const closing = new AbortController();
  const { transaction } = outbox;
  const timing = { ...usual, ...config.timing };
  const means = {
    transaction,
    clock,
    ids,
    timing,
    pay: payPeer(peer),
    advisor: config.advisor,
    closing: closing.signal,
  };
  const systemContext = (): SystemContext => ({ em: orm.em.fork(), ...means });
  const workers = [
    receiveFacts('plan', { jobs: bus.jobs, outbox }, factHandlers),
    workJobs('plan', bus.jobs, jobHandlers(systemContext), { concurrency }),
  ];

  return {
    name: 'plan',
    typeDefs,
    resolvers,
    policies,
    contextFor: (viewer) => {
      const em = orm.em.fork();
      return { viewer, em, ...means, live: bus.live, loaders: createLoaders(em, viewer) };
    },
    ready: () => orm.em.fork().execute('select 1'),
    async close() {
      closing.abort(new Error('The subgraph is closing; another process will go on.'));
      await Promise.all(workers.map((worker) => worker.close()));
      await outbox.close();
      await orm.close();
    },
  };
}
