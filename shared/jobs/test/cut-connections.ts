import { Redis } from 'ioredis';
import pg from 'pg';

/** Cuts every connection to the bus but the one that does it; resolves to how many there were. */
export async function cutConnections(url: string): Promise<number> {
  if (url.startsWith('redis')) return cutRedis(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const others = 'datname = current_database() and pid <> pg_backend_pid()';
  const { rowCount } = await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
  await client.end();
  return rowCount ?? 0;
}

async function cutRedis(url: string): Promise<number> {
  const database = new URL(url).pathname.slice(1);
  const redis = new Redis(url);
  const own = await redis.client('ID');
  const list = String(await redis.client('LIST')).split('\n');
  const ids = list.filter((line) => line.includes(` db=${database} `)).map((line) => /^id=(\d+)/.exec(line)?.[1] ?? '');
  const others = ids.filter((id) => id !== String(own));
  await Promise.all(others.map((id) => redis.client('KILL', 'ID', id)));
  redis.disconnect();
  return others.length;
}
