import pg from 'pg';

/** Runs a statement beside the subgraph, on a connection of its own, and gives back the rows. */
export async function query<Row = unknown>(url: string, statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // A test states the columns that it selects.
    return (await client.query(statement, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
