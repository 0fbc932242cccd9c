import { post, until } from '@moa/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Router } from '../../src/index.ts';
import { Shop, type Version } from './shop.ts';

let shop: Shop;
let router: Router;

beforeEach(async () => {
  shop = await Shop.open();
  router = await shop.openRouter();
});
afterEach(async () => {
  await router.close();
  await shop.close();
});

type Data = { products?: { price?: number }[]; opensAt?: string };

const ask = (query: string) => post<Data>(`${router.url}/graphql`, { query });
const swapTo = (version: Version) => router.swap(shop.supergraph(version));
const codes = ({ errors = [] }: Awaited<ReturnType<typeof ask>>) => errors.map(({ extensions }) => extensions?.code);

test('a field is there as soon as a supergraph with it is served, and gone with one without', async () => {
  const stars = '{ products { stars } }';
  expect(codes(await ask(stars))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  expect(await swapTo('added')).toBe(true);
  expect((await ask(stars)).data).toEqual({ products: [{ stars: 5 }, { stars: 5 }, { stars: 5 }] });
  await swapTo('first');
  expect(codes(await ask(stars))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
});

test('a supergraph that can not be served is refused in words, and nothing changes', async () => {
  const query = '{ products { name } }';
  const before = await ask(query);
  await expect(router.swap('type Query {')).rejects.toThrow(
    'This is not a Federation 2 supergraph schema: Syntax Error',
  );
  await expect(router.swap('type Query { a: Int }')).rejects.toThrow('This is not a Federation 2 supergraph schema');
  await expect(router.swap('')).rejects.toThrow('This is not a Federation 2 supergraph schema');
  const { url } = shop.subgraphs.prices;
  await expect(router.swap(shop.supergraph('moved').replaceAll(url, ''))).rejects.toThrow(
    'The subgraph "prices" has no address',
  );
  expect(await ask(query)).toEqual(before);
  expect(await swapTo('first')).toBe(false);
});

test('an operation that is running ends on the supergraph that it began with, its subgraphs reachable', async () => {
  await swapTo('moved');
  const running = Array.from({ length: 20 }, () => ask('{ products { price } }'));
  await until(() => shop.subgraphs.catalog.calls.length > 0);
  await swapTo('reduced'); // prices has no place in it
  for (const { data, errors } of await Promise.all(running)) {
    expect(errors).toBeUndefined();
    const [price] = new Set(data?.products?.map((product) => product.price));
    expect([10, 20]).toContain(price);
  }
});

test('connections to subgraphs that stay are kept; those to one that is gone are closed', async () => {
  const both = '{ products { price left } }';
  await swapTo('moved');
  await ask(both);
  const opened = { ...shop.subgraphs.catalog.connections };
  expect(shop.subgraphs.prices.connections.open).toBe(1);
  await swapTo('added');
  await ask(both);
  await until(() => shop.subgraphs.prices.connections.open === 0);
  expect(shop.subgraphs.catalog.connections).toEqual(opened);
});

test('what the cache keeps is for the supergraph under which it was fetched', async () => {
  const hours = async () => (await ask('{ opensAt }')).data?.opensAt;
  const calls = () => shop.subgraphs.catalog.calls.length;
  expect(await hours()).toBe('9, says the catalog');
  const before = calls();
  expect(await hours()).toBe('9, says the catalog');
  expect(calls()).toBe(before);
  await swapTo('split');
  expect(await hours()).toBe('10, say the prices');
  await swapTo('first');
  expect(await hours()).toBe('9, says the catalog');
});

test('a router that is closed serves no other supergraph', async () => {
  await router.close();
  await expect(swapTo('moved')).rejects.toThrow('closing');
});
