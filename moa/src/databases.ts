import path from 'node:path';
import { databaseUrls, defaultDataDir, startPostgres } from '@moa/db';
import type { Environment } from './config.ts';
import { type DatabaseName, databaseNames, databaseVariable } from './parts.ts';

export type Databases = {
  readonly urls: Readonly<Partial<Record<DatabaseName, string>>>;
  /** May create databases and login roles; unset where every URL was given and somebody else prepared them. */
  readonly adminUrl: string | undefined;
  readonly stop: () => Promise<void>;
};

/** The repository's folder, whose data dir is its own. */
const checkout = path.resolve(import.meta.dirname, '../..');

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

const givenUrls = (env: Readonly<Environment>): Databases['urls'] =>
  Object.fromEntries(
    databaseNames.flatMap((name) => {
      const url = env[databaseVariable(name)];
      return url === undefined ? [] : [[name, url]];
    }),
  );
