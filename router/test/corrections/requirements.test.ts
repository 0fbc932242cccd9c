import { subscribe } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Definition } from '../support/subgraph.ts';
import { type Graph, link, openGraph } from './graph.ts';

type Id = { id: string };
const rates: Record<string, number | null> = { USD: 1, EUR: 2, FREE: 0, NONE: null };
const priceIn = (id: string, currency: string | undefined): number | null => {
  const rate = rates[currency ?? 'USD'];
  return rate === null || rate === undefined ? null : rate * Number(id);
};

const products: Definition = {
  name: 'products',
  sdl: `${link}
    interface Priced { price(currency: String): Int }
    type Query { products: [Product!] product(id: ID!): Product media: [Medium!] }
    type Size { length(unit: String): Int weight: Int }
    type Product implements Priced @key(fields: "id") {
      id: ID! name: String price(currency: String): Int size(round: Boolean): Size parts: [Size!] broken(hard: Boolean): Int
    }
    interface Medium @key(fields: "id") { id: ID! price(currency: String): Int }
    type Book implements Medium @key(fields: "id") { id: ID! price(currency: String): Int }
    type Film implements Medium @key(fields: "id") { id: ID! price(currency: String): Int }`,
  resolvers: {
    Query: {
      products: () => [{ id: '1' }, { id: '2' }],
      product: (_: unknown, { id }: Id) => ({ id }),
      media: () => [
        { __typename: 'Book', id: '3' },
        { __typename: 'Film', id: '4' },
      ],
    },
    Product: {
      __resolveReference: ({ id }: Id) => ({ id }),
      name: ({ id }: Id) => `Product ${id}`,
      price: ({ id }: Id, { currency }: { currency?: string }) => priceIn(id, currency),
      size: (_: unknown, { round }: { round?: boolean }) => ({ times: round ? 100 : 1 }),
      parts: () => [{ times: 1 }, { times: 2 }],
      broken: (_: unknown, { hard }: { hard?: boolean }) => {
        if (hard) throw new Error('out of order');
        return 1;
      },
    },
    Size: {
      length: ({ times }: { times: number }, { unit }: { unit?: string }) => times * (unit === 'mm' ? 10 : 1),
      weight: ({ times }: { times: number }) => times * 7,
    },
    Medium: {
      __resolveType: ({ __typename }: { __typename: string }) => __typename,
      __resolveReference: ({ id }: Id) => ({ __typename: id === '3' ? 'Book' : 'Film', id }),
    },
    Book: {
      __resolveReference: ({ id }: Id) => ({ id }),
      price: ({ id }: Id, { currency }: { currency?: string }) => priceIn(id, currency),
    },
    Film: {
      __resolveReference: ({ id }: Id) => ({ id }),
      price: ({ id }: Id, { currency }: { currency?: string }) => priceIn(id, currency),
    },
  },
};

/** What the subgraph was told, as a text; of objects only the keys that were required. */
const told =
  (...names: string[]) =>
  (product: Record<string, unknown>) =>
    JSON.stringify(
      names.map((name) => product[name] ?? null),
      ['length', 'weight'],
    );

const shops: Definition = {
  name: 'shops',
  sdl: `${link}
    type Query { cart: [Product!] }
    type Subscription { sold: Product }
    type Size { length(unit: String): Int @external weight: Int @external }
    type Product @key(fields: "id") {
      id: ID!
      price(currency: String): Int @external
      size(round: Boolean): Size @external
      parts: [Size!] @external
      broken(hard: Boolean): Int @external
      shelf(named: String): String
      anyPrice: String @requires(fields: "price")
      dollars: String @requires(fields: "price(currency: \\"USD\\")")
      euros: String @requires(fields: "price(currency: \\"EUR\\")")
      gift: String @requires(fields: "price(currency: \\"FREE\\")")
      priceless: String @requires(fields: "price(currency: \\"NONE\\")")
      eurosAndSize: String @requires(fields: "price(currency: \\"EUR\\") size { weight }")
      roundSize: String @requires(fields: "size(round: true) { length(unit: \\"mm\\") weight }")
      partsInMm: String @requires(fields: "parts { length(unit: \\"mm\\") weight }")
      sizeInMm: String @requires(fields: "size { length(unit: \\"mm\\") }")
      sizeInCm: String @requires(fields: "size { length }")
      partsInCm: String @requires(fields: "parts { length }")
      soft: String @requires(fields: "broken")
      hard: String @requires(fields: "broken(hard: true)")
      neighbour: Product
    }
    type Medium @key(fields: "id") @interfaceObject {
      id: ID! price(currency: String): Int @external
      dollars: String @requires(fields: "price(currency: \\"USD\\")")
      euros: String @requires(fields: "price(currency: \\"EUR\\")")
    }`,
  resolvers: {
    Query: { cart: () => [{ id: '2' }] },
    Subscription: {
      sold: {
        subscribe: async function* () {
          yield { sold: { id: '1' } };
          yield { sold: { id: '2' } };
        },
      },
    },
    Product: {
      __resolveReference: (product: object) => product,
      shelf: ({ id }: Id, { named = '' }: { named?: string }) => `${named}${id}`,
      anyPrice: told('price'),
      dollars: told('price'),
      euros: told('price'),
      gift: told('price'),
      priceless: (product: object) => ('price' in product ? String(product.price) : 'not told'),
      eurosAndSize: told('price', 'size'),
      roundSize: told('size'),
      partsInMm: told('parts'),
      sizeInMm: ({ size }: { size: { length: number } }) => String(size.length),
      sizeInCm: ({ size }: { size: { length: number } }) => String(size.length),
      partsInCm: ({ parts }: { parts: { length: number }[] }) => JSON.stringify(parts.map(({ length }) => length)),
      soft: told('broken'),
      hard: told('broken'),
      neighbour: ({ id }: Id) => ({ id: String(Number(id) + 1) }),
    },
    Medium: { __resolveReference: (medium: object) => medium, dollars: told('price'), euros: told('price') },
  },
};
const customs: Definition = {
  name: 'customs',
  sdl: `${link}
    type Product @key(fields: "id") {
      id: ID!
      price(currency: String): Int @external
      euros: String @external
      tax: String @requires(fields: "price(currency: \\"USD\\")")
      declared: String @requires(fields: "euros price(currency: \\"EUR\\")")
    }`,
  resolvers: {
    Product: { __resolveReference: (product: object) => product, tax: told('price'), declared: told('euros', 'price') },
  },
};

let graph: Graph;
beforeAll(async () => {
  graph = await openGraph([products, shops, customs]);
});
afterAll(() => graph.close());

describe('plain @apollo/gateway answers wrongly, ours rightly', () => {
  test.each<[what: string, query: string, right: unknown]>([
    [
      'two arguments',
      '{ products { dollars euros } }',
      {
        products: [
          { dollars: '[1]', euros: '[2]' },
          { dollars: '[2]', euros: '[4]' },
        ],
      },
    ],
    ['an argument and none', '{ product(id: "3") { anyPrice euros } }', { product: { anyPrice: '[3]', euros: '[6]' } }],
    ['in two subgraphs', '{ product(id: "3") { euros tax } }', { product: { euros: '[6]', tax: '[3]' } }],
    [
      'one that requires what has required',
      '{ product(id: "3") { declared dollars } }',
      { product: { declared: '["[6]",6]', dollars: '[3]' } },
    ],
    [
      'more than arguments',
      '{ product(id: "3") { dollars eurosAndSize roundSize } }',
      {
        product: {
          dollars: '[3]',
          eurosAndSize: '[6,{"weight":7}]',
          roundSize: '[{"length":1000,"weight":700}]',
        },
      },
    ],
    [
      'within a list of objects',
      '{ product(id: "3") { partsInMm partsInCm } }',
      {
        product: {
          partsInMm: '[[{"length":10,"weight":7},{"length":20,"weight":14}]]',
          partsInCm: '[1,2]',
        },
      },
    ],
    [
      'the same arguments at two places, crosswise',
      '{ product(id: "3") { partsInMm partsInCm sizeInCm sizeInMm } }',
      {
        product: {
          partsInMm: '[[{"length":10,"weight":7},{"length":20,"weight":14}]]',
          partsInCm: '[1,2]',
          sizeInCm: '1',
          sizeInMm: '10',
        },
      },
    ],
    ['zero', '{ product(id: "3") { dollars gift } }', { product: { dollars: '[3]', gift: '[0]' } }],
    ['null', '{ product(id: "3") { dollars priceless } }', { product: { dollars: '[3]', priceless: 'null' } }],
    [
      'the way back into the subgraph that requires',
      '{ cart { shelf dollars euros neighbour { dollars euros neighbour { euros anyPrice } } } }',
      {
        cart: [
          {
            shelf: '2',
            dollars: '[2]',
            euros: '[4]',
            neighbour: { dollars: '[3]', euros: '[6]', neighbour: { euros: '[8]', anyPrice: '[4]' } },
          },
        ],
      },
    ],
    [
      'an interface object',
      '{ media { dollars euros } }',
      {
        media: [
          { dollars: '[3]', euros: '[6]' },
          { dollars: '[4]', euros: '[8]' },
        ],
      },
    ],
    [
      'an interface object beside what the client asks of it',
      '{ media { dollars euros price(currency: "FREE") ... on Film { id: price } } }',
      {
        media: [
          { dollars: '[3]', euros: '[6]', price: 0 },
          { dollars: '[4]', euros: '[8]', price: 0, id: 4 },
        ],
      },
    ],
    [
      'beside what the client asks of the field',
      `{ product(id: "3") { price: name usd: price(currency: "USD") price_required1: shelf(named: "on ") dollars euros } }`,
      { product: { price: 'Product 3', usd: 3, price_required1: 'on 3', dollars: '[3]', euros: '[6]' } },
    ],
  ])('%s', async (_what, query, right) => {
    expect((await graph.plain(query)).data).not.toEqual(right);
    const { data, errors } = await graph.ours(query);
    expect(errors).toBeUndefined();
    expect(data).toEqual(right);
  });

  test('fragments, conditions and variables in the fetch that is split', async () => {
    const query = `query($id: ID!, $yes: Boolean!, $named: String, $other: String) {
      product(id: $id) { ...both ... on Product @include(if: $yes) { gift other: shelf(named: $other) } dollars @skip(if: $yes) }
    }
    fragment both on Product { euros shelf(named: $named) anyPrice }`;
    const variables = { id: '3', named: 'on ', other: 'under ' };
    expect((await graph.ours(query, { ...variables, yes: true })).data).toEqual({
      product: { euros: '[6]', shelf: 'on 3', anyPrice: '[3]', gift: '[0]', other: 'under 3' },
    });
    expect((await graph.ours(query, { ...variables, yes: false })).data).toEqual({
      product: { euros: '[6]', shelf: 'on 3', anyPrice: '[3]', dollars: '[3]' },
    });
  });
});

test('one argument alone takes one fetch', async () => {
  const before = graph.subgraphs.shops?.calls.length ?? 0;
  expect((await graph.ours('{ product(id: "3") { euros shelf eurosAndSize } }')).data).toEqual({
    product: { euros: '[6]', shelf: '3', eurosAndSize: '[6,{"weight":7}]' },
  });
  expect(graph.subgraphs.shops?.calls.slice(before)).toHaveLength(1);
});

test('events of a subscription', async () => {
  const query = 'subscription { sold { dollars euros price: name } }';
  const events: unknown[] = [];
  for await (const { data } of subscribe(`${graph.url}/graphql`, { query })) events.push(data);
  expect(events).toEqual([
    { sold: { dollars: '[1]', euros: '[2]', price: 'Product 1' } },
    { sold: { dollars: '[2]', euros: '[4]', price: 'Product 2' } },
  ]);
});

test('errors do not tell of synthetic fields', async () => {
  const { data, errors } = await graph.ours('{ product(id: "3") { hard soft } }');
  expect(data).toEqual({ product: { hard: '[null]', soft: '[1]' } });
  expect(errors?.map(({ path }) => path)).toEqual([['product']]);
});

test('clients see no synthetic fields', async () => {
  const { data } = await graph.ours('{ __type(name: "Product") { fields { name } } }');
  expect(JSON.stringify(data)).toContain('"price"');
  expect(JSON.stringify(data)).not.toContain('_required');
  expect((await graph.ours('{ products { price_required1 } }')).status).toBe(400);
});
