import type { GraphQLResolveInfo } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import type { Subgraph } from '../src/index.ts';
import { listening } from './listening.ts';

const policies = { Query: { hinted: 'public', asked: 'public', broken: 'public' } } as const;
const hint = 'directive @cacheControl(maxAge: Int) on FIELD_DEFINITION';

/** A subgraph that says whether Apollo Server asks at each field how long it may be kept. */
async function serve(directive: string, use: string) {
  const subgraph: Subgraph<object> = {
    name: 'hints',
    typeDefs: `${directive} type Query { hinted: Int${use}, asked: Boolean, broken: Int }`,
    resolvers: {
      Query: {
        hinted: () => 1,
        asked: (...[, , , info]: [unknown, unknown, unknown, GraphQLResolveInfo]) => 'cacheControl' in info,
        broken: () => {
          throw new Error('broken');
        },
      },
    },
    policies,
    contextFor: (viewer) => ({ viewer }),
    ready: async () => undefined,
    close: async () => undefined,
  };
  const { url, token, close } = await listening(subgraph);
  onTestFinished(close);
  return async (query: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await token()}` };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data } = (await response.json()) as { data?: unknown }; // an answer of GraphQL
    return { keep: response.headers.get('cache-control'), data };
  };
}

test('a schema that says nothing of keeping answers has none kept, and is not asked at each field', async () => {
  const ask = await serve('', '');
  expect(await ask('{ hinted asked }')).toEqual({ keep: 'no-store', data: { hinted: 1, asked: false } });
  expect((await ask('{ broken }')).keep).toBe('no-store');
  expect((await ask('{ unknown }')).keep).toBe('no-store');
});

test('one that does has those kept of which it says so', async () => {
  const ask = await serve(hint, ' @cacheControl(maxAge: 60)');
  expect(await ask('{ hinted }')).toMatchObject({ keep: 'max-age=60, public' });
  expect(await ask('{ hinted asked }')).toEqual({ keep: 'no-store', data: { hinted: 1, asked: true } });
});
