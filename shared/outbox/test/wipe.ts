import { Redis } from 'ioredis';
import pg from 'pg';

/** Makes the bus forget every job, or those of one queue, with the connections left alone. */
export async function wipe(url: string, queue?: string): Promise<void> {
  if (url.startsWith('redis')) {
    const redis = new Redis(url);
    const keys = queue === undefined ? [] : await redis.keys(`moa:${queue}:*`);
    await (queue === undefined ? redis.flushdb() : redis.del(keys));
    redis.disconnect();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('delete from bullmq.job where $1::text is null or queue = $1', [queue ?? null]);
  await client.end();
}
