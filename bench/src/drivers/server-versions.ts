import { Redis } from 'ioredis';
import pg from 'pg';

/** Redis 7.0.15, PostgreSQL 18.4 */
export async function serverVersions(urls: { redis: string; postgres: string }): Promise<string> {
  return `Redis ${await redisVersion(urls.redis)}, PostgreSQL ${await postgresVersion(urls.postgres)}`;
}

async function redisVersion(url: string): Promise<string | undefined> {
  const redis = new Redis(url);
  try {
    return /redis_version:(\S+)/.exec(await redis.info('server'))?.[1];
  } finally {
    redis.disconnect();
  }
}

async function postgresVersion(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version.split(' ')[0];
  } finally {
    await client.end();
  }
}
