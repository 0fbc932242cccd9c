import { createLogger } from '@moa/telemetry';
import { buses, type OpenBus } from '@moa/testing';
import { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRedis } from '../src/redis.ts';

const logger = createLogger('live', 'silent');
const letters = (count: number) => Array.from({ length: count }, (_, n) => ({ channel: 'letters', payload: n }));

const bus = buses.find(({ name }) => name === 'redis');

// The global setup says so loudly when there is no Redis.
describe.skipIf(bus === undefined)('the stream', () => {
  let home: OpenBus;
  let redis: Redis;
  let store: ReturnType<typeof openRedis>;

  beforeEach(async () => {
    if (bus === undefined) throw new Error('skipped');
    home = await bus.open();
    redis = new Redis(home.url);
    store = openRedis(home.url, logger);
  });

  afterEach(async () => {
    await store.close();
    redis.disconnect();
    await home.close();
  });

  test('a reader overtaken by the trimming is told of the gap, once', async () => {
    const reader = await store.read(undefined);
    await store.append(letters(1));
    expect(await reader.next()).toEqual({ entries: letters(1), gap: false, lagMs: expect.any(Number) });
    await store.append(letters(700));
    await redis.xtrim('moa:live', 'MAXLEN', 550);
    const overtaken = await reader.next();
    expect([overtaken.gap, overtaken.entries.length]).toEqual([true, 500]);
    expect(await reader.next()).toEqual({ entries: letters(700).slice(-50), gap: false, lagMs: expect.any(Number) });
    await reader.close();
  });

  test('a reader far behind with nothing trimmed has no gap', async () => {
    const reader = await store.read(undefined);
    await store.append(letters(1));
    await reader.next();
    await store.append(letters(700));
    expect((await reader.next()).gap).toBe(false);
    await reader.close();
  });

  test('a stream begun anew with smaller ids, as by a clock set back, is read on', async () => {
    await store.append(letters(1));
    const reader = await store.read(undefined);
    await redis.del('moa:live');
    const add = (id: string, payload: string) => redis.xadd('moa:live', id, 'channel', 'letters', 'payload', payload);
    await add('1-1', '"unseen"');
    expect(await reader.next()).toEqual({ entries: [], gap: true, lagMs: 0 });
    await add('1-2', '"seen"');
    expect(await reader.next()).toEqual({
      entries: [{ channel: 'letters', payload: 'seen' }],
      gap: false,
      lagMs: expect.any(Number),
    });
    await reader.close();
  });

  test('a reader that comes back to such a stream begins at its end', async () => {
    await redis.xadd('moa:live', '1-1', 'channel', 'letters', 'payload', '0');
    const reader = await store.read('99-0');
    expect(reader.cursor).toBe('1-1');
    await reader.close();
  });
});
