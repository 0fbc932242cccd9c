import type { ProductRow } from './data.ts';
import { federation, type Subgraph } from './subgraph.ts';

/** With `price` and `weight` only where the estimate was asked for. */
type Reference = Pick<ProductRow, 'upc'> & Partial<ProductRow>;

const freeAbove = 1000;
/** One product is not in stock anywhere: the gateway has to live with an entity that is null. */
const unknownUpc = '9';

export const inventory: Subgraph = {
  name: 'inventory',
  sdl: `${federation}
    type Product @key(fields: "upc") {
      upc: String!
      weight: Int @external
      price: Int @external
      inStock: Boolean
      shippingEstimate: Int @requires(fields: "price weight")
    }`,
  resolvers: {
    Product: {
      __resolveReference: (reference: Reference) => (reference.upc === unknownUpc ? null : { ...reference }),
      inStock: ({ upc }: Reference) => Number(upc) % 2 === 1,
      shippingEstimate: ({ price = 0, weight = 0 }: Reference) => (price > freeAbove ? 0 : Math.round(weight * 0.5)),
    },
  },
};
