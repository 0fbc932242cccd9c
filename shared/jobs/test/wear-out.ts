import { Redis } from 'ioredis';
import pg from 'pg';

/** Makes a job look as if it had been started, and had stalled, that many more times: the real thing would take minutes. */
export async function wearOut(url: string, queue: string, id: string, starts: number, stalls = 0): Promise<void> {
  if (url.startsWith('redis')) {
    const redis = new Redis(url);
    await redis.hincrby(`moa:${queue}:${id}`, 'ats', starts);
    await redis.hincrby(`moa:${queue}:${id}`, 'stc', stalls);
    redis.disconnect();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `update bullmq.job set attempts_started = attempts_started + $3, stalled_count = stalled_count + $4
     where queue = $1 and id = $2`,
    [queue, id, starts, stalls],
  );
  await client.end();
}
