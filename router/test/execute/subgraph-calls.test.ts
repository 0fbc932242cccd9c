import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Exposition, post } from '@moa/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Router, RouterOptions } from '../../src/index.ts';
import { Library } from '../support/library.ts';

let library: Library;
let books: Server;
let url: string;
let router: Router | undefined;
const calls: IncomingMessage[] = [];
let respond: (response: ServerResponse, call: number) => void;

beforeAll(async () => {
  library = await Library.open();
  books = createServer((request, response) => {
    calls.push(request);
    request.resume().on('end', () => respond(response, calls.length));
  });
  await new Promise<void>((resolve) => books.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(books.address() as AddressInfo).port}/graphql`; // a TCP server that listens has such an address
});
beforeEach(() => {
  calls.length = 0;
});
afterEach(async () => {
  await router?.close();
  router = undefined;
});
afterAll(async () => {
  books.closeAllConnections();
  books.close();
  await library.close();
});

const open = async (options: Partial<RouterOptions> = {}) => {
  router = await library.openRouter({ subgraphUrls: { books: url }, ...options });
  return router;
};
const ask = (at: Router, query = '{ wall }') => post(`${at.url}/graphql`, { query });
const wall = (response: ServerResponse) =>
  response.setHeader('content-type', 'application/json').end('{"data":{"wall":"w"}}');

test('a query is sent again when its connection breaks before anything of the answer came', async () => {
  respond = (response, call) => (call === 1 ? response.socket?.destroy() : wall(response));
  expect(await ask(await open())).toMatchObject({ data: { wall: 'w' } });
  expect(calls).toHaveLength(2);
});

test('a variable may be called as those are by which entities are asked for', async () => {
  respond = (response) => response.socket?.destroy();
  const { url: at } = await open();
  const query = 'query ($representations: [ID!]!) { booksBy(isbns: $representations) { title } }';
  expect(await post(`${at}/graphql`, { query, variables: { representations: ['1'] } })).toMatchObject({
    data: { booksBy: null },
    errors: [{ path: ['booksBy'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
  });
});

test('but once only', async () => {
  respond = (response) => response.socket?.destroy();
  expect(await ask(await open())).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
  expect(calls).toHaveLength(2);
});

test('a mutation is never sent again', async () => {
  respond = (response) => response.socket?.destroy();
  const { data } = await ask(await open(), 'mutation { addBook(isbn: "9", title: "x") { title } }');
  expect(data).toEqual({ addBook: null });
  expect(calls).toHaveLength(1);
});

test('an answer that stops in the middle is none, and not asked for again', async () => {
  respond = (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 });
    response.write('{"data":', () => response.socket?.destroy());
  };
  expect(await ask(await open())).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
  expect(calls).toHaveLength(1);
});

test('a subgraph that never answers is given up', async () => {
  respond = () => {};
  expect(await ask(await open())).toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
});

test('the subgraph is told how long it may take', async () => {
  respond = wall;
  await ask(await open());
  expect(Number(calls[0]?.headers['x-timeout-ms'])).toBeGreaterThan(0);
  expect(Number(calls[0]?.headers['x-timeout-ms'])).toBeLessThanOrEqual(3_000);
});

test('after many failures in a row the subgraph is left in peace; refusals are no failures', async () => {
  const failing = await open();
  respond = (response) => response.writeHead(503).end();
  for (let n = 0; n < 25; n += 1) await ask(failing);
  expect(calls).toHaveLength(20);
  await failing.close();

  calls.length = 0;
  const refusing = await open();
  respond = (response) => response.writeHead(401).end();
  for (let n = 0; n < 25; n += 1) await ask(refusing);
  expect(calls).toHaveLength(25);
});

describe('a subgraph that has too much in hand, which it says by 503 with Retry-After,', () => {
  const busy = (response: ServerResponse) => response.writeHead(503, { 'retry-after': '1' }).end();

  test('is not asked again, nor left alone; whoever asked only for what is there hears 503 as well', async () => {
    const at = await open({ metrics: { port: 0 } });
    respond = busy;
    for (const query of ['{ wall }', 'mutation { addBook(isbn: "9", title: "x") { title } }']) {
      calls.length = 0;
      for (let n = 0; n < 25; n += 1) await ask(at, query);
      expect(calls).toHaveLength(25);
      const refused = await fetch(`${at.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
      expect(await refused.json()).toMatchObject({
        errors: [{ extensions: { code: 'OVERLOADED', retryAfterSeconds: 1 } }],
      });
    }
    const metrics = await Exposition.read(at.metricsUrl);
    expect(metrics.sum('router_fetch_duration_seconds_count', { subgraph: 'books', outcome: 'busy' })).toBe(52);
    expect(metrics.sum('router_subgraph_circuit_state', { subgraph: 'books', state: 'closed' })).toBe(1);
    respond = wall;
    expect(await ask(at)).toMatchObject({ data: { wall: 'w' } });
  });

  test('is missing from an answer that others are part of, and says when to come again', async () => {
    respond = busy;
    const absence = { extensions: { code: 'OVERLOADED', retryAfterSeconds: 1 } };
    expect(await ask(await open(), '{ wall latestReview { id book { title } } }')).toMatchObject({
      status: 200,
      data: { wall: null, latestReview: { id: '0', book: { title: null } } },
      errors: [
        { path: ['wall'], ...absence },
        { path: ['latestReview', 'book', 'title'], ...absence },
      ],
    });
  });

  test('has changed nothing, so what is kept of it stays good', async () => {
    const at = await open();
    respond = (response) => wall(response.setHeader('cache-control', 'public, max-age=60'));
    await ask(at);
    respond = busy;
    expect((await ask(at, 'mutation { addBook(isbn: "9", title: "x") { title } }')).status).toBe(503);
    expect(await ask(at)).toMatchObject({ status: 200, data: { wall: 'w' } });
    expect(calls).toHaveLength(2);
  });

  test('is the same in this process', async () => {
    const local = { books: async () => ({ status: 503, headers: { 'retry-after': '1' }, text: '' }) };
    expect(await ask(await open({ local }))).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'OVERLOADED' } }],
    });
  });
});

test('of the headers of clients those go along that a rule names', async () => {
  respond = wall;
  const at = await open({ clientHeaders: { '*': ['Accept-Language'], books: ['x-trace'], reviews: ['x-other'] } });
  await fetch(`${at.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': 'ko',
      'x-trace': '1',
      'x-other': '2',
      cookie: 'a',
    },
    body: '{"query":"{ wall }"}',
  });
  expect(calls[0]?.headers).toMatchObject({ 'accept-language': 'ko', 'x-trace': '1' });
  expect(calls[0]?.headers).not.toHaveProperty('x-other');
  expect(calls[0]?.headers).not.toHaveProperty('cookie');
  await expect(open({ clientHeaders: { books: ['Authorization'] } })).rejects.toThrow(/"authorization"/);
});

test('a subgraph in this process is called without a socket, with the same headers', async () => {
  const requests: { headers: Readonly<Record<string, string>>; body: string }[] = [];
  const at = await open({
    subgraphUrls: { books: 'http://nowhere.invalid/graphql' },
    local: {
      books: async (request) => {
        requests.push(request);
        if (request.body.includes('slowBook')) throw new Error('It is broken.');
        return { status: 200, headers: {}, text: '{"data":{"wall":"here"}}' };
      },
    },
  });
  expect(await ask(at)).toMatchObject({ data: { wall: 'here' } });
  const [request] = requests;
  expect(JSON.parse(request?.body ?? '')).toMatchObject({ query: '{wall}', variables: {} });
  expect(request?.headers.authorization).toMatch(/^Bearer \S+$/);
  expect(request?.headers['x-request-id']).toBeTruthy();
  expect(await ask(at, '{ slowBook { title } }')).toMatchObject({
    data: { slowBook: null },
    errors: [{ path: ['slowBook'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
  });
});
