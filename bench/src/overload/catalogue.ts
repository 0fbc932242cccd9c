import { serveSubgraph } from '../../gateways/subgraphs/serve.ts';
import { federation, type Subgraph } from '../../gateways/subgraphs/subgraph.ts';

/** Dishes in one answer: some milliseconds of a router's work, and next to nothing for the subgraph and the client. */
const count = 600;

const catalogue: Subgraph = {
  name: 'catalogue',
  sdl: `${federation}
    type Query {
      dishes: [Dish!]! @listSize(assumedSize: ${count})
    }
    type Dish {
      id: ID!
      name: String!
      restaurant: String!
      price: Int!
      rating: Float
      spicy: Boolean
      address: Address
    }
    type Address {
      street: String!
      city: String!
    }`,
  resolvers: {
    Query: {
      dishes: () =>
        Array.from({ length: count }, (_, n) => ({
          id: `dish-${n}`,
          name: `비빔밥 ${n}`,
          restaurant: `식당 ${n % 50}`,
          price: 8_000 + n,
          rating: n % 7 === 0 ? null : 3 + (n % 20) / 10,
          spicy: n % 2 === 0,
          address: { street: `세종대로 ${n}`, city: '서울' },
        })),
    },
  },
};

const { url } = await serveSubgraph(catalogue);
/** What the bench hears from the process that it started. */
export type Started = { readonly name: string; readonly url: string; readonly sdl: string };
process.on('disconnect', () => process.exit()); // the bench has ended
process.send?.({ name: catalogue.name, url, sdl: catalogue.sdl } satisfies Started);
