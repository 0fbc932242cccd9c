import { Redis } from 'ioredis';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buses, startRedis } from '../src/index.ts';
import { leaseRedisDatabase } from '../src/redis-lease.ts';
import { redisOnPath } from './redis-on-path.ts';

describe.each(buses)('a bus on $name', ({ name, open }) => {
  test('is handed to one test at a time', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    expect(one.url).toMatch(`${name}://`);
    expect(one.url).not.toBe(other.url);
    await Promise.all([one.close(), other.close()]);
  });
});

describe.skipIf(!redisOnPath())('a Redis of a test’s own', () => {
  test('with appendonly comes back from a SIGKILL with its data, without it empty', async () => {
    for (const appendonly of [true, false]) {
      const redis = await startRedis({ appendonly });
      onTestFinished(redis.stop);
      await withClient(redis.url, (client) => client.set('kept', '1'));
      await redis.kill('SIGKILL');
      await expect(withClient(redis.url, (client) => client.get('kept'))).rejects.toThrow();
      await redis.start();
      expect(await withClient(redis.url, (client) => client.get('kept'))).toBe(appendonly ? '1' : null);
    }
  });

  test('leases empty databases, no two the same, and takes them back empty', async () => {
    const server = await startRedis({ appendonly: false });
    onTestFinished(server.stop);
    await withClient(server.url.replace(/0$/, '1'), (client) => client.set('left', 'by a killed run'));

    const leases = await Promise.all(Array.from({ length: 15 }, () => leaseRedisDatabase(server.url)));
    expect(new Set(leases.map(({ url }) => url)).size).toBe(15);
    for (const { url } of leases) expect(await withClient(url, (client) => client.dbsize())).toBe(0);

    const waiting = leaseRedisDatabase(server.url);
    const [first] = leases;
    await withClient(first?.url ?? '', (client) => client.set('mine', '1'));
    await first?.close();
    const next = await waiting;
    expect(next.url).toBe(first?.url);
    expect(await withClient(next.url, (client) => client.dbsize())).toBe(0);
  });
});

async function withClient<T>(url: string, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => {});
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}
