import { few, floatOf, type Row, rowOf, rowWith, someOf } from './rows.ts';
import { Moment } from './scalars.ts';
import { link, type Subgraph } from './subgraph.ts';

const sdl = `${link}
  scalar Moment
  enum Mood { GOOD BAD }
  input ReviewInput { subject: ID! body: String = "no words" stars: Int! = 3 mood: Mood tags: [[String!]] author: AuthorInput = { id: "u1" } }
  input AuthorInput { id: ID! anonymous: Boolean! = false }
  interface Node { id: ID! }
  type Item @interfaceObject @key(fields: "id") { id: ID! reviews(first: Int = 2, stars: [Int!]): [Review!] rating: Float best: Review! }
  type Review implements Node @key(fields: "id") {
    id: ID! body: String stars: Int! mood: Mood author: User @provides(fields: "name") subject: Item
    replies: [Review!]! replyTo: Review tags: [[String!]] }
  type Note implements Node { id: ID! text: String mentions: [Item!] by: User! post: Post }
  union Post = Review | Note
  type User @key(fields: "id") { id: ID! name: String @external reviews(first: Int = 2): [Review!]! favourites: [Item] posts: [[Post]!] }
  type Query { feed(limit: Int! = 3, since: Moment): [Post!]! review(id: ID!): Review posts: [[Post]] }
  type Mutation { addReview(input: ReviewInput!): Review moreStars(id: ID!, by: Int = 1): Review! }`;

type ReviewInput = { subject: string; body: string | null; stars: number; mood?: string; tags?: string[][] };

/** What people say of what is sold. Knows that items exist, and of none what it is. */
export const reviews = (note: (what: string) => void): Subgraph => {
  const more = new Map<string, number>();
  const known = (row: Row | null) => row && { ...row, stars: Number(row.stars) + (more.get(row.id) ?? 0) };
  const some = (seed: string, count: number) => someOf(seed, count, 'Review').map(known);
  const posts = (seed: string) => [someOf(`${seed}.0`, 2, 'Note', 'Review'), [null, ...someOf(seed, 1, 'Note')], []];
  return {
    name: 'reviews',
    sdl,
    reset: () => more.clear(),
    resolvers: {
      Moment,
      Query: {
        feed: (_: unknown, { limit }: { limit: number }) => someOf('feed', few(limit), 'Review', 'Note'),
        review: (_: unknown, { id }: Row) => known(rowWith({ id }, 'Review')),
        posts: () => posts('posts'),
      },
      Mutation: {
        addReview(_: unknown, { input }: { input: ReviewInput }) {
          note(`addReview ${JSON.stringify(input)}`);
          return { ...rowOf('r1'), ...input, subject: { __typename: 'Item', id: input.subject } };
        },
        moreStars(_: unknown, { id, by }: { id: string; by: number | null }) {
          note(`moreStars ${id} ${by}`);
          more.set(id, ((more.get(id) ?? 0) + (by ?? 0)) % 1_000);
          return known(rowWith({ id }, 'Review'));
        },
      },
      Node: { __resolveType: ({ __typename }: Row) => __typename },
      Post: { __resolveType: ({ __typename }: Row) => __typename },
      Item: {
        __resolveReference: ({ id }: Row) => ({ id }),
        reviews: ({ id }: Row, { first, stars }: { first: number | null; stars?: number[] | null }) =>
          some(`${id}.reviews`, few(first)).filter((review) => !stars || stars.includes(Number(review?.stars))),
        rating: ({ id }: Row) => floatOf(`${id}.rating`),
        best: ({ id }: Row) => some(`${id}.best`, 1)[0],
      },
      Review: {
        __resolveReference: ({ id }: Row) => known(rowWith({ id }, 'Review')),
        author: ({ id }: Row) => someOf(`${id}.author`, 1, 'User')[0],
        subject: ({ id, subject }: Row) =>
          subject ?? someOf(`${id}.subject`, 1, 'Book', 'Film', 'Game', 'Vault').map(({ id }) => ({ id }))[0],
        replies: ({ id }: Row) => some(`${id}.replies`, 1),
        replyTo: ({ id }: Row) => known(rowOf(`r${Number(id.slice(1)) - 1}`)),
      },
      Note: {
        mentions: ({ id }: Row) => someOf(`${id}.mentions`, 2, 'Book', 'Film').map(({ id }) => ({ id })),
        by: ({ id }: Row) => ({ id: `u${id.slice(1)}` }),
        post: ({ id }: Row) => someOf(`${id}.post`, 1, 'Review', 'Note')[0],
      },
      User: {
        __resolveReference: ({ id }: Row) => ({ id }),
        reviews: ({ id }: Row, { first }: { first: number | null }) => some(`${id}.reviews`, few(first)),
        favourites: ({ id }: Row) => [null, ...someOf(`${id}.favourites`, 2, 'Film', 'Game').map(({ id }) => ({ id }))],
        posts: ({ id }: Row) => posts(id),
      },
    },
  };
};
