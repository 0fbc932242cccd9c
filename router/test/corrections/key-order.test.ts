import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Graph, link, openGraph } from './graph.ts';

type Keys = { id?: string; upc?: string };

let graph: Graph;
beforeAll(async () => {
  const product = ({ id, upc }: Keys) => ({ id: id ?? upc?.slice(1), upc: upc ?? `u${id}` });
  graph = await openGraph([
    {
      name: 'products',
      sdl: `${link}
        type Query { products: [Product!] }
        type Product @key(fields: "id") @key(fields: "upc") { id: ID! upc: ID! weight: Int }`,
      resolvers: {
        Query: { products: () => [product({ id: '1' })] },
        Product: { __resolveReference: product, weight: ({ upc }: Keys) => Number(upc?.slice(1)) * 10 },
      },
    },
    {
      name: 'shipping',
      sdl: `${link}
        type Query { parcels: [Product!] }
        type Product @key(fields: "id", resolvable: false) @key(fields: "upc") {
          id: ID! upc: ID! weight: Int @external postage: String @requires(fields: "weight")
        }`,
      resolvers: {
        Query: { parcels: () => [product({ id: '1' })] },
        Product: {
          // As its schema says, it can not tell a product by its id.
          __resolveReference: (given: Keys) => (given.upc ? given : null),
          postage: ({ upc, weight }: Keys & { weight?: number }) => `${upc} ${weight}`,
        },
      },
    },
  ]);
});
afterAll(() => graph.close());

test('a subgraph is entered again by a key that it resolves', async () => {
  const query = '{ parcels { postage } }';
  expect((await graph.plain(query)).data).toEqual({ parcels: [{ postage: null }] });
  expect(await graph.ours(query)).toEqual({
    status: 200,
    data: { parcels: [{ postage: 'u1 10' }] },
    errors: undefined,
  });
});

test('and so it is from elsewhere', async () => {
  expect((await graph.ours('{ products { postage } }')).data).toEqual({ products: [{ postage: 'u1 10' }] });
});
