import { post } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Router } from '../src/index.ts';
import { Library } from './support/library.ts';

let library: Library;
let router: Router;
const ask = (query: string, variables: Record<string, unknown> = {}) =>
  post(`${router.url}/graphql`, { query, variables });

beforeAll(async () => {
  library = await Library.open();
  router = await library.openRouter();
});
afterAll(async () => {
  await router.close();
  await library.close();
});

test('a query is answered from three subgraphs', async () => {
  const { data, errors } = await ask(
    'query($isbn: ID!) { book(isbn: $isbn) { title copies postage reviews { id text } } }',
    { isbn: '2' },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    book: { title: 'Emma', copies: 20, postage: 600, reviews: [{ id: 'of-2', text: 'Review of-2' }] },
  });
});

test('a mutation is carried out once and completed by other subgraphs', async () => {
  const { data } = await ask('mutation { renameBook(isbn: "1", title: "Dune Messiah") { title copies } }');
  expect(data).toEqual({ renameBook: { title: 'Dune Messiah', copies: 10 } });
  expect(library.subgraphs.books.calls.filter(({ query }) => query.includes('renameBook'))).toHaveLength(1);
});

test('a query may come as GET when it says that it is no plain link, a mutation may not', async () => {
  const get = (query: string, headers: Record<string, string>) =>
    fetch(`${router.url}/graphql?query=${encodeURIComponent(query)}`, { headers });
  const preflighted = { 'apollo-require-preflight': '1' };
  expect(await (await get('{ book(isbn: "2") { title } }', preflighted)).json()).toEqual({
    data: { book: { title: 'Emma' } },
  });
  expect((await get('{ book(isbn: "2") { title } }', {})).status).toBe(400);
  expect((await get('mutation { renameBook(isbn: "2", title: "x") { title } }', preflighted)).status).toBe(405);
});

test('introspection shows the public graph and none of its joints', async () => {
  const { data } = await ask('{ __schema { types { name } directives { name } } }');
  expect(JSON.stringify(data)).toContain('"Book"');
  expect(JSON.stringify(data)).not.toMatch(/join__|_Entity|_Service/);
});

test('a variable that does not fit is refused with its name', async () => {
  const { status, errors } = await ask('query($isbn: ID!) { book(isbn: $isbn) { title } }', { isbn: {} });
  expect(status).toBe(400);
  expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  expect(errors?.[0]?.message).toContain('$isbn');
});

test('a subscription over HTTP is told where to go', async () => {
  const { status, errors } = await ask('subscription { reviewed { id } }');
  expect(status).toBe(400);
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('WebSocket'),
    extensions: { code: 'BAD_REQUEST' },
  });
});

test('addresses given at start go before those of the supergraph', async () => {
  const { books } = library.subgraphs;
  const elsewhere = await library.openRouter({
    supergraphSdl: library.supergraphSdl.replaceAll(books.url, 'http://nowhere.invalid/graphql'),
    subgraphUrls: { books: books.url },
  });
  const { data } = await post(`${elsewhere.url}/graphql`, { query: '{ book(isbn: "2") { title } }' });
  expect(data).toEqual({ book: { title: 'Emma' } });
  await elsewhere.close();
});

test('what is not a supergraph schema stops the start with a clear line', async () => {
  await expect(library.openRouter({ supergraphSdl: 'type Query { a: Int }' })).rejects.toThrow(
    /not a Federation 2 supergraph/,
  );
});

test('a port in use stops the start and leaves nothing open', async () => {
  await expect(library.openRouter({ port: Number(new URL(router.url).port) })).rejects.toThrow(/EADDRINUSE/);
});
