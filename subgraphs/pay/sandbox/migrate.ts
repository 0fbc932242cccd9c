import { readFile } from 'node:fs/promises';
import { Client } from 'pg';

/** Creates the tables of the books in the database at `url` (`postgres://…`). Safe to repeat and to race. */
export async function migrateSandbox(url: string): Promise<void> {
  const schema = await readFile(new URL('schema.sql', import.meta.url), 'utf8');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    // `create … if not exists` still fails when two sessions run it at the same moment.
    await client.query(`select pg_advisory_xact_lock(hashtext('moa sandbox books'))`);
    await client.query(schema);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
