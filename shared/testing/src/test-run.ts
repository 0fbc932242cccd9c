import { withAdvisoryLock } from '@moa/db';
import pg from 'pg';

/** What global setup tells the workers. */
export type TestRun = { adminUrl: string; id: string };

/** Reads what global setup left in the environment. */
export function testRun(): TestRun {
  const { TEST_DATABASE_URL: adminUrl, MOA_TEST_RUN: id } = process.env;
  if (adminUrl === undefined || id === undefined) {
    throw new Error(
      'There is no test database: run the tests from the root with "npx vitest run", whose global setup starts one.',
    );
  }
  return { adminUrl, id };
}

/** The test server's URL, logged in as its admin. */
export const serverUrl = (): string => testRun().adminUrl;

/** The first part of the names of all databases of a run. */
export function databasePrefix(runId: string): string {
  return `test_${runId}_`;
}

/** The admin's URL of another database on the same server. */
export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Drops whatever a run left on a server that lives on after it. */
export async function dropDatabasesOf(adminUrl: string, runId: string): Promise<void> {
  await withAdvisoryLock(adminUrl, `moa test run ${runId}`, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(
      'select datname from pg_database where starts_with(datname, $1)',
      [databasePrefix(runId)],
    );
    for (const { datname } of rows) await admin.query(`drop database ${pg.escapeIdentifier(datname)} with (force)`);
  });
}
