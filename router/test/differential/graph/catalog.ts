import { few, type Row, rowOf, rowsOf, rowWith, someOf, wordOf } from './rows.ts';
import { Json, Moment } from './scalars.ts';
import { link, type Subgraph } from './subgraph.ts';

const itemFields = `
  id: ID!
  name(upper: Boolean = false): String
  price(currency: Currency! = EUR): Float!
  tags: [String!]!
  related(first: Int = 2): [Item!]
  kind: Kind`;

const sdl = `${link}
  scalar Json
  scalar Moment
  enum Currency { EUR KRW }
  enum Kind { BOOK FILM GAME VAULT @inaccessible }
  input ItemFilter { text: String = "a" min: Float = 0.5 not: ItemFilter kinds: [Kind!] = [BOOK, FILM] ids: [ID!] }
  interface Node { id: ID! }
  interface Item @key(fields: "id") { ${itemFields} }
  type Book implements Item & Node @key(fields: "id") @key(fields: "isbn") { ${itemFields}
    isbn: String! pages: Int! sequel: Book dimensions: Dimensions weight: Float grid: [[Float]] extra: Json published: Moment }
  type Film implements Item & Node @key(fields: "id") @key(fields: "title year") { ${itemFields}
    title: String! year: Int! length: Float director: User }
  type Game implements Item @key(fields: "id") { ${itemFields} players: Int levels: [[Level!]!] }
  type Vault implements Item @key(fields: "id") @inaccessible { ${itemFields} }
  type Level { number: Int! boss: String next: Level made: Level! of: Game }
  type Dimensions @shareable { width: Float height: Float unit(long: Boolean): String }
  type User @key(fields: "id", resolvable: false) { id: ID! }
  type Query {
    item(id: ID!): Item
    items(first: Int = 3, kinds: [Kind!], filter: ItemFilter): [Item!]!
    book(isbn: String! = "isbn-b1"): Book
    films: [Film]
    shelves(rows: Int! = 2): [[Item]!]
    node(id: ID!): Node
    echo(json: Json, float: Float, moment: Moment, list: [[Int]], kinds: [Kind] = [GAME], filter: ItemFilter, id: ID): Json
    ping: String @shareable
  }
  type Mutation {
    rename(id: ID!, name: String!): Item
    count(by: Int = 1): Int!
    fail(id: ID): Book!
  }`;

const item = {
  name: (row: Row, { upper }: { upper: boolean | null }) => (upper ? String(row.name).toUpperCase() : row.name),
  price: ({ id }: Row, { currency }: { currency: string }) => id.length * (currency === 'KRW' ? 1500 : 1.5),
  related: ({ id }: Row, { first }: { first: number | null }) =>
    someOf(`${id}.related`, few(first), 'Book', 'Film', 'Game'),
};

type Items = { first: number | null; kinds?: string[] | null; filter?: { ids?: string[] | null } | null };

/** What is sold. Knows all items, and what each of them is. */
export const catalog = (note: (what: string) => void): Subgraph => {
  let counted = 0;
  return {
    name: 'catalog',
    sdl,
    reset() {
      counted = 0;
    },
    resolvers: {
      Json,
      Moment,
      Query: {
        item: (_: unknown, { id }: Row) => rowWith({ id }, 'Book', 'Film', 'Game', 'Vault'),
        items(_: unknown, { first, kinds, filter }: Items) {
          const rows = filter?.ids?.map(rowOf) ?? someOf('items', few(first), 'Book', 'Film', 'Game');
          return rows.filter((row) => row && (!kinds || kinds.includes(String(row.kind))));
        },
        book: (_: unknown, { isbn }: { isbn: string }) => rowWith({ isbn }, 'Book'),
        films: () => [...rowsOf('Film').slice(0, 2), null],
        shelves: (_: unknown, { rows }: { rows: number }) =>
          Array.from({ length: few(rows) }, (_, at) => [...someOf(`shelf ${at}`, at, 'Book', 'Game', 'Vault'), null]),
        node: (_: unknown, { id }: Row) => rowWith({ id }, 'Book', 'Film'),
        echo: (_: unknown, args: unknown) => args,
        ping: () => 'pong',
      },
      Mutation: {
        rename(_: unknown, { id, name }: { id: string; name: string }) {
          note(`rename ${id} ${name}`);
          const row = rowWith({ id }, 'Book', 'Film', 'Game');
          return row && { ...row, name };
        },
        count(_: unknown, { by }: { by: number | null }) {
          note(`count ${by}`);
          counted += by ?? 0;
          return counted % 1_000;
        },
        fail(_: unknown, { id }: { id?: string }) {
          note(`fail ${id}`);
          return rowWith({ id }, 'Book');
        },
      },
      Node: { __resolveType: ({ __typename }: Row) => __typename },
      Item: { __resolveType: ({ __typename }: Row) => __typename, __resolveReference: ({ id }: Row) => rowOf(id) },
      Book: {
        ...item,
        __resolveReference: ({ id, isbn }: Row) => rowWith(id ? { id } : { isbn }, 'Book'),
        sequel: ({ id }: Row) => rowOf(`b${Number(id.slice(1)) + 1}`),
      },
      Film: {
        ...item,
        __resolveReference: ({ id, title, year }: Row) => rowWith(id ? { id } : { title, year }, 'Film'),
        director: ({ id }: Row) => ({ id: `u${id.slice(1)}` }),
      },
      Game: { ...item, __resolveReference: ({ id }: Row) => rowWith({ id }, 'Game') },
      Vault: { ...item, __resolveReference: ({ id }: Row) => rowWith({ id }, 'Vault') },
      Level: {
        next: ({ id, number }: { id: string; number: number }) =>
          number < 3 ? { id: `${id}+`, number: number + 1, boss: wordOf(id) } : null,
        made: (level: object) => level,
        of: ({ id }: Row) => rowOf(id.slice(0, 2)),
      },
      Dimensions: { unit: (_: unknown, { long }: { long?: boolean | null }) => (long ? 'centimetre' : 'cm') },
    },
  };
};
