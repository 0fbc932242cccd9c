import type { Role, Viewer } from '@moa/identity';
import { post, subscribe } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Policies, Subgraph } from '../src/index.ts';
import { listening } from './listening.ts';

const typeDefs = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { menu: String, mine: String, rides: String, ledger: String, asked: String }
  type Mutation { stop: String }
  type Subscription { rung: String }
  type Member @key(fields: "id") { id: ID!, name: String, secret: String, history(first: Int): String }
`;

const policies: Policies = {
  Query: {
    menu: 'public',
    mine: 'member',
    rides: { role: 'DRIVER' },
    ledger: { roles: ['DRIVER', 'ADMIN'] },
    asked: 'filtered',
  },
  Mutation: { stop: { service: 'router' } },
  Subscription: { rung: 'member' },
  _entities: { Member: 'public' },
  Member: { id: 'with-parent', name: 'with-parent', secret: 'self', history: 'self-or-admin' },
};

/** Answers whatever it is asked: only its policies say no. */
const openDoors = (stated: Policies, sdl = typeDefs) => {
  const state = { closed: false };
  const subgraph: Subgraph<{ viewer: Viewer }> = {
    name: 'doors',
    typeDefs: sdl,
    policies: stated,
    resolvers: {
      Query: {
        menu: () => 'menu',
        mine: () => 'mine',
        rides: () => 'rides',
        ledger: () => 'ledger',
        asked: () => 'asked',
      },
      Mutation: { stop: () => 'stop' },
      Subscription: {
        rung: {
          async *subscribe() {
            yield { rung: 'rung' };
          },
        },
      },
      Member: {
        __resolveReference: ({ id }: { id: string }) => ({ id, name: 'name', secret: 'secret' }),
        history: () => 'history',
      },
    },
    contextFor: (viewer) => ({ viewer }),
    ready: async () => undefined,
    close: async () => {
      state.closed = true;
    },
  };
  return { subgraph, state };
};

const member = (memberId: string, ...roles: readonly Role[]): Viewer => ({
  kind: 'member',
  memberId,
  roles: ['MEMBER', ...roles],
});
const nobody: Viewer = { kind: 'anonymous' };
const service: Viewer = { kind: 'service', name: 'router' };

describe('policies are kept', () => {
  let served: Awaited<ReturnType<typeof listening>>;
  beforeAll(async () => {
    served = await listening(openDoors(policies).subgraph);
  });
  afterAll(() => served.close());

  /** What the field answers, or the code with which it refuses. */
  const answer = async (viewer: Viewer, field: string, kind = 'query') => {
    const token = await served.token('doors', viewer);
    const { data, errors } = await post<Record<string, unknown>>(served.url, { query: `${kind} { ${field} }`, token });
    return data?.[field] ?? errors?.[0]?.extensions?.code;
  };

  test.each<[string, Viewer, readonly unknown[]]>([
    ['nobody', nobody, ['menu', 'UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'asked']],
    ['a member', member('a'), ['menu', 'mine', 'FORBIDDEN', 'FORBIDDEN', 'asked']],
    ['a driver', member('a', 'DRIVER'), ['menu', 'mine', 'rides', 'ledger', 'asked']],
    ['an administrator', member('a', 'ADMIN'), ['menu', 'mine', 'FORBIDDEN', 'ledger', 'asked']],
    ['a service', service, ['menu', 'UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'asked']],
  ])('for %s', async (_who, viewer, answers) => {
    const fields = ['menu', 'mine', 'rides', 'ledger', 'asked'];
    expect(await Promise.all(fields.map((field) => answer(viewer, field)))).toEqual(answers);
  });

  test('for a service', async () => {
    expect(await answer(service, 'stop', 'mutation')).toBe('stop');
    expect(await answer(member('router', 'ADMIN'), 'stop', 'mutation')).toBe('FORBIDDEN');
  });

  test.each<[string, Viewer, object]>([
    ['the member', member('a'), { name: 'name', secret: 'secret', history: 'history' }],
    ['another', member('b', 'DRIVER'), { name: 'name', secret: null, history: null }],
    ['an administrator', member('b', 'ADMIN'), { name: 'name', secret: null, history: 'history' }],
    ['nobody', nobody, { name: 'name', secret: null, history: null }],
  ])('on the fields of a member, for %s', async (_who, viewer, seen) => {
    const { data, errors } = await post(served.url, {
      query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member { name secret history } } }',
      variables: { r: [{ __typename: 'Member', id: 'a' }] },
      token: await served.token('doors', viewer),
    });
    expect({ data, errors }).toEqual({ data: { _entities: [seen] }, errors: undefined });
  });

  test('on subscriptions', async () => {
    const ring = async (viewer: Viewer) =>
      subscribe(served.url, {
        query: 'subscription { rung }',
        extensions: { viewer: await served.token('doors', viewer) },
      });
    const heard = await ring(member('a'));
    expect((await heard.next()).value?.data).toEqual({ rung: 'rung' });
    await heard.close();
    const refused = await ring(nobody);
    const why = await refused.next().catch((error: unknown) => ({ value: error }));
    expect(why.value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    await refused.close();
  });
});

describe('a subgraph does not start', () => {
  const faultsOf = async (stated: Policies, sdl?: string) => {
    const { subgraph, state } = openDoors(stated, sdl);
    const fault = await listening(subgraph).then(
      () => new Error('It started.'),
      (error: Error) => error,
    );
    expect(state.closed).toBe(true);
    return fault.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
  };

  test('with fields that nobody has thought about, and names them all', async () => {
    const { Mutation: _mutation, _entities, ...others } = policies;
    expect(await faultsOf({ ...others, Query: { menu: 'public', mine: 'member' }, Member: 'with-parent' })).toEqual([
      'Query.rides has no policy',
      'Query.ledger has no policy',
      'Query.asked has no policy',
      'Mutation.stop has no policy',
      'Member.history has no policy',
      '_entities.Member has no policy: may anybody look one up by its key?',
    ]);
  });

  test('with fields that only look like federation’s own', async () => {
    const more = 'extend type Query { _ledger: String } type _Ride { id: ID! }';
    expect(await faultsOf(policies, `${typeDefs}${more}`)).toEqual([
      'Query._ledger has no policy',
      '_Ride.id has no policy',
    ]);
  });

  test('with policies for what is no longer there', async () => {
    expect(
      await faultsOf({
        ...policies,
        Query: { ...Object(policies.Query), dishes: 'public' },
        Ride: 'with-parent',
        _entities: { Member: 'public', Ride: 'public' },
      }),
    ).toEqual([
      'Query.dishes is not in the schema: take its policy away',
      '_entities.Ride is not in the schema: take its policy away',
      'Ride is not in the schema: take its policy away',
    ]);
  });

  test('with policies that can’t be kept', async () => {
    expect(
      await faultsOf({
        ...policies,
        Mutation: 'with-parent',
        Subscription: { rung: 'self' },
        _entities: { Member: 'self' },
        Member: { id: 'self', name: 'with-parent', secret: 'self', history: 'self' },
      }),
    ).toEqual([
      `Mutation.stop can't be "with-parent": it has no parent`,
      `Subscription.rung can't be "self": it has no parent`,
      `Member.id can't be "self": it is not nullable`,
      '_entities.Member is neither public nor filtered',
    ]);
  });
});
