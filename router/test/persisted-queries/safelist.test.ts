import { createHash } from 'node:crypto';
import { until } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Router, readSafelist } from '../../src/index.ts';
import { Library } from '../support/library.ts';
import { RawSocket } from '../support/socket.ts';

const listed = {
  titles: '{ books { title } }',
  rename: 'mutation ($title: String!) { renameBook(isbn: "1", title: $title) { title } }',
  ticks: 'subscription { ticked(upTo: 1) { number } }',
};

let library: Library;
let router: Router;

beforeAll(async () => {
  library = await Library.open();
  router = await library.openRouter({ safelist: readSafelist(JSON.stringify(listed)) });
});
afterAll(async () => {
  await router.close();
  await library.close();
});

const meant = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const titles = { data: { books: [{ title: 'Dune' }, { title: 'Emma' }] } };
const refused = [
  403,
  expect.objectContaining({ errors: [expect.objectContaining({ extensions: { code: 'OPERATION_NOT_LISTED' } })] }),
];

async function post(asked: object): Promise<[number, unknown]> {
  const response = await fetch(`${router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  });
  return [response.status, await response.json()];
}

async function get(parameters: Record<string, string>): Promise<[number, unknown]> {
  const response = await fetch(`${router.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  return [response.status, await response.json()];
}

test('a listed document runs by its text, its id and its hash', async () => {
  for (let times = 0; times < 2; times += 1) {
    expect(await post({ query: listed.titles })).toEqual([200, titles]);
    expect(await post(meant('titles'))).toEqual([200, titles]);
    expect(await post(meant(hashOf(listed.titles)))).toEqual([200, titles]);
    expect(await post({ query: listed.titles, ...meant(hashOf(listed.titles)) })).toEqual([200, titles]);
  }
  expect(await post({ ...meant('rename'), variables: { title: 'Dune' } })).toEqual([
    200,
    { data: { renameBook: { title: 'Dune' } } },
  ]);
  expect(await get({ query: listed.titles })).toEqual([200, titles]);
  expect(await get({ extensions: JSON.stringify(meant('titles').extensions) })).toEqual([200, titles]);
});

test.each([
  ['another text', { query: '{ wall }' }],
  ['a listed text with one space more', { query: '{ books { title  } }' }],
  ['the question what there is', { query: '{ __schema { types { name } } }' }],
  ['an id that is not listed', meant('wall')],
  ['a name that every object has', meant('constructor')],
  ['another text under a listed id', { query: '{ wall }', ...meant('titles') }],
  ['a listed text under the id of another', { query: listed.titles, ...meant('rename') }],
  ['a text with its own hash, to be remembered', { query: '{ wall }', ...meant(hashOf('{ wall }')) }],
])('%s is refused', async (_what, asked) => {
  library.subgraphs.books.calls.length = 0;
  expect(await post(asked)).toEqual(refused);
  expect(await post(asked)).toEqual(refused);
  const { query, extensions }: { query?: string; extensions?: object } = asked;
  expect(await get({ ...(query && { query }), ...(extensions && { extensions: JSON.stringify(extensions) }) })).toEqual(
    refused,
  );
  expect(library.subgraphs.books.calls).toEqual([]);
});

test('batches, and documents in two places at once, find no way around', async () => {
  for (const body of [[{ query: '{ wall }' }], { query: [listed.titles, '{ wall }'] }, { documents: '{ wall }' }])
    expect(await post(body)).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_REQUEST' } }] }]);
  const twice = await fetch(`${router.url}/graphql?query=${encodeURIComponent(listed.titles)}&query=%7Bwall%7D`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  expect(twice.status).toBe(400);
});

test('sockets keep to the list', async () => {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.some(({ type }) => type === 'connection_ack'));
  socket.subscribe('listed', listed.ticks);
  socket.send({ id: 'id', type: 'subscribe', payload: { query: '', ...meant('ticks') } });
  socket.subscribe('other', 'subscription { ticked(upTo: 2) { number } }');
  socket.subscribe('query', '{ wall }');
  await until(() =>
    ['listed', 'id', 'other', 'query'].every((id) => /complete|error/.test(socket.of(id).at(-1)?.type ?? '')),
  );
  expect(socket.of('listed')[0]?.payload).toEqual({ data: { ticked: { number: 1 } } });
  expect(socket.of('id')[0]?.payload).toEqual({ data: { ticked: { number: 1 } } });
  for (const id of ['other', 'query'])
    expect(socket.of(id)).toMatchObject([
      { type: 'error', payload: [{ extensions: { code: 'OPERATION_NOT_LISTED' } }] },
    ]);
  socket.socket.close();
});

test('streams keep to the list', async () => {
  const read = async (asked: object) => {
    const response = await fetch(`${router.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify(asked),
    });
    return response.text();
  };
  expect(await read({ query: listed.ticks })).toContain('"number":1');
  expect(await read(meant('ticks'))).toContain('"number":1');
  for (const asked of [{ query: '{ wall }' }, meant('wall')]) {
    const text = await read(asked);
    expect(text).toContain('OPERATION_NOT_LISTED');
    expect(text).not.toContain('anonymous');
  }
});

test('a list, and a manifest as Apollo writes it, are read as well', () => {
  const { titles: text } = listed;
  expect(readSafelist(JSON.stringify([text])).get(hashOf(text))).toBe(text);
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: 'x', name: 'T', body: text }],
  };
  expect(readSafelist(JSON.stringify(manifest)).get('x')).toBe(text);
});

test.each([
  ['nonsense', /is JSON/],
  ['3', /is JSON/],
  ['{"a": 3}', /"a" is no text/],
  ['{"a": "{"}', /"a" of the safelist is not GraphQL/],
  ['[]', /empty/],
])('a safelist such as %s is refused in words', (json, message) => {
  expect(() => readSafelist(json)).toThrow(message);
});
