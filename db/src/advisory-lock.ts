import pg from 'pg';

/** Runs `work` while no other process on the same server and database runs work under the same name. */
export async function withAdvisoryLock<T>(
  url: string,
  name: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: `moa lock ${name}` });
  // A lost connection shows in the next query; unheard, the event would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    return await work(client);
  } finally {
    // The server frees the lock with its session.
    await client.end();
  }
}
