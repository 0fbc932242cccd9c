import { createConnection } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createAuthenticator, type Router } from '../../src/index.ts';
import { Library } from '../support/library.ts';

let library: Library;
let router: Router;

beforeAll(async () => {
  library = await Library.open();
});
afterAll(() => library.close());

const pipeline = vi.spyOn(ApolloServer.prototype, 'executeHTTPGraphQLRequest');

type Sent = { readonly body: unknown; readonly headers?: Readonly<Record<string, string>> };

/** Status line, headers and body as they came over the wire; only the date may differ. */
function send({ body, headers = {} }: Sent): Promise<string> {
  const { hostname, port } = new URL(router.url);
  const text = JSON.stringify(body);
  const lines = Object.entries({
    host: 'router',
    connection: 'close',
    'x-request-id': 'request-0003',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = createConnection({ host: hostname, port: Number(port) }, () =>
      socket.write(`POST /graphql HTTP/1.1\r\n${lines.join('')}\r\n${text}`),
    );
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('end', () => resolve(String(Buffer.concat(chunks)).replace(/date: .*\r\n/i, '')));
  });
}

const query = 'query Q($isbn: ID = "1") { book(isbn: $isbn) { title copies } }';
const accept = (types: string) => ({ accept: types });

describe('who asks again gets the same bytes, on the short way as through the pipeline', () => {
  const requests: Record<string, Sent> = {
    'a query': { body: { query } },
    'one with variables': { body: { query, variables: { isbn: '2' } } },
    'one with a name': { body: { query: `${query} query R { wall }`, operationName: 'R' } },
    'one with nulls around it': { body: { query, variables: null, operationName: null, extensions: null } },
    'one with an empty name': { body: { query, operationName: '' } },
    'one with an extension': { body: { query, extensions: { a: 1 } } },
    introspection: { body: { query: '{ __schema { queryType { name } } book(isbn: "1") { __typename } }' } },
    'an error of a subgraph': { body: { query: '{ forbiddenBook { title } brokenBook { title } wall }' } },
    'a variable that does not fit': { body: { query, variables: { isbn: {} } } },
    'a condition that is null': {
      body: {
        query: 'query($x: Boolean = true) { wall book(isbn: "1") @include(if: $x) { copies } }',
        variables: { x: null },
      },
    },
    'variables that are none': { body: { query, variables: [] } },
    'a document that is not valid': { body: { query: '{ nothing }' } },
    'odd names': { body: { query: '{ __proto__: wall constructor: wall toJSON: wall }' } },
    'graphql-response+json': { body: { query }, headers: accept('application/graphql-response+json') },
    'a choice of types': {
      body: { query },
      headers: accept('application/graphql-response+json, application/json;q=0.9'),
    },
    'a type that we have not': { body: { query }, headers: accept('text/html') },
    'a page of another origin': { body: { query }, headers: { origin: 'https://library.example' } },
    'a content type with a charset': {
      body: { query },
      headers: { 'content-type': 'application/json; charset=utf-8' },
    },
    'a content type that is none': { body: { query }, headers: { 'content-type': 'text/plain' } },
  };
  const throughPipeline = new Set([
    'one with an empty name',
    'one with an extension',
    'a variable that does not fit',
    'a condition that is null',
    'variables that are none',
    'a document that is not valid',
    'a type that we have not',
    'a content type that is none',
  ]);
  for (const [what, request] of Object.entries(requests)) {
    test(what, async () => {
      router = await library.openRouter({ cache: false });
      pipeline.mockClear();
      const first = await send(request);
      // The pipeline has seen both the document and the Accept header by now.
      expect([await send(request), await send(request)]).toEqual([first, first]);
      expect(first).toMatch(/^HTTP\/1\.1 \d{3} /);
      expect(pipeline.mock.calls.length).toBe(throughPipeline.has(what) ? 3 : 1);
      await router.close();
    });
  }

  test('with a subgraph down', async () => {
    router = await library.openRouter({ cache: false });
    await library.subgraphs.shelves.stop();
    const first = await send({ body: { query } });
    expect(first).toContain('SUBGRAPH_UNAVAILABLE');
    expect(await send({ body: { query } })).toBe(first);
    await library.subgraphs.shelves.start();
    await router.close();
  });
});

test('a token that is not valid is refused on the short way, too', async () => {
  const refused = { authorization: 'Bearer a.b.c' };
  router = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: 'http://127.0.0.1:9/keys', issuer: 'i', audience: 'a' }),
  });
  const served = await send({ body: { query } });
  expect(served).toMatch(/^HTTP\/1\.1 200 /);
  expect(await send({ body: { query }, headers: refused })).toMatch(/^HTTP\/1\.1 401 /);
  expect(await send({ body: { query } })).toBe(served);
  await router.close();
});

test('a mutation is counted and carried out each time', async () => {
  router = await library.openRouter({ rateLimits: { mutationsPerMinute: 2 } });
  const rename = { body: { query: 'mutation { renameBook(isbn: "1", title: "Dune") { title } }' } };
  const statuses: string[] = [];
  for (const _ of [1, 2, 3]) statuses.push((await send(rename)).slice(0, 'HTTP/1.1 200'.length));
  expect(statuses).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 429']);
  await router.close();
});
