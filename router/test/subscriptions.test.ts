import { createSigner } from '@moa/identity';
import { subscribe, until } from '@moa/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAuthenticator, type Router } from '../src/index.ts';
import { audience, Issuer, issuer } from './support/issuer.ts';
import { Library } from './support/library.ts';
import { RawSocket } from './support/socket.ts';

let library: Library;
let router: Router;
const open = <Data>(query: string, variables = {}) => subscribe<Data>(`${router.url}/graphql`, { query, variables });
const reviewed = 'subscription { reviewed { id } }';

beforeEach(async () => {
  library = await Library.open();
  router = await library.openRouter();
});
afterEach(async () => {
  await router.close();
  await library.close();
});

test('G3: each event is completed by three subgraphs, and events keep their order', async () => {
  const ticks = open<{ ticked: unknown }>(
    'subscription($n: Int!) { ticked(upTo: $n) { number review { text book { title postage copies } } } }',
    { n: 50 },
  );
  const seen: unknown[] = [];
  for await (const { data, errors } of ticks) {
    expect(errors).toBeUndefined();
    seen.push(data?.ticked);
  }
  expect(seen).toHaveLength(50);
  expect(seen.slice(0, 2)).toEqual([
    { number: 1, review: { text: 'Review 1', book: { title: 'Dune', postage: 600, copies: 10 } } },
    { number: 2, review: { text: 'Review 2', book: { title: 'Emma', postage: 600, copies: 20 } } },
  ]);
  expect(seen.map((tick) => (tick as { number: number }).number)).toEqual(
    Array.from({ length: 50 }, (_, index) => index + 1),
  );
  await ticks.close();
});

test('the state first, then each change, for named operations, fragments and aliases as well', async () => {
  const news = open(
    'subscription News { fresh: reviewed { ...Part } } fragment Part on Review { id work: book { name: title } }',
  );
  expect((await news.next()).value?.data).toEqual({ fresh: { id: 'snapshot', work: { name: 'Dune' } } });
  library.review('7', '2');
  expect((await news.next()).value?.data).toEqual({ fresh: { id: '7', work: { name: 'Emma' } } });
  await news.close();
});

test('a refusal by the subgraph reaches the client masked, and ends that subscription only', async () => {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.some(({ type }) => type === 'connection_ack'));
  socket.subscribe('a', reviewed);
  socket.subscribe('b', 'subscription { reviewed(secret: true) { id } }');
  await until(() => socket.of('a').length === 1 && socket.of('b').length === 1);
  expect(socket.of('b')).toEqual([
    {
      id: 'b',
      type: 'error',
      payload: [
        {
          message: 'Only librarians hear this.',
          path: ['reviewed'],
          extensions: { code: 'FORBIDDEN', requestId: expect.any(String) },
        },
      ],
    },
  ]);
  library.review('8');
  await until(() => socket.of('a').length === 2);
  socket.socket.close();
});

test('two share a socket; one leaves, the other goes on; the subgraph is told', async () => {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.length === 1);
  socket.subscribe('a', reviewed);
  socket.subscribe('b', reviewed);
  await until(() => socket.of('a').length === 1 && socket.of('b').length === 1);
  socket.send({ type: 'complete', id: 'a' });
  await until(() => library.reviewed.listeners === 1);
  library.review('9');
  await until(() => socket.of('b').length === 2);
  expect(socket.of('a')).toHaveLength(1);
  expect(library.subgraphs.reviews.sockets).toBe(1);

  socket.socket.terminate();
  await until(() => library.reviewed.listeners === 0);
});

test('subscriptions of many clients travel on one socket to the subgraph', async () => {
  const query = 'subscription($isbn: ID) { reviewed(isbn: $isbn) { id } }';
  const many = Array.from({ length: 10 }, (_, number) => open(query, { isbn: String(number) }));
  await Promise.all(many.map((each) => each.next()));
  expect(library.reviewed.listeners).toBe(10);
  expect(library.subgraphs.reviews.sockets).toBe(1);
  await Promise.all(many.map((each) => each.close()));
});

test('a subgraph that restarts is rejoined with a fresh token, and the client only sees the state again', async () => {
  let behindMs = 58_000; // so that the first token has a second or two to live
  const signer = createSigner(library.key.privateKey, () => Date.now() - behindMs);
  const aged = await library.openRouter({ signer });
  const news = subscribe<{ reviewed: { id: string } }>(`${aged.url}/graphql`, { query: reviewed });
  await news.next();
  behindMs = 0;
  await library.subgraphs.reviews.stop();
  const expired = Date.now() + 2_500;
  await until(() => Date.now() > expired);
  await library.subgraphs.reviews.start();
  expect((await news.next()).value?.data?.reviewed.id).toBe('snapshot');
  library.review('10');
  expect((await news.next()).value?.data?.reviewed.id).toBe('10');
  expect(library.subgraphs.reviews.subscribers).toHaveLength(2);
  await news.close();
  await aged.close();
});

test('with another subgraph down an event still comes, its missing fields null with an error', async () => {
  await library.subgraphs.shelves.stop();
  const news = open('subscription { reviewed { id book { title copies } } }');
  const { value } = await news.next();
  expect(value?.data).toEqual({ reviewed: { id: 'snapshot', book: { title: 'Dune', copies: null } } });
  expect(value?.errors).toEqual([
    { message: expect.any(String), path: ['reviewed', 'book', 'copies'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
  ]);
  expect(value?.extensions).toEqual({ requestId: expect.any(String) });
  await news.close();
});

test('a subscription whose own subgraph is down is refused, not left hanging', async () => {
  await library.subgraphs.reviews.stop();
  const news = open(reviewed);
  await expect(news.next()).rejects.toMatchObject({ errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] });
  await news.close();
});

test('queries and mutations work over WebSocket, their errors too', async () => {
  const asked = open('{ book(isbn: "2") { title copies } }');
  expect((await asked.next()).value?.data).toEqual({ book: { title: 'Emma', copies: 20 } });
  expect((await asked.next()).done).toBe(true);
  await asked.close();

  const changed = open('mutation { renameBook(isbn: "2", title: "Emma II") { title } }');
  expect((await changed.next()).value?.data).toEqual({ renameBook: { title: 'Emma II' } });
  await changed.close();

  const broken = open('{ brokenBook { title } }');
  const { value } = await broken.next();
  expect(value?.errors).toMatchObject([
    { message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
  ]);
  await broken.close();
});

test.each([
  ['subscription { nonsense }', {}, 'GRAPHQL_VALIDATION_FAILED'],
  ['subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
  ['subscription($n: Int!) { ticked(upTo: $n) { number } }', { n: 'many' }, 'BAD_USER_INPUT'],
])('%s is refused with a code', async (query, variables, code) => {
  const refused = open(query, variables);
  await expect(refused.next()).rejects.toMatchObject({ errors: [{ extensions: { code } }] });
  await refused.close();
});

test('a document with a fragment bomb is refused over WebSocket too', async () => {
  const levels = Array.from(
    { length: 20 },
    (_, level) =>
      `fragment f${level} on Review { a: book { reviews { ...f${level + 1} } } b: book { reviews { ...f${level + 1} } } }`,
  );
  const refused = open(`subscription { reviewed { ...f0 } } ${levels.join(' ')} fragment f20 on Review { id }`);
  await expect(refused.next()).rejects.toMatchObject({
    errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  await refused.close();
});

test('the 21st subscription of a socket is refused, the others go on', async () => {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.length === 1);
  for (let index = 1; index <= 21; index += 1) socket.subscribe(`s${index}`, reviewed);
  await until(() => socket.received.length === 22);
  expect(socket.of('s21')).toMatchObject([
    { type: 'error', payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }] },
  ]);
  expect(socket.of('s20')).toMatchObject([{ type: 'next' }]);
  socket.socket.close();
});

test('an id that is used anew before its operation is done leaves no subscription behind', async () => {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.length === 1);
  socket.subscribe('a', '{ slowBook { title } }');
  await library.slowAsked.promise;
  socket.send({ type: 'complete', id: 'a' });
  socket.subscribe('a', reviewed);
  await until(() => library.reviewed.listeners === 1);
  library.slow.resolve();
  await until(() => socket.of('a').some(({ type }) => type === 'complete'));
  socket.socket.terminate();
  await until(() => library.reviewed.listeners === 0);
});

test('the protocol is kept: its close codes, frames of at most 64 KB, one path', async () => {
  const url = `${router.url}/graphql`;
  const hasty = await RawSocket.open(url, null);
  hasty.subscribe('a', reviewed);
  expect((await hasty.closed).code).toBe(4401);

  const mumbling = await RawSocket.open(url);
  mumbling.socket.send('{');
  expect((await mumbling.closed).code).toBe(4400);

  const huge = await RawSocket.open(url, { text: 'x'.repeat(65 * 1024) });
  expect((await huge.closed).code).toBe(1009);

  await expect(RawSocket.open(`${router.url}/elsewhere`)).rejects.toThrow('404');
});

test('a client that stops reading loses its subscription, not the router its memory', async () => {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.length === 1);
  socket.subscribe('slow', 'subscription { reviewed { text book { title } } }');
  await until(() => socket.of('slow').length === 1);
  socket.socket.pause();
  // More than the buffers of two TCP stacks and the queue hold.
  const text = 'x'.repeat(100_000);
  const flood = setInterval(() => {
    for (let index = 0; index < 200; index += 1) library.review(text);
  }, 1);
  await until(() => library.reviewed.listeners === 0, { timeoutMs: 20_000 });
  clearInterval(flood);
  socket.socket.terminate();
});

test('a socket is closed with 4403 when the token that opened it expires', async () => {
  const members = await (await Issuer.create()).start();
  const strict = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: members.jwksUrl, issuer, audience }),
  });
  const news = subscribe(`${strict.url}/graphql`, { query: reviewed, token: await members.token({}, 2) });
  await news.next();
  expect(library.subgraphs.reviews.subscribers).toEqual([{ kind: 'member', memberId: 'm1', roles: ['MEMBER'] }]);
  expect(await news.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  await until(() => library.reviewed.listeners === 0);
  await strict.close();
  await members.stop();
});

test.each([
  ['flat', (token: string) => ({ Authorization: `Bearer ${token}` })],
  ['under headers', (token: string) => ({ headers: { authorization: `Bearer ${token}` } })],
])('the token may stand %s in the connection parameters', async (_where, parameters) => {
  const members = await (await Issuer.create()).start();
  const strict = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: members.jwksUrl, issuer, audience }),
  });
  const socket = await RawSocket.open(`${strict.url}/graphql`, parameters(await members.token({ sub: 'm7' })));
  await until(() => socket.received.length === 1);
  socket.subscribe('a', '{ wall }');
  await until(() => socket.of('a').length > 0);
  expect(JSON.stringify(socket.of('a')[0])).toContain('m7');
  await strict.close();
  await members.stop();
});

test('a subscription that is too long for its subgraph is refused, and nobody else loses theirs', async () => {
  const news = open<{ reviewed: { id: string } }>(reviewed);
  await news.next();
  const greedy = open('subscription ($isbn: ID) { reviewed(isbn: $isbn) { id } }', { isbn: 'x'.repeat(65_000) });
  await expect(greedy.next()).rejects.toMatchObject({ errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] });
  library.review('11');
  expect((await news.next()).value?.data?.reviewed.id).toBe('11');
  expect(library.subgraphs.reviews.sockets).toBe(1);
  await Promise.all([news.close(), greedy.close()]);
});

test('who asks on without reading is cut off', async () => {
  const deaf = await RawSocket.open(`${router.url}/graphql`);
  await until(() => deaf.received.length === 1);
  for (let index = 1; index <= 20; index += 1) deaf.subscribe(`s${index}`, 'subscription { reviewed { text } }');
  await until(() => deaf.received.length === 21);
  deaf.socket.pause();
  for (let index = 0; index < 3; index += 1) library.review('x'.repeat(1_000_000));
  await until(() => {
    deaf.send({ type: 'ping' });
    return library.reviewed.listeners === 0;
  });
  deaf.socket.terminate();
});

test('who asks without pause is sent away', async () => {
  const hasty = await RawSocket.open(`${router.url}/graphql`);
  for (let index = 0; index < 200; index += 1) hasty.send({ type: 'ping' });
  expect((await hasty.closed).code).toBe(1008);

  const frames = await RawSocket.open(`${router.url}/graphql`);
  for (let index = 0; index < 200; index += 1) frames.socket.ping();
  await frames.closed; // with whatever code: ws forgets its own close frame among so many pongs
});

test.each([
  ['query A { wall } query B { wall }', undefined],
  ['{ wall }', 'Elsewhere'],
])('%s, of which no operation is named %s, is refused with a code', async (query, operationName) => {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.length === 1);
  socket.send({ type: 'subscribe', id: 'a', payload: { query, operationName } });
  await until(() => socket.of('a').length > 0);
  expect(socket.of('a')).toMatchObject([
    { type: 'error', payload: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] },
  ]);
  socket.socket.close();
});
