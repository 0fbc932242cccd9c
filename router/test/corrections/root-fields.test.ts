import { buildOperationContext } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import { buildSchema, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refuseUnplanned, unplannedFields } from '../../src/plan/corrections/root-fields.ts';
import { type Graph, link, openGraph } from './graph.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await openGraph([
    {
      name: 'offers',
      // Nothing is an Offer here yet.
      sdl: `${link}
        interface Offer { id: ID }
        type Shop { name: String offers: [Offer!]! }
        interface Ticket @key(fields: "id") { id: ID! }
        type Query { offer: Offer offers: [Offer!]! shop: Shop! brokenOffer: Offer ticket: Ticket greeting: String @shareable }`,
      resolvers: {
        Query: {
          offer: () => null,
          offers: () => [],
          shop: () => ({ name: 'Corner', offers: [] }),
          brokenOffer: () => {
            throw new Error('out of order');
          },
          ticket: () => null,
          greeting: () => 'hello',
        },
        Ticket: { __resolveType: () => 'Query' },
      },
    },
    {
      name: 'deals',
      sdl: `${link}
        interface Offer { id: ID title: String }
        type Deal implements Offer { id: ID title: String }
        type Ticket @key(fields: "id") @interfaceObject { id: ID! seat: String }
        type Query { deals: [Offer!] sold: Ticket greeting: String @shareable }`,
      resolvers: {
        Query: {
          deals: () => [{ __typename: 'Deal', title: 'Two for one' }],
          sold: () => ({ id: '1', seat: '7A' }),
          greeting: () => 'hello',
        },
        Offer: { __resolveType: () => 'Deal' },
      },
    },
  ]);
});
afterAll(() => graph.close());

describe('a field that the planner leaves out is asked for', () => {
  test.each<[what: string, query: string, plain: unknown, right: unknown]>([
    ['an empty list', '{ offers { title } greeting }', null, { offers: [], greeting: 'hello' }],
    ['with a typename beside it', '{ offers { __typename title } }', null, { offers: [] }],
    ['below another field', '{ shop { name offers { title } } }', null, { shop: { name: 'Corner', offers: [] } }],
    ['and what is above it', '{ shop { offers { title } } }', null, { shop: { offers: [] } }],
    [
      'through a fragment',
      '{ ...all } fragment all on Query { offers { ...one } } fragment one on Offer { title }',
      null,
      { offers: [] },
    ],
  ])('%s', async (_what, query, plain, right) => {
    expect((await graph.plain(query)).data).toEqual(plain);
    const { data, errors } = await graph.ours(query);
    expect({ data, errors }).toEqual({ data: right, errors: undefined });
  });

  test('and one of an interface object is asked for where it is hollow only', async () => {
    expect((await graph.ours('{ ticket { seat } greeting }')).data).toEqual({ ticket: null, greeting: 'hello' });
    const before = graph.subgraphs.offers?.calls.length;
    expect(await graph.plain('{ sold { seat } }')).toEqual({ data: { sold: { seat: '7A' } } });
    expect((await graph.ours('{ sold { seat } }')).data).toEqual({ sold: { seat: '7A' } });
    expect(graph.subgraphs.offers?.calls).toHaveLength(before ?? 0);
  });

  test('and its error is told', async () => {
    const query = '{ brokenOffer { title } }';
    expect(await graph.plain(query)).toEqual({ data: { brokenOffer: null } });
    const { data, errors } = await graph.ours(query);
    expect(data).toEqual({ brokenOffer: null });
    expect(errors).toMatchObject([{ path: ['brokenOffer'] }]);
  });

  test('and where it is served whole, it is served as before', async () => {
    const query = '{ deals { title ... on Deal { id } } offer { id } }';
    const right = { deals: [{ title: 'Two for one', id: null }], offer: null };
    expect((await graph.plain(query)).data).toEqual(right);
    expect((await graph.ours(query)).data).toEqual(right);
  });
});

describe('a plan that leaves a root field out is refused', () => {
  const schema = buildSchema('type Query { a: Int b: Int }');
  const plan: QueryPlan = {
    kind: 'QueryPlan',
    node: {
      kind: 'Sequence',
      nodes: [
        {
          kind: 'Fetch',
          serviceName: 's',
          operationName: undefined,
          operation: '{...f}fragment f on Query{a}',
          operationKind: 'query' as never,
        },
      ],
    },
  };
  const left = (query: string) => {
    const { operation, fragments } = buildOperationContext({ schema, operationDocument: parse(query) });
    return unplannedFields(plan, operation, fragments);
  };

  test.each([
    ['{ a }', []],
    ['{ a __typename __schema { description } }', []],
    ['{ a b }', ['b']],
    ['{ x: a }', ['x']],
    ['{ ... on Query { b } ...f } fragment f on Query { c: b }', ['b', 'c']],
    ['query($x: Boolean!) { a b @include(if: $x) ... @skip(if: $x) { c: b } }', []],
  ])('%s', (query, names) => {
    expect(left(query)).toEqual(names);
  });

  test('with words that name it', () => {
    const { operation, fragments } = buildOperationContext({ schema, operationDocument: parse('{ a b c: b }') });
    expect(() => refuseUnplanned(plan, operation, fragments)).toThrow(
      /No subgraph can answer what is asked of "b", "c"/,
    );
  });
});
