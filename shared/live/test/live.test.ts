import { createLogger } from '@moa/telemetry';
import { buses } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LiveLog, openLive } from '../src/index.ts';
import { entry, resync, take } from './take.ts';

const logger = createLogger('live', 'silent');

describe.each(buses)('the live log on $name', (bus) => {
  let home: Awaited<ReturnType<typeof bus.open>>;
  let opened: LiveLog[];

  beforeEach(async () => {
    home = await bus.open();
    opened = [];
  });

  afterEach(async () => {
    await Promise.all(opened.map((live) => live.close()));
    await home.close();
  });

  const open = async () => {
    const live = await openLive({ url: home.url, logger });
    opened.push(live);
    return live;
  };

  test('two subscribers, each with a log of its own, get everything in order, and only of their channel', async () => {
    const [here, there] = [await open(), await open()];
    const subscribed = [await here.subscribe('orders'), await there.subscribe('orders')];
    await here.append([
      { channel: 'orders', payload: { n: 1 } },
      { channel: 'taxis', payload: { n: 2 } },
      { channel: 'orders', payload: [3, null, 'three'] },
    ]);
    await there.append([{ channel: 'orders', payload: null }]);
    for (const signals of subscribed) {
      expect(await take(signals, 3)).toEqual([entry({ n: 1 }), entry([3, null, 'three']), entry(null)]);
    }
  });

  test('what was appended before is not delivered, what is appended afterwards is', async () => {
    const live = await open();
    await live.append([{ channel: 'orders', payload: 'before' }]);
    const reader = await open();
    const signals = await reader.subscribe('orders');
    await live.append([{ channel: 'orders', payload: 'after' }]);
    expect(await take(signals, 1)).toEqual([entry('after')]);
  });

  test('one of two subscribers leaves, the other goes on', async () => {
    const live = await open();
    const leaving = await live.subscribe('orders');
    const staying = await live.subscribe('orders');
    await live.append([{ channel: 'orders', payload: 1 }]);
    expect(await take(leaving, 1)).toEqual([entry(1)]);
    await leaving.return?.();
    await live.append([{ channel: 'orders', payload: 2 }]);
    expect(await take(staying, 2)).toEqual([entry(1), entry(2)]);
    expect(await leaving.next()).toEqual({ done: true, value: undefined });
  });

  test('a channel that everyone has left can be subscribed to again', async () => {
    const live = await open();
    await (await live.subscribe('orders')).return?.();
    const signals = await live.subscribe('orders');
    await live.append([{ channel: 'orders', payload: 1 }]);
    expect(await take(signals, 1)).toEqual([entry(1)]);
  });

  test('of eight appenders over two open logs every entry arrives once, each appender in order', async () => {
    const lives = [await open(), await open()];
    const reader = await open();
    const signals = await reader.subscribe('orders');
    const each = 60;
    const appenders = Array.from({ length: 8 }, async (_, who) => {
      const live = lives[who % 2];
      for (let n = 0; n < each; n += 1) await live?.append([{ channel: 'orders', payload: { who, n } }]);
    });
    const seen = await take(signals, 8 * each);
    await Promise.all(appenders);
    const inOrder = Array.from({ length: each }, (_, n) => n);
    for (let who = 0; who < 8; who += 1) {
      const mine = seen.map((signal) => (signal.kind === 'entry' ? signal.payload : signal));
      expect(mine.filter((payload) => isFrom(who, payload)).map((payload) => numberOf(payload))).toEqual(inOrder);
    }
  });

  test('nothing appended after subscribe has resolved is missed, while others append all the time', async () => {
    const live = await open();
    let busy = true;
    const noise = (async () => {
      while (busy) await live.append([{ channel: 'noise', payload: 0 }]);
    })();
    for (let n = 0; n < 20; n += 1) {
      const reader = await openLive({ url: home.url, logger });
      const signals = await reader.subscribe('orders');
      await live.append([{ channel: 'orders', payload: n }]);
      expect(await take(signals, 1)).toEqual([entry(n)]);
      await reader.close();
    }
    busy = false;
    await noise;
  });

  test('one who reads too slowly gets one resync for what piled up, then what came later', async () => {
    const live = await open();
    const slow = await live.subscribe('orders');
    const prompt = await live.subscribe('orders');
    const many = Array.from({ length: 1_001 }, (_, n) => ({ channel: 'orders', payload: n }));
    const reading = take(prompt, 1_002);
    await live.append(many);
    await live.append([{ channel: 'orders', payload: 'later' }]);
    expect((await reading).at(-1)).toEqual(entry('later'));
    expect(await take(slow, 2)).toEqual([resync, entry('later')]);
  });

  test('close ends every subscription, one that waits too, and refuses new ones', async () => {
    const live = await open();
    const signals = await live.subscribe('orders');
    const waiting = signals.next();
    await live.close();
    expect(await waiting).toEqual({ done: true, value: undefined });
    for await (const signal of signals) expect.unreachable(JSON.stringify(signal));
    await expect(live.subscribe('orders')).rejects.toThrow(/closed/);
  });

  test('an empty home may be opened many times at once', async () => {
    await Promise.all(Array.from({ length: 6 }, open));
  });
});

test('a URL that nothing answers at is refused with a message that names the place', async () => {
  await expect(openLive({ url: 'redis://127.0.0.1:1/0', logger })).rejects.toThrow(/127.0.0.1:1/);
  await expect(openLive({ url: 'postgres://127.0.0.1:1/bus', logger })).rejects.toThrow(/127.0.0.1:1\/bus/);
  await expect(openLive({ url: 'amqp://127.0.0.1', logger })).rejects.toThrow(/amqp/);
});

const isFrom = (who: number, payload: unknown) =>
  typeof payload === 'object' && payload !== null && 'who' in payload && payload.who === who;
const numberOf = (payload: unknown) =>
  typeof payload === 'object' && payload !== null && 'n' in payload ? payload.n : undefined;
