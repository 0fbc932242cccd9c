import { type UserRow, users } from './data.ts';
import { federation, type Subgraph } from './subgraph.ts';

const userOf = ({ id }: Pick<UserRow, 'id'>) => users.find((user) => user.id === id) ?? null;

export const accounts: Subgraph = {
  name: 'accounts',
  sdl: `${federation}
    type Query {
      me: User
      user(id: ID!): User
      users: [User] @listSize(assumedSize: 6)
    }
    type User @key(fields: "id") {
      id: ID!
      name: String
      username: String @shareable
      birthday: Int
    }`,
  resolvers: {
    Query: {
      me: () => users[0],
      user: (_: unknown, { id }: { readonly id: string }) => userOf({ id }),
      users: () => users,
    },
    User: { __resolveReference: userOf },
  },
};
