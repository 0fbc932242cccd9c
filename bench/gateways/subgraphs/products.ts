import { type ProductRow, products as rows } from './data.ts';
import { federation, type Subgraph } from './subgraph.ts';

const productOf = ({ upc }: Pick<ProductRow, 'upc'>) => rows.find((product) => product.upc === upc) ?? null;

export const products: Subgraph = {
  name: 'products',
  sdl: `${federation}
    type Query {
      topProducts(first: Int = 5): [Product]
      product(upc: String!): Product
    }
    type Product @key(fields: "upc") {
      upc: String!
      name: String
      price: Int
      weight: Int
    }`,
  resolvers: {
    Query: {
      topProducts: (_: unknown, { first }: { readonly first: number }) => rows.slice(0, first),
      product: (_: unknown, { upc }: { readonly upc: string }) => productOf({ upc }),
    },
    Product: { __resolveReference: productOf },
  },
};
