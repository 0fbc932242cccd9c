import { existsSync } from 'node:fs';
import type { SubgraphName } from '@moa/contracts';
import { openDatabase } from '@moa/database';
import { databaseUrls, runningUrl } from '@moa/db';
import { type JobInspector, openJobInspector } from '@moa/jobs';
import { createLogger } from '@moa/telemetry';
import type { Environment } from '../config.ts';
import { dataDirOf } from '../databases.ts';
import { type DatabaseName, databaseVariable } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { workedQueues } from '../worked-queues.ts';

type EntityManager = Awaited<ReturnType<typeof openDatabase>>['em'];

/** Statements are all that is asked; mapping the tables of all subgraphs would take longer than the answer. */
const noTables = { entities: [], migrations: [] };

/** What a command works with. */
export type Reach = {
  readonly inspector: JobInspector;
  /** The queues that Moa works, and any other that there is. */
  readonly queues: readonly string[];
  /** Asks a subgraph's database; undefined where this environment knows none. */
  readonly ask: <Result>(
    name: SubgraphName,
    question: (em: EntityManager) => Promise<Result>,
  ) => Promise<Result | undefined>;
  readonly close: () => Promise<void>;
};

/** Reaches for the bus of the Moa that the environment names. Starts and changes nothing. @throws Refusal when there is none */
export async function openReach(env: Readonly<Environment>): Promise<Reach> {
  const logger = createLogger('jobs', env.LOG_LEVEL);
  const url = await busUrl(env);
  const inspector = await openJobInspector({ url, logger }).catch((error: Error) => {
    throw new Refusal(error.message, { cause: error });
  });
  const queues = await everyQueue(inspector).catch(async (error: unknown) => {
    await inspector.close();
    throw new Refusal(`The queues gave no answer: ${error}`, { cause: error });
  });
  return {
    inspector,
    queues,
    async ask(name, question) {
      const databaseOf = await databaseUrl(name, env);
      if (!databaseOf) return undefined;
      const orm = await openDatabase(databaseOf, noTables, { logger, poolMax: 1 });
      try {
        return await question(orm.em.fork());
      } catch (error) {
        if (error instanceof Refusal) throw error;
        throw new Refusal(`The database of ${name} gave no answer: ${error}`, { cause: error });
      } finally {
        await orm.close();
      }
    },
    close: inspector.close,
  };
}

const everyQueue = async (inspector: JobInspector): Promise<readonly string[]> => {
  return [...new Set([...workedQueues, ...(await inspector.queues())])].toSorted();
};

/** @throws Refusal for a queue that there is not */
export function assertQueue(queue: string, { queues }: Reach): void {
  if (!queues.includes(queue)) throw new Refusal(`There is no queue ${queue}, but ${queues.join(', ')}.`);
}

/** Where the queues are of the Moa that the environment names. @throws Refusal when there is none */
export async function busUrl(env: Readonly<Environment>): Promise<string> {
  const url = env.REDIS_URL ?? (await databaseUrl('bus', env));
  if (url) return url;
  throw new Refusal(`No Moa runs on ${dataDirOf(env)}. Start it first, or name its REDIS_URL or BUS_DATABASE_URL.`);
}

/** The address of a part's database, as a start with this environment would find it; undefined when nothing runs there. */
async function databaseUrl(name: DatabaseName, env: Readonly<Environment>): Promise<string | undefined> {
  const given = env[databaseVariable(name)];
  if (given) return given;
  const dataDir = dataDirOf(env);
  if (!existsSync(dataDir)) return undefined;
  const adminUrl = env.DATABASE_URL ?? (await runningUrl(dataDir));
  return adminUrl && databaseUrls({ adminUrl, dataDir, names: [name] })[name];
}
