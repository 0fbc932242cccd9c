import { createSigner, generateKey } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { post } from '@moa/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { compose, everybodyIsAnonymous, openRouter, type Router } from '../../src/index.ts';

const url = 'http://nowhere.invalid/graphql';
const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const supergraphSdl = compose([
  { name: 'books', url, sdl: `${link} type Query { books: [Book] } type Book @key(fields: "isbn") { isbn: ID! }` },
  {
    name: 'people',
    url,
    sdl: `${link} type Book @key(fields: "isbn") { isbn: ID! authors: [Person] } type Person @key(fields: "id") { id: ID! }`,
  },
  { name: 'names', url, sdl: `${link} type Person @key(fields: "id") { id: ID! name(long: Boolean): String }` },
]);

/** Representations of each request. */
const asked: unknown[] = [];
let router: Router;

beforeAll(async () => {
  const answering =
    (answer: (query: string, representations: unknown[]) => unknown) => async (request: { body: string }) => {
      const { query, variables } = JSON.parse(request.body);
      if (variables.representations) asked.push(variables.representations);
      return { status: 200, headers: {}, text: JSON.stringify({ data: answer(query, variables.representations) }) };
    };
  const book = { __typename: 'Book', isbn: '1' };
  const author = { __typename: 'Person', id: '7' };
  const { privateKey } = await generateKey('router');
  router = await openRouter({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl,
    authenticate: everybodyIsAnonymous,
    signer: createSigner(privateKey),
    corsOrigins: [],
    introspection: false,
    logger: createLogger('router', 'silent'),
    drainJitterMs: 0,
    local: {
      books: answering(() => ({ a: [book, book], b: [book] })),
      people: answering((_query, books) => ({ _entities: books.map(() => ({ authors: [author] })) })),
      names: answering((query, people) => {
        const name = query.includes('true') ? 'Ursula K. Le Guin' : 'Le Guin';
        return { _entities: people.map(() => ({ name })) };
      }),
    },
  });
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(() => router.close());

test('what two places are told of one entity does not become one: fetches below them differ by arguments', async () => {
  const { data, errors } = await post(`${router.url}/graphql`, {
    query: '{ a: books { authors { name(long: true) } } b: books { authors { name(long: false) } } }',
  });
  expect(errors).toBeUndefined();
  const long = { authors: [{ name: 'Ursula K. Le Guin' }] };
  expect(data).toEqual({ a: [long, long], b: [{ authors: [{ name: 'Le Guin' }] }] });
  const person = { __typename: 'Person', id: '7' };
  expect(asked).toEqual([[{ __typename: 'Book', isbn: '1' }], [person], [person]]);
});
