import { subscribe, until } from '@moa/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Router } from '../../src/index.ts';
import { Shop, type Version } from './shop.ts';

let shop: Shop;
let router: Router;
let selling: NodeJS.Timeout | undefined;

beforeEach(async () => {
  shop = await Shop.open();
  router = await shop.openRouter();
});
afterEach(async () => {
  clearInterval(selling);
  await router.close();
  await shop.close();
});

type Event = { sold: { number: number; product: { name?: string; price?: number; left?: number } } };

const swapTo = (version: Version) => router.swap(shop.supergraph(version));

/** Subscribes, and collects what comes until it is closed. */
async function follow(query: string) {
  const news = subscribe<Event>(`${router.url}/graphql`, { query });
  const events: Event['sold'][] = [];
  const listeners = shop.sold.listeners;
  const ended = (async () => {
    for await (const { data, errors } of news) {
      expect(errors).toBeUndefined();
      if (data) events.push(data.sold);
    }
  })().catch((error: unknown) => error);
  await until(() => shop.sold.listeners > listeners);
  const numbers = () => events.map(({ number }) => number);
  return { events, numbers, ended, close: () => news.close() };
}

/** Sells on until `enough`. @returns the numbers of the sales until then */
async function sellUntil(enough: () => boolean): Promise<number[]> {
  const numbers: number[] = [];
  selling = setInterval(() => numbers.push(shop.sell()), 2);
  await until(enough);
  clearInterval(selling);
  return numbers;
}

test('with the same source the next event is completed by the new plan, and no subgraph is asked anew', async () => {
  const news = await follow('subscription { sold { number product { name left } } }');
  shop.sell();
  await until(() => news.events.length === 1);
  await swapTo('added');
  shop.sell();
  await until(() => news.events.length === 2);
  expect(news.events.map(({ product }) => product)).toEqual(Array(2).fill({ name: 'Product 1', left: 100 }));
  expect(shop.subgraphs.catalog.subscribers).toHaveLength(1);
  await news.close();
});

test.each([
  ['a field of the events comes from another subgraph', 'moved', 'catalog'],
  ['the events themselves come from another subgraph', 'split', 'prices'],
] as const)('where %s each event is told once, in order', async (_what, version, source) => {
  shop.price.catalog = shop.price.prices; // so that both tell the same
  const news = await follow('subscription { sold { number product { name price } } }');
  const sources = shop.subgraphs[source].subscribers;
  const before = sources.length;
  const swapAfterSome = async (): Promise<void> => {
    await until(() => news.events.length > 20);
    await swapTo(version);
  };
  const hasChanged = () => sources.length > before && shop.sold.listeners === 1;
  const swapping = swapAfterSome();
  await sellUntil(hasChanged);
  await swapping;
  const atChange = news.events.length;
  const sold = await sellUntil(() => news.events.length > atChange + 50);
  const last = sold.at(-1);
  await until(() => news.numbers().at(-1) === last);
  expect(news.numbers()).toEqual(Array.from({ length: news.events.length }, (_, index) => index + 1));
  expect(new Set(news.events.map(({ product }) => JSON.stringify(product)))).toEqual(
    new Set(['{"name":"Product 1","price":20}']),
  );
  await news.close();
  await until(() => shop.sold.listeners === 0);
});

test('a source that has nothing to say takes the place of the old one all the same', { timeout: 20_000 }, async () => {
  const news = await follow('subscription { sold { number product { price } } }');
  await swapTo('split');
  await until(() => shop.sold.listeners === 2);
  await until(() => shop.sold.listeners === 1, { timeoutMs: 15_000 });
  expect(shop.subgraphs.catalog.running).toBe(0);
  shop.sell();
  await until(() => news.events.length === 1);
  expect(news.events.map(({ product }) => product.price)).toEqual([20]);
  await news.close();
});

test('many swaps, one on the heels of the other, lose nothing either', async () => {
  const news = await follow('subscription { sold { number product { name price } } }');
  const swapAround = async (): Promise<void> => {
    for (let round = 0; round < 5; round += 1) {
      for (const version of ['moved', 'split', 'first'] as const) {
        const before = news.events.length;
        await until(() => news.events.length > before + round * 3);
        await swapTo(version);
      }
    }
  };
  let around = false;
  const swapping = swapAround().then(() => (around = true));
  const sold = await sellUntil(() => around);
  await swapping;
  await until(() => new Set(news.numbers()).size >= sold.length);
  expect([...new Set(news.numbers())].toSorted((a, b) => a - b)).toEqual(sold);
  await news.close();
  await until(() => shop.sold.listeners === 0);
});

test('what the new supergraph has no place for ends, told in words, after the last event', async () => {
  const [numbers, left] = [
    await follow('subscription { sold { number } }'),
    await follow('subscription { sold { number product { left } } }'),
  ];
  const without = shop.supergraph('added').replaceAll(/ left: Int @join__field.*$| left: Int$/gm, '');
  shop.sell();
  await router.swap(without);
  expect(await left.ended).toMatchObject({
    errors: [
      {
        message:
          'The schema has changed, and this subscription does not fit it any more: Cannot query field "left" on type "Product".',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId: expect.any(String) },
      },
    ],
  });
  expect(left.numbers()).toEqual([1]);
  shop.sell();
  await until(() => numbers.events.length === 2);

  await swapTo('reduced');
  expect(await numbers.ended).toMatchObject({
    errors: [
      { message: expect.stringContaining('The schema has changed'), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ],
  });
  await until(() => shop.sold.listeners === 0);
  await Promise.all([numbers.close(), left.close()]);
});

test('a source that can not be joined on the new supergraph ends its subscription', async () => {
  const news = await follow('subscription { sold { number } }');
  await shop.subgraphs.prices.stop();
  await swapTo('split');
  expect(await news.ended).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
  await until(() => shop.sold.listeners === 0);
  await news.close();
});
