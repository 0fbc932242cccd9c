import { type ReviewRow, reviews as rows, users } from './data.ts';
import { federation, type Subgraph } from './subgraph.ts';

type UserReference = { readonly id: string; readonly username?: string };

const usernameOf = (id: string) => users.find((user) => user.id === id)?.username;

const review = ({ id, body, authorId, upc }: ReviewRow) => ({
  id,
  body,
  author: { id: authorId, username: usernameOf(authorId) },
  product: { upc },
});

const reviewsBy = (authorId: string) => rows.filter((row) => row.authorId === authorId).map(review);

export const reviews: Subgraph = {
  name: 'reviews',
  sdl: `${federation}
    type Query {
      reviewFeed: [Review!]
    }
    type Review @key(fields: "id") {
      id: ID!
      body: String
      author: User @provides(fields: "username")
      product: Product
    }
    type User @key(fields: "id") {
      id: ID!
      username: String @external
      numberOfReviews: Int
      reviews: [Review] @listSize(assumedSize: 2)
    }
    type Product @key(fields: "upc") {
      upc: String!
      reviews: [Review] @listSize(assumedSize: 2)
    }`,
  resolvers: {
    Query: { reviewFeed: () => rows.map(review) },
    Review: {
      __resolveReference({ id }: Pick<ReviewRow, 'id'>) {
        const row = rows.find((each) => each.id === id);
        return row ? review(row) : null;
      },
    },
    User: {
      username: ({ id, username }: UserReference) => username ?? usernameOf(id),
      numberOfReviews: ({ id }: UserReference) => reviewsBy(id).length,
      reviews: ({ id }: UserReference) => reviewsBy(id),
    },
    Product: { reviews: ({ upc }: { readonly upc: string }) => rows.filter((row) => row.upc === upc).map(review) },
  },
};
