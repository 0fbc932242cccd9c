import { createServer } from 'node:http';
import { post } from '@moa/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Router } from '../src/index.ts';
import { Library } from './support/library.ts';

let library: Library;
let router: Router;
const ask = (query: string) => post(`${router.url}/graphql`, { query });

beforeAll(async () => {
  library = await Library.open();
  router = await library.openRouter();
});
afterEach(async () => {
  for (const subgraph of Object.values(library.subgraphs)) {
    await subgraph.stop();
    await subgraph.start();
  }
});
afterAll(async () => {
  await router.close();
  await library.close();
});

/** Whatever tells of the inside: subgraph names, addresses, stack traces, our own libraries. */
const inside =
  /shelves"|reviews-|books-|serviceName|127\.0\.0\.1|localhost|:\d{4,5}\b|ECONN|\.ts\b|\bat \w+.*\(|node_modules|undici|fetch/;

test('G2: with a subgraph down its fields are null, each with an error, and the others are served', async () => {
  await library.subgraphs.shelves.stop();
  const { status, data, errors } = await ask('{ books { title copies } }');
  expect(status).toBe(200);
  expect(data).toEqual({
    books: [
      { title: 'Dune', copies: null },
      { title: 'Emma', copies: null },
    ],
  });
  expect(errors?.map(({ path, extensions }) => [path, extensions])).toEqual([
    [['books', 0, 'copies'], { code: 'SUBGRAPH_UNAVAILABLE' }],
    [['books', 1, 'copies'], { code: 'SUBGRAPH_UNAVAILABLE' }],
  ]);
});

test('G2: a root field whose subgraph is down is null, under its alias', async () => {
  await library.subgraphs.books.stop();
  const { data, errors } = await ask('{ mine: book(isbn: "1") { title } latestReview { id } }');
  expect(data).toEqual({ mine: null, latestReview: { id: '0' } });
  expect(errors).toMatchObject([{ path: ['mine'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
});

test('an error for what nobody asked for moves to the nearest thing that is shown', async () => {
  await library.subgraphs.books.stop();
  // postage needs the book's weight, which the client doesn't see.
  const { data, errors } = await ask('{ latestReview { book { postage } } }');
  expect(data).toEqual({ latestReview: { book: { postage: null } } });
  expect(errors).toMatchObject([{ path: ['latestReview', 'book'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
});

test('G4: nothing of the inside leaks, whatever fails', async () => {
  await library.subgraphs.shelves.stop();
  const answers = await Promise.all(
    [
      '{ books { copies } }',
      '{ brokenBook { title } }',
      '{ forbiddenBook { title } }',
      '{ driftedBook { title } }',
      '{ nonsense }',
      '{',
    ].map(async (query) => {
      const response = await fetch(`${router.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return (
        (await response.text()) +
        JSON.stringify([...response.headers].filter(([name]) => name !== 'x-request-id' && name !== 'content-length'))
      );
    }),
  );
  expect(answers).toHaveLength(6);
  for (const answer of answers) {
    expect(answer).toContain('"errors"');
    expect(answer).not.toMatch(inside);
  }
});

test("a subgraph's own refusal passes with message and code; its accident is masked, with an id to find it by", async () => {
  const refused = await ask('{ forbiddenBook { title } }');
  expect(refused.errors).toEqual([
    { message: 'Only librarians read this.', path: ['forbiddenBook'], extensions: { code: 'FORBIDDEN' } },
  ]);

  const response = await fetch(`${router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'request-0001' },
    body: JSON.stringify({ query: '{ brokenBook { title } }' }),
  });
  expect(response.headers.get('x-request-id')).toBe('request-0001');
  expect(await response.json()).toEqual({
    data: { brokenBook: null },
    errors: [
      {
        message: 'Something went wrong on our side.',
        path: ['brokenBook'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ],
    extensions: { requestId: 'request-0001' },
  });
});

test('a code that only the router may give is masked when a subgraph gives it', async () => {
  const { errors } = await ask('{ driftedBook { title } }');
  expect(errors).toMatchObject([
    { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
  ]);
});

test('a body over 100 KB is refused with 413 and a code', async () => {
  const { status, errors } = await ask(`{ books { title } } # ${'x'.repeat(101 * 1024)}`);
  expect(status).toBe(413);
  expect(errors?.[0]?.extensions?.code).toBe('PAYLOAD_TOO_LARGE');
});

test('fragments that multiply are refused and the router lives on', async () => {
  const levels = Array.from(
    { length: 20 },
    (_, level) =>
      `fragment f${level} on Review { a${level}: book { reviews { ...f${level + 1} } } b${level}: book { reviews { ...f${level + 1} } } }`,
  );
  const bomb = `{ latestReview { ...f0 } } ${levels.join(' ')} fragment f20 on Review { id }`;
  const { status, errors } = await ask(bomb);
  expect(status).toBe(400);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('10000'),
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
  expect((await ask('{ latestReview { id } }')).data).toEqual({ latestReview: { id: '0' } });
});

test('a document of more than 1,000 tokens is refused', async () => {
  const { status, errors } = await ask(`{ ${'__typename '.repeat(1001)} }`);
  expect(status).toBe(400);
  expect(errors?.[0]?.extensions?.code).toBe('GRAPHQL_PARSE_FAILED');
});

test('what is not JSON, not GraphQL or not here is refused in the shape of a GraphQL answer', async () => {
  const send = async (path: string, type: string, body: string) => {
    const response = await fetch(router.url + path, {
      method: 'POST',
      headers: { 'content-type': type, 'apollo-require-preflight': '1' },
      body,
    });
    const answer: unknown = await response.json();
    return [response.status, answer];
  };
  expect(await send('/graphql', 'application/json', '{')).toMatchObject([
    400,
    { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
  ]);
  expect(await send('/graphql', 'application/json', '[]')).toMatchObject([
    400,
    { errors: [{ extensions: { code: 'BAD_REQUEST' } }] },
  ]);
  expect(await send('/graphql', 'text/csv', 'a,b')).toMatchObject([
    415,
    { errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] },
  ]);
  expect(await send('/nowhere', 'application/json', '{}')).toMatchObject([
    404,
    { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
  ]);
});

test('a subgraph that answers nonsense is unavailable', async () => {
  const answers = { html: '<html>', text: '"x"', empty: '{}' };
  for (const body of Object.values(answers)) {
    const server = createServer((_request, response) =>
      response.setHeader('content-type', 'application/json').end(body),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const odd = await library.openRouter({ subgraphUrls: { books: `http://127.0.0.1:${port}/graphql` } });
    const { data, errors } = await post(`${odd.url}/graphql`, { query: '{ wall latestReview { id } }' });
    expect(data).toEqual({ wall: null, latestReview: { id: '0' } });
    expect(errors).toMatchObject([{ path: ['wall'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    await odd.close();
    await new Promise((resolve) => server.close(resolve));
  }
});

test.each([
  ['11 root fields', `{ ${Array.from({ length: 11 }, (_, n) => `a${n}: wall`).join(' ')} }`, '10 root fields'],
  ['11 root fields in fragments', `{ ${'...f '.repeat(11)} } fragment f on Query { wall }`, '10 root fields'],
  ['16 aliases', `{ books { ${Array.from({ length: 16 }, (_, n) => `a${n}: title`).join(' ')} } }`, '15 aliases'],
  ['21 directives', `{ wall ${'@include(if: true) '.repeat(21)} }`, '20 directives'],
  ['eleven levels', `{ latestReview { ${'book { reviews { '.repeat(5)} id ${'} } '.repeat(5)} } }`, '10 levels'],
])('an operation with %s is refused', async (_what, query, message) => {
  const { status, errors } = await ask(query);
  expect([status, errors?.find((error) => error.message.includes(message))?.extensions?.code]).toEqual([
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ]);
});

test('of several operations one must be named', async () => {
  const { status, errors } = await ask('query A { wall } query B { wall }');
  expect([status, errors?.[0]?.extensions?.code]).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
});

test('a value that only the subgraph can refuse is the fault of the client, not an outage', async () => {
  const server = createServer((_request, response) =>
    response
      .writeHead(400, { 'content-type': 'application/json' })
      .end('{"errors":[{"message":"No such weight.","extensions":{"code":"BAD_USER_INPUT"}}]}'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const strict = await library.openRouter({ subgraphUrls: { books: `http://127.0.0.1:${port}/graphql` } });
  const { data, errors } = await post(`${strict.url}/graphql`, { query: '{ wall }' });
  expect(data).toEqual({ wall: null });
  expect(errors).toMatchObject([{ message: 'No such weight.', extensions: { code: 'BAD_USER_INPUT' } }]);
  await strict.close();
  await new Promise((resolve) => server.close(resolve));
});

test('an address that is none is refused in the shape of a GraphQL answer', async () => {
  const response = await fetch(`${router.url}/%zz`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});
