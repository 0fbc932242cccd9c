import { randomUUID } from 'node:crypto';
import { buses, openFreezableProxy, post, until } from '@moa/testing';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshnessOf } from '../src/cache/http-headers.ts';
import type { Router, RouterOptions } from '../src/index.ts';
import { Library } from './support/library.ts';

let library: Library;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  library = await Library.open();
});
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
  Object.assign(library, { opens: '9', opensFor: 60, untilTold: undefined, untilDone: undefined });
});
afterAll(() => library.close());

async function openRouter(cache: RouterOptions['cache']): Promise<string> {
  const router: Router = await library.openRouter({
    ...(cache !== undefined && { cache }),
    rateLimits: { mutationsPerMinute: 0 },
  });
  open.push(router);
  return `${router.url}/graphql`;
}

const ask = async (url: string, query = '{ opensAt }', variables: Record<string, unknown> = {}) =>
  (await post(url, { query, variables })).data;
const openAt = (url: string, hour: string) => ask(url, `mutation { openAt(hour: "${hour}") }`);
const calls = () => library.subgraphs.books.calls.length;

/** How often the subgraph is called while the question is asked. */
async function callsFor(url: string, query?: string, variables?: Record<string, unknown>): Promise<number> {
  const before = calls();
  await ask(url, query, variables);
  return calls() - before;
}

/** A user of a Redis whose commands can be refused, as a Redis that is full refuses them. */
async function redisUser(url: string) {
  const redis = new Redis(url);
  const name = randomUUID();
  open.push(
    { close: async () => void (await redis.quit()) },
    { close: async () => void (await redis.acl('DELUSER', name)) },
  );
  await redis.acl('SETUSER', name, 'on', '>secret', '~*', '+@all');
  return {
    url: Object.assign(new URL(url), { username: name, password: 'secret' }).href,
    allow: (...commands: string[]) => redis.acl('SETUSER', name, ...commands),
  };
}

describe.each(buses.map(({ name, open: openBus }) => ({ store: name === 'redis' ? 'redis' : 'memory', openBus })))(
  'answers that are kept in $store',
  ({ store, openBus }) => {
    let cache: { redisUrl?: string };
    beforeEach(async () => {
      cache = {};
      if (store === 'memory') return;
      const bus = await openBus();
      open.push(bus);
      cache = { redisUrl: bus.url };
    });
    /** Redis takes a moment to be connected to, and to have what is kept. */
    const untilKept = (url: string, query?: string) => until(async () => (await callsFor(url, query)) === 0);

    test('come from the subgraph once, for each document, operation and set of variables (W6)', async () => {
      const url = await openRouter(cache);
      await untilKept(url);
      expect(await callsFor(url)).toBe(0);
      const byDay = 'query ($day: Int) { opensAt(day: $day) }';
      expect([await callsFor(url, byDay, { day: 1 }), await callsFor(url, byDay, { day: 2 })]).toEqual([1, 1]);
      expect(await ask(url)).toEqual({ opensAt: '9' });
    });

    test('are thrown away before the mutation that changes them is answered (W6)', async () => {
      const url = await openRouter(cache);
      await untilKept(url);
      for (const hour of ['10', '11', '12']) {
        await openAt(url, hour);
        expect(await ask(url)).toEqual({ opensAt: hour });
      }
    });

    test('a read that is overtaken by a change is not kept (W6)', async () => {
      const url = await openRouter(cache);
      await untilKept(url);
      await openAt(url, '10');
      const told = Promise.withResolvers<void>();
      library.untilTold = told.promise;
      const before = calls();
      const reading = ask(url);
      await until(() => calls() > before);
      await openAt(url, '11');
      library.untilTold = undefined;
      told.resolve();
      expect(await reading).toEqual({ opensAt: '10' });
      expect(await ask(url)).toEqual({ opensAt: '11' });
    });

    test('while nobody knows whether a change has happened, nothing is kept', async () => {
      const url = await openRouter(cache);
      await untilKept(url);
      const done = Promise.withResolvers<void>();
      library.untilDone = done.promise;
      const changing = openAt(url, '10');
      await until(() => library.opens === '10');
      library.subgraphs.books.breakOff();
      expect(await changing).toEqual({ openAt: null });
      done.resolve();
      library.untilDone = undefined;
      expect([await callsFor(url), await callsFor(url), await callsFor(url)]).toEqual([1, 1, 1]);
    });

    test.runIf(store === 'redis')('are thrown away at every router that stands beside (W6)', async () => {
      const [one, other] = [await openRouter(cache), await openRouter(cache)];
      await untilKept(one);
      await untilKept(other);
      await openAt(one, '10');
      expect([await ask(one), await ask(other)]).toEqual([{ opensAt: '10' }, { opensAt: '10' }]);
    });

    test.runIf(store === 'redis')(
      'are thrown away late, but not given out here, where Redis refuses to (W6)',
      async () => {
        const { url: asUser, allow } = await redisUser(cache.redisUrl ?? '');
        const [one, other] = [await openRouter({ redisUrl: asUser }), await openRouter(cache)];
        await untilKept(one);
        await untilKept(other);
        await allow('-mset');
        await openAt(one, '10');
        expect([await ask(one), await ask(one)]).toEqual([{ opensAt: '10' }, { opensAt: '10' }]);
        await allow('+mset');
        await untilKept(one);
        expect(await ask(other)).toEqual({ opensAt: '10' });
      },
    );

    test.runIf(store === 'redis')(
      'while nobody knows whether a change has happened, nothing is kept, even where Redis refused to hear of it',
      async () => {
        const { url: asUser, allow } = await redisUser(cache.redisUrl ?? '');
        const [one, other] = [await openRouter({ redisUrl: asUser }), await openRouter(cache)];
        await untilKept(one);
        await untilKept(other);
        const done = Promise.withResolvers<void>();
        library.untilDone = done.promise;
        await allow('-set', '-mset');
        const changing = openAt(one, '10');
        await until(() => library.opens === '10');
        library.subgraphs.books.breakOff();
        expect(await changing).toEqual({ openAt: null });
        expect(await callsFor(one)).toBe(1);
        await allow('+set', '+mset');
        expect([await callsFor(one), await callsFor(one), await callsFor(other), await callsFor(other)]).toEqual([
          1, 1, 1, 1,
        ]);
        done.resolve();
      },
    );

    test('take up no more room than there is: those that nobody asked for the longest go', async () => {
      const url = await openRouter(cache);
      await untilKept(url);
      library.opens = 'x'.repeat(4_000_000);
      const byDay = 'query ($day: Int) { opensAt(day: $day) }';
      for (const day of [1, 2, 3, 4, 5, 6, 7, 8]) await ask(url, byDay, { day });
      await until(async () => (await callsFor(url, byDay, { day: 8 })) === 0);
      expect([await callsFor(url, byDay, { day: 1 }), await callsFor(url)]).toEqual([0, 0]);
      await until(async () => (await callsFor(url, byDay, { day: 9 })) === 0);
      const again = [
        await callsFor(url, byDay, { day: 1 }),
        await callsFor(url),
        await callsFor(url, byDay, { day: 2 }),
      ];
      expect(again).toEqual([0, 0, 1]);
    });

    test.runIf(store === 'redis')('are fetched while Redis is frozen', async () => {
      const proxy = await openFreezableProxy(cache.redisUrl ?? '');
      open.push(proxy);
      const url = await openRouter({ redisUrl: proxy.url });
      await untilKept(url);
      proxy.freeze();
      expect(await ask(url)).toEqual({ opensAt: '9' });
    });
  },
);

test('what a subgraph does not call public, or answers with an error, is fetched each time', async () => {
  const url = await openRouter({});
  const book = '{ book(isbn: "1") { title } }';
  expect([await callsFor(url, book), await callsFor(url, book)]).toEqual([1, 1]);
  const mixed = '{ opensAt latestReview { text } }';
  expect([await callsFor(url, mixed), await callsFor(url, mixed)]).toEqual([1, 1]);
  const broken = '{ opensAt brokenBook { title } }';
  expect([await callsFor(url, broken), await callsFor(url, broken)]).toEqual([1, 1]);
  library.opensFor = 0;
  expect([await callsFor(url), await callsFor(url)]).toEqual([1, 1]);
});

test('an answer is as old as its question when it comes: one second is over by then', async () => {
  const url = await openRouter({});
  library.opensFor = 1;
  expect([await callsFor(url), await callsFor(url), await callsFor(url)]).toEqual([1, 1, 1]);
});

test('nothing is kept where the cache is off', async () => {
  const url = await openRouter(false);
  expect([await callsFor(url), await callsFor(url)]).toEqual([1, 1]);
});

test.each([
  ['public, max-age=60', undefined, 60],
  ['max-age=60, PUBLIC', undefined, 60],
  ['public, max-age=60, s-maxage=10', undefined, 10],
  ['public, max-age=60', '20', 40],
  ['public, max-age=60', '90', 0],
  ['max-age=60', undefined, 0],
  ['max-age=60, private', undefined, 0],
  ['public, no-store, max-age=60', undefined, 0],
  ['public, max-age=soon', undefined, 0],
  [undefined, undefined, 0],
])('cache-control: %s with age %s allows %d seconds', (control, age, maxAge) => {
  expect(freshnessOf({ 'cache-control': control, age }).maxAge).toBe(maxAge);
});

test.each([
  ['Accept-Encoding, Origin', 60],
  ['accept-encoding, Authorization', 0],
  ['Accept-Language', 0],
  ['*', 0],
])('vary: %s allows %d seconds of 60', (vary, maxAge) => {
  expect(freshnessOf({ 'cache-control': 'public, max-age=60', vary }).maxAge).toBe(maxAge);
});

test.each([
  ['"cache"', true],
  ['"cookies", "cache"', true],
  ['"*"', true],
  ['"cookies"', false],
  [undefined, false],
])('clear-site-data: %s', (header, clearsCache) => {
  expect(freshnessOf({ 'clear-site-data': header }).clearsCache).toBe(clearsCache);
});
