import type { Environment } from './config.ts';
import { openDatabases } from './databases.ts';
import { prepareDatabases } from './prepare.ts';
import { databasesOf } from './start.ts';

/** What `start` does with the databases before anything runs on them; a deployment does it once, with the admin's URL. */
export async function migrateAndEnd(env: Readonly<Environment>): Promise<void> {
  const names = databasesOf(env);
  const databases = await openDatabases(names, env);
  try {
    await prepareDatabases(names, databases, env);
  } finally {
    await databases.stop();
  }
}
