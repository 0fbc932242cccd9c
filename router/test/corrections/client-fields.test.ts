import { subscribe } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../support/subgraph.ts';
import { type Graph, link, openGraph } from './graph.ts';

type Upc = { upc: string };
const rates: Record<string, number> = { KRW: 1000, EUR: 1 };

const products: Definition = {
  name: 'products',
  sdl: `${link}
    scalar JSON
    interface Item { upc: ID! name: String price(currency: String = "KRW"): Int }
    union Thing = Product | Note
    type Query { products: [Product!] product(upc: ID!): Product items: [Item!] things: [Thing!] }
    type Mutation { rename(upc: ID!, name: String!): Product }
    type Note { upc: Int text: String }
    type Size { width(unit: String): Int height: Int tag: String }
    type Product implements Item @key(fields: "upc") {
      upc: ID! name: String price(currency: String = "KRW"): Int weight: Int size(round: Boolean): Size json: JSON
      broken: String similar: [[Product!]!] @listSize(assumedSize: 2)
    }`,
  resolvers: {
    Query: {
      products: () => [{ upc: '1' }, { upc: '2' }],
      product: (_: unknown, { upc }: Upc) => ({ upc }),
      items: () => [{ __typename: 'Product', upc: '1' }],
      things: () => [
        { __typename: 'Product', upc: '1' },
        { __typename: 'Note', upc: 5, text: 'a note' },
      ],
    },
    Mutation: { rename: (_: unknown, { upc }: Upc) => ({ upc }) },
    Thing: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Item: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    Product: {
      __resolveReference: ({ upc }: Upc) => ({ upc }),
      name: ({ upc }: Upc) => `Product ${upc}`,
      price: ({ upc }: Upc, { currency }: { currency: string }) => (rates[currency] ?? 0) * Number(upc),
      weight: ({ upc }: Upc) => Number(upc) * 10,
      size: (_: unknown, { round }: { round?: boolean }) => ({ round }),
      json: () => ({ upc: 'in a scalar', client_upc: 'too' }),
      broken: () => {
        throw new Error('out of order');
      },
      similar: ({ upc }: Upc) => [[{ upc: upc === '1' ? '2' : '1' }], []],
    },
    Size: {
      width: ({ round }: { round?: boolean }, { unit }: { unit?: string }) =>
        (round ? 100 : 99) * (unit === 'mm' ? 10 : 1),
      height: () => 7,
      tag: () => 'M',
    },
  },
};
const shipping: Definition = {
  name: 'shipping',
  sdl: `${link}
    type Query { parcel: Product }
    type Subscription { shipped: Product }
    type Size { width(unit: String): Int @external height: Int @external }
    type Product @key(fields: "upc") {
      upc: ID!
      price(currency: String = "KRW"): Int @external
      weight: Int @external
      size(round: Boolean): Size @external
      inStock: Boolean
      postage: String @requires(fields: "price weight")
      volume: String @requires(fields: "size { width height }")
    }`,
  resolvers: {
    Query: { parcel: () => ({ upc: '2' }) },
    Subscription: {
      shipped: {
        subscribe: async function* () {
          yield { shipped: { upc: '1' } };
          yield { shipped: { upc: '2' } };
        },
      },
    },
    Product: {
      __resolveReference: (product: object) => product,
      inStock: ({ upc }: Upc) => upc === '1',
      postage: ({ price, weight }: { price: number; weight: number }) => `${price} ${weight}`,
      volume: ({ size }: { size: { width: number; height: number } }) => `${size.width}x${size.height}`,
    },
  },
};

let graph: Graph;
beforeAll(async () => {
  graph = await openGraph([products, shipping]);
});
afterAll(() => graph.close());

describe('plain @apollo/gateway answers wrongly, ours rightly', () => {
  test.each<[what: string, query: string, right: unknown]>([
    [
      'an alias that is the name of a key',
      '{ products { upc: name inStock } }',
      {
        products: [
          { upc: 'Product 1', inStock: true },
          { upc: 'Product 2', inStock: false },
        ],
      },
    ],
    [
      'an alias that is the name of a required field',
      '{ products { price: name postage } }',
      {
        products: [
          { price: 'Product 1', postage: '1000 10' },
          { price: 'Product 2', postage: '2000 20' },
        ],
      },
    ],
    [
      'an argument of a required field',
      '{ product(upc: "1") { price(currency: "EUR") postage } }',
      { product: { price: 1, postage: '1000 10' } },
    ],
    [
      'an argument of a required object',
      '{ product(upc: "1") { size(round: true) { width } volume } }',
      { product: { size: { width: 100 }, volume: '99x7' } },
    ],
    [
      'an alias within a required object',
      '{ product(upc: "1") { size { width: height tag } volume } }',
      { product: { size: { width: 7, tag: 'M' }, volume: '99x7' } },
    ],
    [
      'an argument within a required object',
      '{ product(upc: "1") { size { width(unit: "mm") } volume } }',
      { product: { size: { width: 990 }, volume: '99x7' } },
    ],
    [
      'a field of an interface',
      '{ items { upc: name ... on Product { inStock } } }',
      { items: [{ upc: 'Product 1', inStock: true }] },
    ],
    [
      'an alias called __typename',
      '{ product(upc: "1") { __typename: name inStock } }',
      { product: { __typename: 'Product 1', inStock: true } },
    ],
    [
      'fields in fragments that merge',
      `{ product(upc: "1") { ...one ... on Product { size: size(round: true) { height: width } } inStock volume } }
       fragment one on Product { ... on Item { upc: name } size: size(round: true) { width } }`,
      { product: { upc: 'Product 1', size: { width: 100, height: 100 }, inStock: true, volume: '99x7' } },
    ],
    [
      'fields below lists of lists',
      '{ product(upc: "1") { similar { upc: name postage similar { price: weight postage } } } }',
      {
        product: {
          similar: [[{ upc: 'Product 2', postage: '2000 20', similar: [[{ price: 10, postage: '1000 10' }], []] }], []],
        },
      },
    ],
    [
      'a mutation',
      'mutation { rename(upc: "1", name: "x") { upc: name inStock } }',
      { rename: { upc: 'Product 1', inStock: true } },
    ],
    [
      'the way back into the subgraph that requires',
      '{ parcel { upc: inStock weight: postage postage: volume } }',
      { parcel: { upc: false, weight: '2000 20', postage: '99x7' } },
    ],
  ])('%s', async (_what, query, right) => {
    expect((await graph.plain(query)).data).not.toEqual(right);
    const { data, errors } = await graph.ours(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual(right);
  });

  test('@skip and @include', async () => {
    const query = `query($yes: Boolean!) {
      product(upc: "1") { upc: name @include(if: $yes) price: weight @skip(if: $yes) postage }
    }`;
    expect((await graph.plain(query, { yes: true })).data).not.toEqual({
      product: { upc: 'Product 1', postage: '1000 10' },
    });
    expect((await graph.ours(query, { yes: true })).data).toEqual({
      product: { upc: 'Product 1', postage: '1000 10' },
    });
    expect((await graph.ours(query, { yes: false })).data).toEqual({ product: { price: 10, postage: '1000 10' } });
  });

  test('a variable as the argument', async () => {
    const query = 'query($currency: String) { product(upc: "1") { price(currency: $currency) postage } }';
    expect((await graph.plain(query, { currency: 'EUR' })).data).toEqual({ product: { price: 1, postage: '1 10' } });
    expect((await graph.ours(query, { currency: 'EUR' })).data).toEqual({ product: { price: 1, postage: '1000 10' } });
  });
});

test.each<[fields: string, yes: unknown, no: unknown]>([
  ['upc @include(if: $yes) inStock', { upc: '1', inStock: true }, { inStock: true }],
  ['price @include(if: $yes) postage', { price: 1000, postage: '1000 10' }, { postage: '1000 10' }],
  [
    'size @include(if: $yes) { tag width } volume',
    { size: { tag: 'M', width: 99 }, volume: '99x7' },
    { volume: '99x7' },
  ],
  [
    '... @include(if: $yes) { price: name } postage',
    { price: 'Product 1', postage: '1000 10' },
    { postage: '1000 10' },
  ],
])('a needed field that the client may leave out: %s', async (fields, yes, no) => {
  const query = `query($yes: Boolean!) { product(upc: "1") { ${fields} } }`;
  expect((await graph.ours(query, { yes: true })).data).toEqual({ product: yes });
  expect((await graph.ours(query, { yes: false })).data).toEqual({ product: no });
});

test('one name for a key of one type and another field of another type', async () => {
  const query = '{ things { ... on Product { upc: weight inStock } ... on Note { upc text } } }';
  const right = {
    things: [
      { upc: 10, inStock: true },
      { upc: 5, text: 'a note' },
    ],
  };
  expect((await graph.ours(query)).data).toEqual(right);
});

test('objects in scalars keep their keys', async () => {
  const query = '{ product(upc: "1") { upc: name json inStock } }';
  const json = { upc: 'in a scalar', client_upc: 'too' };
  expect((await graph.ours(query)).data).toEqual({ product: { upc: 'Product 1', json, inStock: true } });
});

test('an alias that is the name of ours', async () => {
  const query = '{ product(upc: "1") { upc: name client_upc: weight inStock } }';
  expect((await graph.ours(query)).data).toEqual({ product: { upc: 'Product 1', client_upc: 10, inStock: true } });
});

test('the answer keeps the order of the request', async () => {
  const { data } = await graph.ours('{ product(upc: "1") { postage upc: name weight price: inStock } }');
  expect(JSON.stringify(data)).toBe('{"product":{"postage":"1000 10","upc":"Product 1","weight":10,"price":true}}');
});

test('errors tell the name that the client gave', async () => {
  const { data, errors } = await graph.ours('{ products { upc: broken inStock } }');
  expect(data).toEqual({
    products: [
      { upc: null, inStock: true },
      { upc: null, inStock: false },
    ],
  });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['products', 0, 'upc'],
    ['products', 1, 'upc'],
  ]);
});

test('an error of a field that the planner needs is not told of the one that has its name', async () => {
  await graph.subgraphs.products?.stop();
  const { data, errors } = await graph.ours('{ parcel { price: inStock postage } }');
  await graph.subgraphs.products?.start();
  expect(data).toEqual({ parcel: { price: false, postage: null } });
  expect(errors?.map(({ path }) => path)).toEqual([['parcel']]);
});

test('events of a subscription', async () => {
  const query = 'subscription { shipped { upc: name price: inStock postage } }';
  const events: unknown[] = [];
  for await (const { data } of subscribe(`${graph.url.replace('http', 'ws')}/graphql`, { query })) events.push(data);
  expect(events).toEqual([
    { shipped: { upc: 'Product 1', price: true, postage: '1000 10' } },
    { shipped: { upc: 'Product 2', price: false, postage: '2000 20' } },
  ]);
});

test('where nothing meets, subgraphs are asked what plain @apollo/gateway asks them', async () => {
  const query = '{ product(upc: "1") { upc price weight size { width } postage volume } }';
  const calls = async (ask: () => Promise<unknown>): Promise<readonly string[]> => {
    const all = Object.values(graph.subgraphs).map((subgraph) => ({ subgraph, before: subgraph.calls.length }));
    await ask();
    return all.flatMap(({ subgraph, before }) => subgraph.calls.slice(before).map((call) => call.query));
  };
  const plain = await calls(() => graph.plain(query));
  expect(plain).toHaveLength(2);
  expect(await calls(() => graph.ours(query))).toEqual(plain);
});
