import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
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

describe('past fastify', () => {
  /** Requests that have come as far as a handler of fastify's. */
  const seen: unknown[] = [];
  const note = (message: unknown): void => void seen.push(message);
  beforeAll(() => subscribe('tracing:fastify.request.handler:start', note));
  afterAll(() => unsubscribe('tracing:fastify.request.handler:start', note));

  beforeEach(async () => {
    router = await library.openRouter({ cache: false, corsOrigins: ['https://app.example'] });
    await send({ body: { query } });
    seen.length = 0;
  });
  afterEach(() => router.close());

  const long = {
    query: `{ ${Array.from({ length: 9 }, (_, n) => `b${n}: books { isbn title weight copies }`).join(' ')} }`,
  };
  const known: Record<string, Sent> = {
    'a query': { body: { query } },
    'one of an allowed origin': { body: { query }, headers: { origin: 'https://app.example' } },
    'one of another origin': { body: { query }, headers: { origin: 'https://other.example' } },
    'one of Apollo Studio': { body: { query }, headers: { origin: 'https://studio.apollographql.com' } },
    'one with a charset': { body: { query }, headers: { 'content-type': 'application/json; charset=utf-8' } },
    'a short answer for who unpacks': { body: { query }, headers: { 'accept-encoding': 'br, gzip' } },
    'an error of a subgraph': { body: { query: '{ forbiddenBook { title } }' } },
  };
  test.each(Object.entries(known))('goes %s', async (_what, request) => {
    const first = await send({ ...request, headers: { ...request.headers, accept: 'application/json' } });
    seen.length = 0;
    const again = await send({ ...request, headers: { ...request.headers, accept: 'application/json' } });
    expect(again).toBe(first);
    expect(seen).toEqual([]);
  });

  const others: Record<string, readonly [status: number, Sent]> = {
    'keys that nobody means well with': [400, { body: { query, variables: JSON.parse('{"__proto__": {}}') } }],
    'a long answer for who unpacks': [200, { body: long, headers: { 'accept-encoding': 'gzip' } }],
    'another content type': [200, { body: { query }, headers: { 'content-type': 'application/json;charset=UTF-8' } }],
  };
  test.each(Object.entries(others))('does not go %s', async (_what, [status, request]) => {
    const first = await send(request);
    expect(first.startsWith(`HTTP/1.1 ${status} `)).toBe(true);
    expect(await send(request)).toBe(first);
    expect(seen).toHaveLength(status === 200 ? 2 : 0); // what is no JSON for it doesn't come to a handler
  });

  test.each([
    ['no page', {}],
    ['a page', { origin: 'https://any.example' }],
  ])('any origin may be allowed; then %s is told so with the same bytes', async (_who, headers) => {
    await router.close();
    router = await library.openRouter({ cache: false, corsOrigins: ['*'] });
    const first = await send({ body: { query }, headers });
    expect(first).toMatch(/access-control-allow-origin: \*\r\n/i);
    seen.length = 0;
    expect(await send({ body: { query }, headers })).toBe(first);
    expect(seen).toEqual([]);
  });

  test('a body that is none, or too long, is refused as ever', async () => {
    const post = (text: string) =>
      fetch(`${router.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text });
    await (await post(JSON.stringify({ query }))).text();
    const statuses = [];
    for (const text of ['', '{', '[]', `{"query":"${' '.repeat(110_000)}"}`]) statuses.push((await post(text)).status);
    expect(statuses).toEqual([400, 400, 400, 413]);
  });

  test('a body that comes in pieces is answered, a client that leaves in the middle of one harms nobody', async () => {
    const text = JSON.stringify({ query: '{ book(isbn: "1") { title } }', operationName: null });
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${text.length}\r\n\r\n`;
    const { hostname, port } = new URL(router.url);
    const leaving = createConnection({ host: hostname, port: Number(port) }, () =>
      leaving.write(head + text.slice(0, 9)),
    );
    await new Promise(setImmediate);
    const staying = createConnection({ host: hostname, port: Number(port) }, () =>
      staying.write(head + text.slice(0, 9)),
    );
    await once(staying, 'connect');
    leaving.destroy();
    staying.write(text.slice(9));
    const [answer] = await once(staying, 'data');
    expect(String(answer)).toContain('{"data":{"book":{"title":');
    staying.destroy();
  });
});
