import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { post } from '@moa/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Router } from '../../src/index.ts';
import { Library } from '../support/library.ts';

let library: Library;
let router: Router;
let shelves: Server;
/** The representations of each request to the shelves, and what they answer. */
const asked: { isbn: string }[][] = [];
let answer: (representations: { isbn: string }[]) => unknown;

beforeAll(async () => {
  library = await Library.open();
  shelves = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { variables } = JSON.parse(String(Buffer.concat(chunks)));
      asked.push(variables.representations);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer(variables.representations)));
    });
  });
  await new Promise<void>((resolve) => shelves.listen(0, '127.0.0.1', resolve));
  const { port } = shelves.address() as AddressInfo; // a TCP server that listens has such an address
  router = await library.openRouter({ subgraphUrls: { shelves: `http://127.0.0.1:${port}/graphql` } });
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(async () => {
  await router.close();
  shelves.close();
  await library.close();
});

const copiesOf = (entities: { isbn: string }[]) => entities.map(({ isbn }) => ({ copies: Number(isbn) * 10 }));
const known = (isbn: string) => ({ __typename: 'Book', isbn });
const ask = (query: string) => post(`${router.url}/graphql`, { query });
const twice = '{ a: book(isbn: "1") { copies } b: book(isbn: "2") { copies } }';

test('entities at several places that are asked for the same come with one request', async () => {
  answer = (entities) => ({ data: { _entities: copiesOf(entities) } });
  const { data, errors } = await ask(twice);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ a: { copies: 10 }, b: { copies: 20 } });
  expect(asked).toEqual([[known('1'), known('2')]]);
});

test('the same entity at several places is sent once, and answered for each', async () => {
  answer = (entities) => ({
    data: { _entities: entities.map(() => null) },
    errors: [{ message: 'Not here.', path: ['_entities', 0, 'copies'], extensions: { code: 'NOT_FOUND' } }],
  });
  const { data, errors } = await ask('{ books { copies } booksBy(isbns: ["2", "2", "1"]) { copies } }');
  expect(asked).toEqual([[known('1'), known('2')]]);
  const nothing = { copies: null };
  expect(data).toEqual({ books: [nothing, nothing], booksBy: [nothing, nothing, nothing] });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['books', 0, 'copies'],
    ['booksBy', 2, 'copies'],
  ]);
});

test('what differs is asked for separately', async () => {
  answer = (entities) => ({ data: { _entities: entities.map(() => ({ copies: 1, postage: 2 })) } });
  const { data } = await ask('{ latestReview { a: book { copies } b: book { postage } } }');
  expect(data).toEqual({ latestReview: { a: { copies: 1 }, b: { postage: 2 } } });
  expect(asked.map((representations) => representations.length)).toEqual([1, 1]);
});

test('an error is told of at its own place', async () => {
  answer = (entities) => ({
    data: { _entities: [copiesOf(entities)[0], null] },
    errors: [{ message: 'Not here.', path: ['_entities', 1, 'copies'], extensions: { code: 'NOT_FOUND' } }],
  });
  const { data, errors } = await ask(twice);
  expect(data).toEqual({ a: { copies: 10 }, b: { copies: null } });
  expect(errors).toEqual([{ message: 'Not here.', path: ['b', 'copies'], extensions: { code: 'NOT_FOUND' } }]);
});

test('where the subgraph refuses the whole, each is asked for alone, as it was planned', async () => {
  answer = (entities) =>
    entities.length > 1
      ? { data: null, errors: [{ message: 'Too many.', extensions: { code: 'BAD_USER_INPUT' } }] }
      : { data: { _entities: copiesOf(entities) } };
  const { data, errors } = await ask(twice);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ a: { copies: 10 }, b: { copies: 20 } });
  expect(asked.map((representations) => representations.length)).toEqual([2, 1, 1]);
});

test('an answer that is none leaves a hole at each place', async () => {
  answer = () => 'nonsense';
  const { data, errors } = await ask(twice);
  expect(data).toEqual({ a: { copies: null }, b: { copies: null } });
  expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
    [['a', 'copies'], 'SUBGRAPH_UNAVAILABLE'],
    [['b', 'copies'], 'SUBGRAPH_UNAVAILABLE'],
  ]);
  expect(asked).toHaveLength(1);
});
