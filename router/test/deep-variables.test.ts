import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Graph, link, openGraph } from './corrections/graph.ts';

let graph: Graph;
beforeAll(async () => {
  const sdl = `${link} input Box { in: Box } type Query { boxes(box: Box): Int }`;
  graph = await openGraph([{ name: 'attic', sdl, resolvers: { Query: { boxes: () => 1 } } }]);
});
afterAll(() => graph.close());

test('variables of a type that holds itself are measured before anybody walks through them', async () => {
  const query = 'query ($box: Box) { boxes(box: $box) }';
  const levels = 14_000;
  const body = `{"query":${JSON.stringify(query)},"variables":{"box":${'{"in":'.repeat(levels)}null${'}'.repeat(levels)}}}`;
  const ask = async () => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return [response.status, await response.json()];
  };
  const refused = [
    400,
    {
      errors: [
        {
          message: 'Variables may be nested 32 levels deep; these are deeper.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
      extensions: { requestId: expect.any(String) },
    },
  ];
  expect(await ask()).toEqual(refused);
  expect(await graph.ours(query, { box: { in: null } })).toMatchObject({ data: { boxes: 1 } });
  expect(await ask()).toEqual(refused); // now that it is planned
});
