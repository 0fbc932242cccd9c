import { few, type Row, rowOf, rowWith, someOf } from './rows.ts';
import { Json, Money } from './scalars.ts';
import { link, type Subgraph } from './subgraph.ts';

const sdl = `${link}
  scalar Json
  scalar Money
  enum Role { READER EDITOR GHOST @inaccessible }
  input Where { region: String account: AccountInput = { number: 1 } any: [Where!] json: Json }
  input AccountInput { number: Int! regions: [String!] = ["north"] }
  interface Node { id: ID! }
  type User implements Node @key(fields: "id") @key(fields: "account { region number }") {
    id: ID! name: String @shareable account: Account! email: String! friends(first: Int = 1): [User!] manager: User
    roles: [Role!]! role: Role scores: [Float!] history: [[Account]!]! }
  type Account { region: String! @shareable number: Int! @shareable balance(in: String = "EUR"): Money owner: User }
  type Query { me: User user(id: ID!): User users(where: Where, first: Int! = 2): [User!]! ping: String @shareable }
  type Mutation { befriend(one: ID!, other: ID!): [User] }`;

/** Who reads. Knows users by their id and by their account. */
export const people = (note: (what: string) => void): Subgraph => ({
  name: 'people',
  sdl,
  reset() {},
  resolvers: {
    Json,
    Money,
    Query: {
      me: () => rowOf('u1'),
      user: (_: unknown, { id }: Row) => rowWith({ id }, 'User'),
      users: (_: unknown, args: { where?: unknown; first: number }) =>
        someOf(JSON.stringify(args.where), few(args.first), 'User'),
      ping: () => 'pong',
    },
    Mutation: {
      befriend(_: unknown, { one, other }: { one: string; other: string }) {
        note(`befriend ${one} ${other}`);
        return [rowWith({ id: one }, 'User'), rowWith({ id: other }, 'User')];
      },
    },
    Node: { __resolveType: ({ __typename }: Row) => __typename },
    User: {
      __resolveReference: ({ id, account }: Row) => (id ? rowWith({ id }, 'User') : ownerOf(account)),
      friends: ({ id }: Row, { first }: { first: number | null }) => someOf(`${id}.friends`, few(first), 'User'),
      manager: ({ id }: Row) => rowOf(`u${Number(id.slice(1)) + 1}`),
      role: ({ roles }: { roles: readonly string[] }) => roles.at(-1),
      history: ({ account }: Row) => [[account, null], [], [account]],
    },
    Account: {
      balance: ({ number }: { number: number }, args: { in: string | null }) => `${number}.00 ${args.in}`,
      owner: ownerOf,
    },
  },
});

/** An account as its user's row holds it, or as another subgraph tells of it. */
export function ownerOf(account: unknown): Row | null {
  const number = typeof account === 'object' && account ? Reflect.get(account, 'number') : undefined;
  return rowOf(`u${number}`);
}
