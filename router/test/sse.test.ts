import { once } from 'node:events';
import { get as httpGet, type IncomingMessage } from 'node:http';
import { until } from '@moa/testing';
import fastify from 'fastify';
import { createClient } from 'graphql-sse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAuthenticator, type Router } from '../src/index.ts';
import { limits } from '../src/limits.ts';
import {
  openEventStream,
  type EventStream as ServerSentEvents,
} from '../src/subscriptions/event-stream/event-stream.ts';
import { EventStream } from './support/event-stream.ts';
import { audience, Issuer, issuer } from './support/issuer.ts';
import { Library } from './support/library.ts';
import { RevokedFeed } from './support/revoked-feed.ts';
import { RawSocket } from './support/socket.ts';

let library: Library;
let router: Router;
const reviewed = 'subscription { reviewed { id book { title copies } } }';
const streamUrl = () => `${router.url}/graphql/stream`;
const get = (query: string, headers: Record<string, string> = { accept: 'text/event-stream' }) =>
  EventStream.open(`${streamUrl()}?${new URLSearchParams({ query })}`, { headers });
const post = (request: object, headers: Record<string, string> = {}) =>
  EventStream.open(streamUrl(), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(request),
  });

beforeEach(async () => {
  library = await Library.open();
  router = await library.openRouter();
});
afterEach(async () => {
  await router.close();
  await library.close();
});

test('a client of graphql-sse follows a subscription to its end, through three subgraphs', async () => {
  const client = createClient({ url: streamUrl(), retryAttempts: 0 });
  const query = 'subscription($n: Int!) { ticked(upTo: $n) { number review { book { title copies } } } }';
  const seen: unknown[] = [];
  for await (const { data, errors } of client.iterate({ query, variables: { n: 20 } })) {
    expect(errors).toBeUndefined();
    seen.push(data?.ticked);
  }
  expect(seen).toHaveLength(20);
  expect(seen.at(-1)).toEqual({ number: 20, review: { book: { title: 'Emma', copies: 20 } } });
  client.dispose();
});

test('an EventSource gets the state and each change by GET; when it goes its subscription ends', async () => {
  const news = await get(reviewed);
  expect(news.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(news.response.headers.get('cache-control')).toBe('no-store');
  await until(() => news.next.length === 1);
  library.review('7', '2');
  await until(() => news.next.length === 2);
  expect(news.next).toEqual([
    { data: { reviewed: { id: 'snapshot', book: { title: 'Dune', copies: 10 } } } },
    { data: { reviewed: { id: '7', book: { title: 'Emma', copies: 20 } } } },
  ]);
  news.leave();
  await until(() => library.reviewed.listeners === 0);
});

test('clients of both kinds share what is the same', async () => {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.length === 1);
  const stop = library.holdReviews();
  socket.subscribe('a', reviewed);
  await socket.answered();
  const news = await get(reviewed);
  await until(() => library.subgraphs.reviews.subscribers.length === 1);
  stop();
  await until(() => news.next.length === 1 && socket.of('a').length === 1);
  library.review('8');
  await until(() => news.next.length === 2 && socket.of('a').length === 2);
  expect(socket.of('a').map(({ payload }) => payload)).toEqual(news.next);
  expect(library.subgraphs.reviews.subscribers).toHaveLength(1);
  socket.socket.close();
  news.leave();
});

test('queries, and mutations by POST, are answered once', async () => {
  const asked = await get('{ book(isbn: "2") { title } }');
  await asked.ended;
  expect(asked.events).toEqual([
    { event: 'next', data: '{"data":{"book":{"title":"Emma"}}}' },
    { event: 'complete', data: '' },
  ]);
  const changed = await post({ query: 'mutation { renameBook(isbn: "2", title: "Emma II") { title } }' });
  await changed.ended;
  expect(changed.next).toEqual([{ data: { renameBook: { title: 'Emma II' } } }]);
  const forged = await get('mutation { renameBook(isbn: "2", title: "Forged") { title } }');
  await forged.ended;
  expect(forged.next).toMatchObject([{ errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
  expect(library.titles.get('2')).toBe('Emma II');
});

test.each([
  ['subscription { nonsense }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
  ['subscription($n: Int!) { ticked(upTo: $n) { number } }', { n: 'many' }, 'BAD_USER_INPUT'],
  ['subscription { reviewed(secret: true) { id } }', {}, 'FORBIDDEN'],
  ['{ nonsense }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['query A { wall } query B { wall }', {}, 'OPERATION_RESOLUTION_FAILURE'],
])('%s is refused in the stream, with a code and the request id', async (query, variables, code) => {
  const refused = await post({ query, variables });
  await refused.ended;
  expect(refused.response.status).toBe(200);
  expect(refused.next).toMatchObject([{ errors: [{ extensions: { code } }] }]);
  expect(JSON.stringify(refused.next)).toContain(refused.response.headers.get('x-request-id'));
  expect(refused.events.at(-1)?.event).toBe('complete');
});

test.each([
  ['a GET that any page can send', { method: 'GET' }, 400],
  ['a form', { method: 'POST', body: new URLSearchParams({ query: reviewed }) }, 415],
  [
    'text',
    { method: 'POST', body: JSON.stringify({ query: reviewed }), headers: { 'content-type': 'text/plain' } },
    415,
  ],
  ['a list', { method: 'POST', body: '[]', headers: { 'content-type': 'application/json' } }, 400],
  ['no document', { method: 'POST', body: '{"query":7}', headers: { 'content-type': 'application/json' } }, 400],
  ['another method', { method: 'PUT' }, 404],
  ['a bad token', { method: 'GET', headers: { accept: 'text/event-stream', authorization: 'Bearer x' } }, 401],
])('%s is refused before there is a stream', async (_what, init, status) => {
  const strict = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: 'http://127.0.0.1:1/', issuer, audience }),
  });
  const response = await fetch(`${strict.url}/graphql/stream?query=${encodeURIComponent(reviewed)}`, init);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
  await strict.close();
});

test('a GET with the header of Apollo clients is as good as one that accepts event streams', async () => {
  const asked = await get('{ wall }', { 'apollo-require-preflight': '1' });
  await asked.ended;
  expect(asked.next).toHaveLength(1);
});

test('it ends with UNAUTHENTICATED when its token expires, and nobody else loses theirs', async () => {
  const members = await (await Issuer.create()).start();
  const strict = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: members.jwksUrl, issuer, audience }),
  });
  const openAs = async (seconds: number) =>
    EventStream.open(`${strict.url}/graphql/stream?${new URLSearchParams({ query: reviewed })}`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${await members.token({}, seconds)}` },
    });
  const stop = library.holdReviews();
  const [short, long] = [await openAs(2), await openAs(60)];
  await until(() => library.subgraphs.reviews.subscribers.length === 1);
  stop();
  await until(() => short.next.length === 1 && long.next.length === 1);
  await short.ended;
  expect(short.next.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  library.review('9');
  await until(() => long.next.length === 2);
  expect(library.subgraphs.reviews.subscribers).toHaveLength(1);
  long.leave();
  await strict.close();
  await members.stop();
});

test('a restarted subgraph is rejoined', async () => {
  const news = await get(reviewed);
  await until(() => news.next.length === 1);
  await library.subgraphs.reviews.stop();
  await library.subgraphs.reviews.start();
  await until(() => news.next.length === 2);
  library.review('10');
  await until(() => news.next.length === 3);
  expect(news.next.at(-1)).toMatchObject({ data: { reviewed: { id: '10' } } });
  news.leave();
});

test('draining ends it without "complete", so that clients come again elsewhere', async () => {
  const news = await get(reviewed);
  await until(() => news.next.length === 1);
  await router.close();
  await news.ended;
  expect(news.events.map(({ event }) => event)).toEqual(['next']);
});

test('draining waits for a request that is in hand', async () => {
  const asked = await get('{ slowBook { title } }');
  await library.slowAsked.promise;
  const closing = router.close();
  const news = await RawSocket.open(`${router.url}/graphql`).catch(() => undefined);
  expect(news).toBeUndefined(); // so it is draining
  library.slow.resolve();
  await asked.ended;
  expect(asked.events.map(({ event }) => event)).toEqual(['next', 'complete']);
  await closing;
});

test('other origins are told by CORS whether they may read it', async () => {
  const origin = 'https://library.example';
  const asked = await get('{ wall }', { accept: 'text/event-stream', origin });
  expect(asked.response.headers.get('access-control-allow-origin')).toBe(origin);
  expect(asked.response.headers.get('x-request-id')).toBeTruthy();
  asked.leave();
});

test('the 21st stream of a member is refused, and a place is free again when one has ended', async () => {
  const members = await (await Issuer.create()).start();
  const strict = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: members.jwksUrl, issuer, audience }),
  });
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${await members.token()}` };
  const another = () =>
    EventStream.open(`${strict.url}/graphql/stream?${new URLSearchParams({ query: reviewed })}`, { headers });
  const all = await Promise.all(Array.from({ length: limits.streamsPerMember }, another));
  const refused = await another();
  expect(refused.response.status).toBe(429);
  for (const each of all) each.leave();
  await until(() => library.reviewed.listeners === 0);
  const welcome = await another();
  expect(welcome.response.status).toBe(200);
  welcome.leave();
  await strict.close();
  await members.stop();
});

test('whoever is not signed in shares the places of their address', async () => {
  const strict = await library.openRouter({ placesPerAddress: 2, trustedProxies: ['127.0.0.1'] });
  const from = (address: string) =>
    EventStream.open(`${strict.url}/graphql/stream?${new URLSearchParams({ query: reviewed })}`, {
      headers: { accept: 'text/event-stream', 'x-forwarded-for': address },
    });
  const statusOf = ({ response }: EventStream) => response.status;
  const first = [await from('2001:db8:1:2::a'), await from('2001:db8:1:2::b')];
  const [third, elsewhere] = [await from('2001:db8:1:2::c'), await from('2001:db8:1:3::a')];
  expect([...first, third, elsewhere].map(statusOf)).toEqual([200, 200, 429, 200]);
  for (const each of [...first, elsewhere]) each.leave();
  await strict.close();
});

test('headers of the client reach subgraphs with its queries and mutations, and with no subscription', async () => {
  for (const metrics of [false, { port: 0 }] as const) {
    const passing = await library.openRouter({ clientHeaders: { books: ['accept-language'] }, metrics });
    const url = `${passing.url}/graphql/stream`;
    const headers = { 'content-type': 'application/json', 'accept-language': 'ko', 'x-trace': 't' };
    const ask = (query: string) => EventStream.open(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const sent = () => library.subgraphs.books.calls.at(-1)?.headers;
    await (await ask('{ wall }')).ended;
    expect(sent()).toMatchObject({ 'accept-language': 'ko' });
    expect(sent()).not.toHaveProperty('x-trace');
    await (await ask('mutation { addBook(isbn: "1", title: "Dune") { title } }')).ended;
    expect(sent()).toMatchObject({ 'accept-language': 'ko' });
    await (await ask('subscription { ticked(upTo: 1) { review { book { title } } } }')).ended;
    expect(sent()).not.toHaveProperty('accept-language'); // others may share its events
    await passing.close();
  }
});

test('a session that is revoked takes its own stream along, and no other of the same member', async () => {
  const members = await (await Issuer.create()).start();
  const feed = await new RevokedFeed().start();
  const authenticate = createAuthenticator({ jwksUrl: members.jwksUrl, revokedUrl: feed.url, issuer, audience });
  const strict = await library.openRouter({ authenticate });
  await until(() => feed.waiting === 1);
  const goOn = library.holdReviews();
  const [lost, kept] = [await members.token({ sid: 's1' }), await members.token({ sid: 's2' })];
  const socket = await RawSocket.open(`${strict.url}/graphql`, { authorization: `Bearer ${kept}` });
  await until(() => socket.received.length === 1);
  socket.subscribe('a', reviewed);
  await socket.answered();
  const stream = await EventStream.open(`${strict.url}/graphql/stream?${new URLSearchParams({ query: reviewed })}`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${lost}` },
  });
  await until(() => library.subgraphs.reviews.subscribers.length === 1);
  goOn();
  await until(() => stream.next.length === 1 && socket.of('a').length === 1);
  feed.revoke('s1');
  await stream.ended;
  expect(stream.next.at(-1)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  library.review('8');
  await until(() => socket.of('a').length === 2);
  expect(library.subgraphs.reviews.subscribers).toHaveLength(1);
  socket.socket.terminate();
  await strict.close();
  await authenticate.close();
  await Promise.all([feed.stop(), members.stop()]);
});

/** Reads the head of an event stream, and then nothing. */
async function openDeaf(url: string): Promise<IncomingMessage> {
  const request = httpGet(url, { headers: { accept: 'text/event-stream' }, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage]; // by node:http
  response.on('error', () => {}); // it may be cut off
  response.pause();
  return response;
}

test('a client that stops reading loses its subscription, not the router its memory', async () => {
  const deaf = await openDeaf(`${streamUrl()}?${new URLSearchParams({ query: 'subscription { reviewed { text } }' })}`);
  await until(() => library.reviewed.listeners === 1);
  const text = 'x'.repeat(100_000);
  const flood = setInterval(() => {
    for (let index = 0; index < 200; index += 1) library.review(text);
  }, 1);
  await until(() => library.reviewed.listeners === 0, { timeoutMs: 20_000 });
  clearInterval(flood);
  deaf.destroy();
});

test('comments keep it open, and find out who does not read', async () => {
  const app = fastify();
  const streams: ServerSentEvents[] = [];
  app.get('/', (_request, reply) => {
    streams.push(openEventStream(reply, 5));
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const awake = await openDeaf(url);
  let heard = '';
  awake.on('data', (chunk: Buffer) => {
    heard += chunk;
  });
  awake.resume();
  await until(() => heard.length > 10);
  expect(heard).toMatch(/^(:\n\n)+$/);
  awake.destroy();
  const deaf = await openDeaf(url);
  const stream = streams.at(-1);
  const closed = new Promise<void>((resolve) => stream?.onClose(resolve));
  // More than the buffers of two TCP stacks hold.
  for (let written = 0; written < 200; written += 1) stream?.write('x'.repeat(100_000));
  await closed;
  deaf.destroy();
  app.server.closeAllConnections();
  await app.close();
});
