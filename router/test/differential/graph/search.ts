import { extraOf, floatOf, type Row, rowWith, someOf } from './rows.ts';
import { Json } from './scalars.ts';
import { link, type Subgraph } from './subgraph.ts';

const sdl = `${link}
  scalar Json
  enum Kind { BOOK FILM GAME VAULT @inaccessible }
  interface Scored { score(scale: Float! = 1): Float ranks: [[Int!]] }
  type Book implements Scored @key(fields: "isbn") { isbn: String! score(scale: Float! = 1): Float ranks: [[Int!]] }
  type Film implements Scored @key(fields: "title year") { title: String! year: Int! score(scale: Float! = 1): Float ranks: [[Int!]] }
  type User @key(fields: "id", resolvable: false) { id: ID! }
  type Review @key(fields: "id", resolvable: false) { id: ID! }
  type Shop { id: ID! name: String! open: Boolean map: Json best: Result found: [[Result!]] }
  union Result = Book | Film | User | Review | Shop
  type Query {
    search(text: String, kinds: [Kind!] = [BOOK]): [Result!]
    found(id: ID!): Result
    scored: [Scored!]!
    best: Scored
  }`;

const shop = { __typename: 'Shop', id: 's1', name: 'Corner', open: true, map: extraOf('map 7') };
const scored = {
  score: ({ id }: Row, { scale }: { scale: number }) =>
    ((floatOf(`${id}.score`) ?? 0) % 1_000) * (Math.abs(scale) % 10),
  ranks: ({ id }: Row) => [[1, id.length], null, []],
};

/** What matches words. Of what it finds it knows a key and no more. */
export const search = (): Subgraph => ({
  name: 'search',
  sdl,
  reset() {},
  resolvers: {
    Json,
    Query: {
      search: (_: unknown, { text, kinds }: { text?: string; kinds: string[] | null }) => [
        ...someOf(`${text} ${kinds}`, 3, 'Book', 'Film', 'User', 'Review'),
        shop,
      ],
      found: (_: unknown, { id }: Row) => rowWith({ id }, 'Book', 'Film', 'User', 'Review'),
      scored: () => someOf('scored', 3, 'Book', 'Film'),
      best: () => someOf('best', 1, 'Film')[0],
    },
    Scored: { __resolveType: ({ __typename }: Row) => __typename },
    Result: { __resolveType: ({ __typename }: Row) => __typename },
    Book: { ...scored, __resolveReference: ({ isbn }: Row) => rowWith({ isbn }, 'Book') },
    Film: { ...scored, __resolveReference: ({ title, year }: Row) => rowWith({ title, year }, 'Film') },
    Shop: {
      best: () => someOf('shop', 1, 'Book', 'User')[0],
      found: () => [someOf('shop', 2, 'Film', 'Review'), [], null],
    },
  },
});
