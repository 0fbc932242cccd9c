import { createSigner, generateKey, type Viewer } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { graphError, type ListenOptions, listen, loaderById, type Subgraph } from '../src/index.ts';

const typeDefs = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Counter @key(fields: "id") { id: ID!, n: Int! }
  type Query { whoAsks: String!, double(n: Int!): Int!, gate: String!, broken: String, forbidden: String }
  type Subscription { ticks: Int!, brokenAtOnce: Int, brokenLater: Int, brokenField: Int, forbidden: Int }
`;

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

/** Listens as in production, with the router's key at hand. */
export async function listening(subgraph: Subgraph<Context>, options: Partial<ListenOptions> = {}) {
  const { privateKey, publicKey } = await generateKey('router');
  const logger = createLogger('counter', 'silent');
  const { url, close } = await listen(subgraph, {
    port: 0,
    host: '127.0.0.1',
    keys: { keys: [publicKey] },
    logger,
    ...options,
  });
  const token = (audience = 'counter', viewer: Viewer = { kind: 'anonymous' }) =>
    createSigner(privateKey).sign(viewer, audience);
  return { url, close, token, privateKey };
}
