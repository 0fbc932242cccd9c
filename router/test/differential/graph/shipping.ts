import { ownerOf } from './people.ts';
import { few, type Row, rowOf, rowWith, someOf } from './rows.ts';
import { Money } from './scalars.ts';
import { link, type Subgraph } from './subgraph.ts';

const sdl = `${link}
  scalar Money
  type Book @key(fields: "id") {
    id: ID! weight: Float @external dimensions: Dimensions @external
    shippingCost(express: Boolean = false): Float @requires(fields: "weight dimensions { width height }")
    box: Box @requires(fields: "weight")
    parcels: [Parcel!] }
  type Dimensions @shareable { width: Float height: Float }
  type Box { size: Int! light: Boolean fits: [Book] }
  type Film @key(fields: "title year") { title: String! year: Int! screenings(first: Int = 1): [Screening!] }
  type Screening { id: ID! city: String film: Film guests: [User!] seats: [[[Int]]] }
  type Game @key(fields: "id") { id: ID! players: Int @override(from: "catalog") }
  type User @key(fields: "account { region number }") { account: Account! parcels(first: Int = 1): [Parcel!] }
  type Account @shareable { region: String! number: Int! }
  type Parcel @key(fields: "id") { id: ID! contents: [Book!] to: User fee: Money state: State! }
  enum State { HERE GONE }
  type Query { parcel(id: ID!): Parcel parcels(ids: [ID!]! = ["p1", "p2"]): [Parcel] }
  type Mutation { ship(book: ID!, express: Boolean): Parcel }`;

type Weighed = { weight: number | null; dimensions: { width: number | null; height: number | null } | null };

/** What goes where. Knows books by id, films by title and year, and users by their account. */
export const shipping = (note: (what: string) => void): Subgraph => {
  const accountOf = (row: Row | undefined | null) => row && { __typename: 'User', id: row.id, account: row.account };
  return {
    name: 'shipping',
    sdl,
    reset() {},
    resolvers: {
      Money,
      Query: {
        parcel: (_: unknown, { id }: Row) => rowWith({ id }, 'Parcel'),
        parcels: (_: unknown, { ids }: { ids: string[] }) => ids.slice(0, 3).map((id) => rowWith({ id }, 'Parcel')),
      },
      Mutation: {
        ship(_: unknown, { book, express }: { book: string; express?: boolean | null }) {
          note(`ship ${book} ${express}`);
          return rowOf(`p${book.slice(1)}`);
        },
      },
      Book: {
        __resolveReference: (book: object) => book, // with what its fields require
        shippingCost: ({ weight, dimensions }: Weighed, { express }: { express: boolean | null }) =>
          weight === null
            ? null
            : weight * (express ? 2 : 1) + ((dimensions?.width ?? 0.25) % 7) + ((dimensions?.height ?? 0) % 5),
        box: ({ weight }: Weighed) =>
          weight === null ? null : { size: Math.ceil(weight), light: weight < 3, id: `box ${weight}` },
        parcels: ({ id }: Row) => someOf(`${id}.parcels`, 2, 'Parcel'),
      },
      Box: {
        fits: ({ size }: { size: number }) => [null, ...someOf(`box ${size}`, 1, 'Book').map(({ id }) => ({ id }))],
      },
      Film: {
        __resolveReference: (film: object) => film,
        screenings: ({ title }: Row, { first }: { first: number | null }) =>
          Array.from({ length: few(first) }, (_, at) => ({ id: `${title} ${at}`, city: `city ${at}`, title })),
      },
      Screening: {
        film: ({ title }: Row) => rowWith({ title }, 'Film'),
        guests: ({ id }: Row) => someOf(`${id}.guests`, 2, 'User').map(accountOf),
        seats: ({ id }: Row) => [[[1, null], null], [], null, [[id.length]]],
      },
      Game: { __resolveReference: ({ id }: Row) => rowWith({ id }, 'Game') },
      User: {
        __resolveReference: ({ account }: Row) => accountOf(ownerOf(account)),
        parcels: ({ id }: Row, { first }: { first: number | null }) => someOf(`${id}.parcels`, few(first), 'Parcel'),
      },
      Parcel: {
        __resolveReference: ({ id }: Row) => rowWith({ id }, 'Parcel'),
        contents: ({ id }: Row) => someOf(`${id}.contents`, 2, 'Book').map(({ id }) => ({ id })),
        to: ({ id }: Row) => accountOf(someOf(`${id}.to`, 1, 'User')[0]),
        state: ({ id }: Row) => (id < 'p3' ? 'HERE' : 'GONE'),
      },
    },
  };
};
