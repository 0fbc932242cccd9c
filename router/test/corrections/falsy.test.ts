import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Graph, link, openGraph } from './graph.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await openGraph([
    {
      name: 'readings',
      // The planner writes `value` out for each type, and gives one of the two an alias, since Int! and Int do not merge.
      sdl: `${link}
        interface Reading { id: ID! }
        type Exact implements Reading { id: ID! value: Int! }
        type Vague implements Reading { id: ID! value: Int }
        type Query { readings: [Reading!] }`,
      resolvers: {
        Query: {
          readings: () => [
            { __typename: 'Exact', id: '1', value: 0 },
            { __typename: 'Vague', id: '2', value: 0 },
            { __typename: 'Vague', id: '3', value: null },
            { __typename: 'Exact', id: '4', value: 4 },
          ],
        },
        Reading: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
      },
    },
    {
      name: 'archive',
      sdl: `${link}
        interface Reading { id: ID! value: Int }
        type Old implements Reading { id: ID! value: Int }
        type Query { oldest: Old }`,
      resolvers: { Query: { oldest: () => null } },
    },
  ]);
});
afterAll(() => graph.close());

test('a value of zero outlives an alias of the planner', async () => {
  const query = '{ readings { value } }';
  const right = { readings: [{ value: 0 }, { value: 0 }, { value: null }, { value: 4 }] };
  expect((await graph.plain(query)).data).not.toEqual(right);
  expect((await graph.ours(query)).data).toEqual(right);
});
