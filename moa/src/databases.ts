import type { SubgraphName } from '@moa/contracts';
import { databaseUrls, defaultDataDir, startPostgres } from '@moa/db';
import type { Environment } from './config.ts';

/** Everything that has a database of its own: the subgraphs, the payment sandbox, and the bus where there is no Redis. */
export type DatabaseName = SubgraphName | 'sandbox' | 'bus';

export type Databases = {
  readonly urls: Readonly<Partial<Record<DatabaseName, string>>>;
  /** May create databases and login roles; unset where every URL was given and somebody else prepared them. */
  readonly adminUrl: string | undefined;
  readonly stop: () => Promise<void>;
};

/** The repository's folder, whose data dir is its own. */
const checkout = new URL('../..', import.meta.url).pathname;

export const dataDirOf = (env: Readonly<Environment>): string => env.MOA_DATA_DIR ?? defaultDataDir(checkout);

/** The databases that this process needs: those that the environment names, the rest on DATABASE_URL, or else embedded. */
export async function openDatabases(names: readonly DatabaseName[], env: Readonly<Environment>): Promise<Databases> {
  const given = givenUrls(env);
  const missing = names.filter((name) => !given[name]);
  if (missing.length === 0) return { urls: given, adminUrl: env.DATABASE_URL, stop: async () => undefined };
  const dataDir = dataDirOf(env);
  const embedded = env.DATABASE_URL ? undefined : await startPostgres({ dataDir });
  const adminUrl = env.DATABASE_URL ?? embedded?.url ?? '';
  return {
    urls: { ...databaseUrls({ adminUrl, dataDir, names: missing }), ...given },
    adminUrl,
    stop: async () => embedded?.stop(),
  };
}

function givenUrls(env: Readonly<Environment>): Databases['urls'] {
  const all = {
    account: env.ACCOUNT_DATABASE_URL,
    order: env.ORDER_DATABASE_URL,
    delivery: env.DELIVERY_DATABASE_URL,
    pay: env.PAY_DATABASE_URL,
    sandbox: env.SANDBOX_DATABASE_URL,
    bus: env.BUS_DATABASE_URL,
  };
  return Object.fromEntries(Object.entries(all).filter(([, url]) => url !== undefined));
}
