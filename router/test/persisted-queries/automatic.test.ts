import { createHash } from 'node:crypto';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Router } from '../../src/index.ts';
import { Library } from '../support/library.ts';
import { RawSocket } from '../support/socket.ts';

let library: Library;
let router: Router;

beforeAll(async () => {
  library = await Library.open();
  router = await library.openRouter();
});
afterAll(async () => {
  await router.close();
  await library.close();
});

type Asked = { query?: string; variables?: object; extensions?: unknown };
type Answer = { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const byHash = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(text) } });
const read = async (response: Response) => [response.status, (await response.json()) as Answer] as const; // GraphQL's shape
const codeOf = ([status, { errors }]: readonly [number, Answer]) => [status, errors?.[0]?.extensions.code];

const post = async (asked: Asked, at = router) =>
  read(
    await fetch(`${at.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    }),
  );

async function get({ query, variables, extensions }: Asked, at = router) {
  const parameters = new URLSearchParams({
    ...(query && { query }),
    ...(variables && { variables: JSON.stringify(variables) }),
    ...(extensions !== undefined && { extensions: JSON.stringify(extensions) }),
  });
  return read(await fetch(`${at.url}/graphql?${parameters}`, { headers: { 'apollo-require-preflight': '1' } }));
}

test.each([
  ['POST', post],
  ['GET', get],
])('%s: a hash is not known, then sent with its text, and from then on enough', async (method, send) => {
  const query = `query ${method}($isbn: ID!) { book(isbn: $isbn) { title } }`;
  const variables = { isbn: '2' };
  expect(codeOf(await send({ variables, extensions: byHash(query) }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  const answer = [200, { data: { book: { title: 'Emma' } } }];
  expect(await send({ query, variables, extensions: byHash(query) })).toEqual(answer);
  expect(await send({ variables, extensions: byHash(query) })).toEqual(answer);
  expect(await send({ variables, extensions: byHash(query) })).toEqual(answer);
});

test('what was sent by POST is known by GET, and there are no other ids than hashes', async () => {
  const query = '{ latestReview { id } }';
  await post({ query, extensions: byHash(query) });
  expect(await get({ extensions: byHash(query) })).toEqual([200, { data: { latestReview: { id: '0' } } }]);
  const named = { persistedQuery: { version: 1, sha256Hash: '__proto__' } };
  expect(codeOf(await post({ extensions: named }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
});

test('a text that was refused is not remembered', async () => {
  for (const query of ['{ nonsense }', '{', 'query A { wall } query B { wall }']) {
    expect((await post({ query, extensions: byHash(query) }))[0]).toBe(400);
    expect(codeOf(await post({ extensions: byHash(query) }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  }
});

test.each([
  ['another hash than that of the text', { query: '{ wall }', extensions: byHash('{ books { title } }') }],
  ['another version', { extensions: { persistedQuery: { version: 2, sha256Hash: hashOf('{ wall }') } } }],
  ['no hash', { extensions: { persistedQuery: { version: 1 } } }],
  ['a list', { extensions: { persistedQuery: [1] } }],
  ['neither text nor hash', { extensions: {} }],
  ['extensions that are no object', { extensions: 'persistedQuery' }],
])('%s is the fault of the client', async (_what, asked) => {
  expect(codeOf(await post(asked))).toEqual([400, 'BAD_REQUEST']);
  expect(codeOf(await get(asked))).toEqual([400, 'BAD_REQUEST']);
});

test('a mutation stays what it is when it is meant by its hash', async () => {
  const query = 'mutation { renameBook(isbn: "1", title: "Dune") { title } }';
  await post({ query, extensions: byHash(query) });
  expect(await post({ extensions: byHash(query) })).toEqual([200, { data: { renameBook: { title: 'Dune' } } }]);
  expect((await get({ extensions: byHash(query) }))[0]).toBe(405);
});

test('a socket may send a hash in place of a text, for a subscription as well', async () => {
  const query = 'subscription ($upTo: Int!) { ticked(upTo: $upTo) { number } }';
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.some(({ type }) => type === 'connection_ack'));
  const ask = (id: string, payload: object) => socket.send({ id, type: 'subscribe', payload });
  ask('unknown', { query: '', extensions: byHash(query) });
  await until(() => socket.of('unknown')[0]);
  expect(socket.of('unknown')).toMatchObject([
    { type: 'error', payload: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
  ]);
  ask('text', { query, variables: { upTo: 1 }, extensions: byHash(query) });
  await until(() => socket.of('text').at(-1)?.type === 'complete');
  ask('hash', { query: '', variables: { upTo: 1 }, extensions: byHash(query) });
  await until(() => socket.of('hash').at(-1)?.type === 'complete');
  expect(socket.of('hash')[0]?.payload).toEqual({ data: { ticked: { number: 1 } } });
  socket.socket.close();
});

test('a query that comes by socket or as an event stream is remembered as well, and a bad one is not', async () => {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.some(({ type }) => type === 'connection_ack'));
  const bySocket = async (query: string) => {
    socket.send({ id: query, type: 'subscribe', payload: { query, extensions: byHash(query) } });
    await until(() => /^(complete|error)$/.test(socket.of(query).at(-1)?.type ?? ''));
  };
  const byStream = async (query: string) => {
    const body = JSON.stringify({ query, extensions: byHash(query) });
    const headers = { 'content-type': 'application/json' };
    await (await fetch(`${router.url}/graphql/stream`, { method: 'POST', headers, body })).text();
  };
  for (const [send, name] of [
    [bySocket, 'a'],
    [byStream, 'b'],
  ] as const) {
    await send(`{ ${name}: latestReview { id } }`);
    expect(await post({ extensions: byHash(`{ ${name}: latestReview { id } }`) })).toEqual([
      200,
      { data: { [name]: { id: '0' } } },
    ]);
    await send(`{ ${name}: nonsense }`);
    expect(codeOf(await post({ extensions: byHash(`{ ${name}: nonsense }`) }))[1]).toBe('PERSISTED_QUERY_NOT_FOUND');
  }
  socket.socket.close();
});

test('a text that others have sent without its hash is known by it from the first time that it comes with it', async () => {
  const query = '{ books { isbn } }';
  for (let time = 0; time < 2; time += 1) expect((await post({ query }))[0]).toBe(200); // by the lane, from then on
  expect(codeOf(await post({ extensions: byHash(query) }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  await post({ query, extensions: byHash(query) });
  expect((await post({ extensions: byHash(query) }))[1].data).toEqual({ books: [{ isbn: '1' }, { isbn: '2' }] });
});

test('where they are switched off a hash is told so', async () => {
  const plain = await library.openRouter({ persistedQueries: false });
  const asked = { extensions: byHash('{ wall }') };
  expect(codeOf(await post(asked, plain))).toEqual([200, 'PERSISTED_QUERY_NOT_SUPPORTED']);
  expect((await post({ query: '{ latestReview { id } }' }, plain))[0]).toBe(200);
  await plain.close();
});

test.skipIf(!buses.some(({ name }) => name === 'redis'))(
  'routers side by side know what one of them was sent',
  async () => {
    const redis = await buses.find(({ name }) => name === 'redis')?.open();
    const open = () => library.openRouter({ persistedQueries: { redisUrl: redis?.url } });
    const [one, other] = [await open(), await open()];
    const query = '{ books { title } }';
    await post({ query, extensions: byHash(query) }, one);
    const [status, { data }] = await until(async () => {
      const answer = await post({ extensions: byHash(query) }, other);
      return answer[1].data ? answer : undefined;
    });
    expect([status, data]).toEqual([200, { books: [{ title: 'Dune' }, { title: 'Emma' }] }]);
    await Promise.all([one.close(), other.close()]);
    await redis?.close();
  },
);

test.skipIf(!buses.some(({ name }) => name === 'redis'))(
  'what a router has no room for is no longer known beside it either',
  async () => {
    const redis = await buses.find(({ name }) => name === 'redis')?.open();
    const open = () => library.openRouter({ persistedQueries: { redisUrl: redis?.url } });
    const [one, other] = [await open(), await open()];
    const textOf = (index: number) => `{ wall } # ${index} ${'x'.repeat(90_000)}`;
    const isKnown = async (index: number) =>
      (await post({ extensions: byHash(textOf(index)) }, other))[1].data !== undefined;
    await until(async () => {
      await post({ query: textOf(0), extensions: byHash(textOf(0)) }, one);
      return isKnown(0);
    });
    for (let index = 1; index <= 60; index += 1)
      await post({ query: textOf(index), extensions: byHash(textOf(index)) }, one);
    await until(() => isKnown(60));
    await until(async () => !(await isKnown(1)));
    await Promise.all([one.close(), other.close()]);
    await redis?.close();
  },
);
