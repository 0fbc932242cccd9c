import { buses } from '@moa/testing';
import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { Library } from './support/library.ts';

const redis = buses.find(({ name }) => name === 'redis');

test.runIf(redis)('a router that can not be opened leaves no connection to Redis behind', async () => {
  const library = await Library.open();
  const bus = await redis?.open();
  const redisUrl = bus?.url;
  const watching = new Redis(redisUrl ?? '');
  const { db } = watching.options;
  const others = async () => {
    const lines = String(await watching.client('LIST')).split('\n');
    return lines.filter((line) => line.includes(` db=${db} `)).length - 1;
  };
  const options = { cache: { redisUrl }, persistedQueries: { redisUrl }, rateLimits: { redisUrl } };
  const before = await others();

  await expect(library.openRouter({ ...options, supergraphSdl: 'type Query {' })).rejects.toThrow('supergraph');
  await expect(library.openRouter({ ...options, trustedProxies: ['nowhere'] })).rejects.toThrow();
  await expect(library.openRouter({ ...options, host: '192.0.2.1' })).rejects.toThrow();
  await expect.poll(others).toBe(before);

  const router = await library.openRouter(options);
  await expect.poll(others).toBe(before + 3); // or it would have counted nothing
  await router.close();
  await expect.poll(others).toBe(before);
  await watching.quit();
  await bus?.close();
  await library.close();
});
