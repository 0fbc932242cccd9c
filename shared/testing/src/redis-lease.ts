import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { until } from './until.ts';

/** Longer than any test file runs, so that only a killed run's lease expires. */
const LEASE_MS = 10 * 60_000;
const PATIENCE_MS = 30_000;
const RELEASE = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

/** Leases one of the server's numbered databases, empty; database 0 holds the leases of all workers. */
export async function leaseRedisDatabase(serverUrl: string): Promise<{ url: string; close(): Promise<void> }> {
  const holder = randomUUID();
  const number = await withRedis(serverUrl, 0, (leases) => takeFree(leases, holder));
  await withRedis(serverUrl, number, (redis) => redis.flushdb());
  return {
    url: urlOf(serverUrl, number),
    close: async () => {
      await withRedis(serverUrl, number, (redis) => redis.flushdb());
      await withRedis(serverUrl, 0, (leases) => leases.eval(RELEASE, 1, keyOf(number), holder));
    },
  };
}

async function takeFree(leases: Redis, holder: string): Promise<number> {
  const answer: unknown = await leases.config('GET', 'databases');
  const total = Array.isArray(answer) ? Number(answer[1]) : 16;
  const take = async () => {
    for (let number = 1; number < total; number += 1) {
      if ((await leases.set(keyOf(number), holder, 'PX', LEASE_MS, 'NX')) === 'OK') return number;
    }
    return undefined;
  };
  return until(take, { timeoutMs: PATIENCE_MS }).catch((cause: unknown) => {
    throw new Error(
      `All ${total - 1} databases of TEST_REDIS_URL are leased; start redis-server with a higher --databases.`,
      { cause },
    );
  });
}

async function withRedis<T>(serverUrl: string, number: number, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(urlOf(serverUrl, number), { maxRetriesPerRequest: 3 });
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}

function urlOf(serverUrl: string, number: number): string {
  const url = new URL(serverUrl);
  url.pathname = `/${number}`;
  return url.href;
}

function keyOf(number: number): string {
  return `moa-test:lease:${number}`;
}
