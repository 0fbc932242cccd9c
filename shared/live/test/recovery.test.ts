import { spawnSync } from 'node:child_process';
import { createLogger } from '@moa/telemetry';
import { buses, openFreezableProxy, startRedis } from '@moa/testing';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type LiveLog, openLive } from '../src/index.ts';
import { type Readers, readersAt } from './readers.ts';
import { entry, resync, take } from './take.ts';

const logger = createLogger('live', 'silent');

/** Everything of the log gone, with the connections left alone. */
async function wipe(url: string): Promise<void> {
  if (url.startsWith('redis')) {
    const redis = new Redis(url);
    await redis.flushdb();
    redis.disconnect();
    return;
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop table live_log cascade');
  await client.end();
}

describe.each(buses)('the reader on $name', (bus) => {
  let home: Awaited<ReturnType<typeof bus.open>>;
  let live: LiveLog;
  let readers: Readers;

  beforeEach(async () => {
    home = await bus.open();
    live = await openLive({ url: home.url, logger });
    readers = readersAt(home.url);
  });

  afterEach(async () => {
    await live.close();
    await home.close();
  });

  test('is one for ten subscribers, who all hear everything', async () => {
    const subscribed = await Promise.all(Array.from({ length: 10 }, (_, n) => live.subscribe(`channel-${n % 2}`)));
    await live.append([0, 1].map((n) => ({ channel: `channel-${n}`, payload: n })));
    const heard = await Promise.all(subscribed.map((signals) => take(signals, 1)));
    expect(heard).toEqual(subscribed.map((_, n) => [entry(n % 2)]));
    expect(await readers.count()).toBe(1);
  });

  test('replaces a connection that was cut, and tells every subscriber to resync', async () => {
    const subscribed = [await live.subscribe('orders'), await live.subscribe('taxis')];
    await readers.kill();
    for (const signals of subscribed) expect(await take(signals, 1)).toEqual([resync]);
    await live.append(['orders', 'taxis'].map((channel) => ({ channel, payload: channel })));
    expect(await Promise.all(subscribed.map((signals) => take(signals, 1)))).toEqual([
      [entry('orders')],
      [entry('taxis')],
    ]);
  });

  test('goes on after its cursor: what was appended while it was away arrives, once', async () => {
    const signals = await live.subscribe('orders');
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    for (const n of numbers) {
      if (n % 30 === 10) await readers.kill();
      await live.append([{ channel: 'orders', payload: n }]);
    }
    const payloads: unknown[] = [];
    for await (const signal of signals) {
      if (signal.kind === 'entry') payloads.push(signal.payload);
      if (payloads.at(-1) === 99) break;
    }
    expect(payloads).toEqual(numbers);
  });

  test('notices a log that was wiped, and hears the new one', async () => {
    const signals = await live.subscribe('orders');
    await live.append([1, 2, 3].map((payload) => ({ channel: 'orders', payload })));
    expect(await take(signals, 3)).toEqual([entry(1), entry(2), entry(3)]);
    await wipe(home.url);
    expect(await take(signals, 1)).toEqual([resync]);
    await live.append([{ channel: 'orders', payload: 'new' }]);
    expect(await take(signals, 1)).toEqual([entry('new')]);
  });

  test('closes while its connection is lost', async () => {
    const signals = await live.subscribe('orders');
    await readers.kill();
    await live.close();
    expect((await take(signals, 2)).filter(({ kind }) => kind === 'entry')).toEqual([]);
  });
});

describe.each(buses)('while $name hangs', (bus) => {
  test('the log closes and ends its subscriptions', async () => {
    const home = await bus.open();
    onTestFinished(home.close);
    const proxy = await openFreezableProxy(home.url);
    onTestFinished(proxy.close);
    const live = await openLive({ url: proxy.url, logger });
    const signals = await live.subscribe('orders');
    await live.append([{ channel: 'orders', payload: 1 }]);
    expect(await take(signals, 1)).toEqual([entry(1)]);
    proxy.freeze();
    await live.close();
    expect(await take(signals, 1)).toEqual([]);
  });
});

const redisServer = spawnSync('redis-server', ['--version']).status === 0;
if (!redisServer)
  process.stdout.write('\n!!! redis-server is not on PATH: the test that restarts Redis is SKIPPED.\n\n');

describe.skipIf(!redisServer)('when Redis restarts', () => {
  test.each(['SIGTERM', 'SIGKILL'] as const)('after %s with nothing kept, the subscribers resync', async (how) => {
    const redis = await startRedis({ appendonly: false });
    const live = await openLive({ url: redis.url, logger });
    const signals = await live.subscribe('orders');
    await live.append([{ channel: 'orders', payload: 1 }]);
    expect(await take(signals, 1)).toEqual([entry(1)]);

    await redis.kill(how);
    await expect(live.append([{ channel: 'orders', payload: 2 }])).rejects.toThrow();
    await redis.start();
    expect(await take(signals, 1)).toEqual([resync]);
    await live.append([{ channel: 'orders', payload: 3 }]);
    expect(await take(signals, 1)).toEqual([entry(3)]);
    await live.close();
    await redis.stop();
  });
});
