import type { Viewer } from '@moa/identity';
import { graphError, loaderById, type Policies, type Subgraph } from '../src/index.ts';

const typeDefs = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  directive @clearsCache on FIELD_DEFINITION
  type Counter @key(fields: "id") { id: ID!, n: Int! }
  type Query { whoAsks: String!, double(n: Int!): Int!, gate: String!, broken: String, forbidden: String }
  type Mutation { reset: Int! @clearsCache, resetAndFail: Int @clearsCache, look: Int! }
  type Subscription { ticks: Int!, brokenAtOnce: Int, brokenLater: Int, brokenField: Int, forbidden: Int }
`;

const policies: Policies = {
  Query: { whoAsks: 'public', double: 'public', gate: 'public', broken: 'public', forbidden: 'filtered' },
  Mutation: { reset: 'public', resetAndFail: 'public', look: 'public' },
  Subscription: {
    ticks: 'public',
    brokenAtOnce: 'public',
    brokenLater: 'public',
    brokenField: 'public',
    forbidden: 'filtered',
  },
  _entities: { Counter: 'public' },
  Counter: 'with-parent',
};

type Context = {
  readonly viewer: Viewer;
  readonly counters: ReturnType<typeof loaderById<{ readonly id: string; readonly n: number }>>;
};

const fail = (): never => {
  throw new Error('secret host');
};

/** A subgraph small enough to be read at a glance, with one of everything that can go wrong. */
export function counterSubgraph() {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const asked: (readonly string[])[] = [];
  const state = { ready: true, closed: false };

  async function* ticks() {
    yield { ticks: 1 };
    await opened;
  }
  async function* failing(first: object) {
    yield first;
    fail();
  }
  const resolvers = {
    Query: {
      whoAsks: (_root: unknown, _arguments: unknown, { viewer }: Context) => viewer.kind,
      double: (_root: unknown, { n }: { n: number }) => 2 * n,
      gate: async () => {
        arrive();
        await opened;
        return 'through';
      },
      broken: fail,
      forbidden: () => {
        throw graphError('FORBIDDEN');
      },
    },
    Mutation: { reset: () => 0, resetAndFail: fail, look: () => 1 },
    Counter: {
      __resolveReference: ({ id }: { id: string }, { counters }: Context) => counters.load(id),
    },
    Subscription: {
      ticks: { subscribe: ticks },
      brokenAtOnce: { subscribe: fail },
      brokenLater: { subscribe: () => failing({ brokenLater: 1 }) },
      brokenField: { subscribe: ticks, resolve: fail },
      forbidden: {
        subscribe: () => {
          throw graphError('FORBIDDEN');
        },
      },
    },
  };
  const subgraph: Subgraph<Context> = {
    name: 'counter',
    typeDefs,
    resolvers,
    policies,
    contextFor: (viewer) => ({
      viewer,
      counters: loaderById(async (ids) => {
        asked.push(ids);
        return ids.filter((id) => id !== 'none').map((id) => ({ id, n: Number(id) }));
      }),
    }),
    ready: async () => {
      if (!state.ready) throw new Error('the database is gone');
    },
    close: async () => {
      state.closed = true;
    },
  };
  return {
    subgraph,
    state,
    /** The ids of each look-up. */
    asked,
    /** Resolves when a request waits at the gate. */
    arrived,
    /** Lets everybody through the gate. */
    open,
  };
}
