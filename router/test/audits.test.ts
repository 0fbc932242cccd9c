import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Router } from '../src/index.ts';
import { Library } from './support/library.ts';

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

const url = (): string => `${router.url}/graphql`;
const preflighted: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set('apollo-require-preflight', '1');
  return fetch(input, { ...init, headers });
};

/** A GET that a form of any web page could send is refused; GraphQL over HTTP leaves it to us whether to take any. */
const wantAHeader = [
  'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
];

describe('GraphQL over HTTP, as its authors audit it', () => {
  test('there are audits of every kind', () => {
    const names = serverAudits({ url }).map(({ name }) => name);
    for (const kind of ['MUST', 'SHOULD', 'MAY'])
      expect(names.filter((name) => name.startsWith(kind)).length).toBeGreaterThan(5);
    expect(names).toEqual(expect.arrayContaining(wantAHeader));
  });

  test.each(serverAudits({ url }).map((audit) => [audit.name, audit] as const))('%s', async (name, audit) => {
    const result = await audit.fn();
    expect(result).toMatchObject({ status: wantAHeader.includes(name) ? 'notice' : 'ok' });
  });

  test.each(
    serverAudits({ url, fetchFn: preflighted })
      .filter(({ name }) => wantAHeader.includes(name))
      .map((audit) => [audit.name, audit] as const),
  )('%s, by who says that it is no plain link', async (_name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});

test('a document that does not fit is refused with 400, but to a client of old', async () => {
  const statusFor = async (accept: string | undefined, query: string) => {
    const response = await fetch(url(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(accept && { accept }) },
      body: JSON.stringify({ query }),
    });
    await response.text();
    return response.status;
  };
  for (const query of ['{', '{ nonsense }', 'query ($isbn: ID!) { book(isbn: $isbn) { title } }']) {
    const accepts = [undefined, '*/*', 'application/graphql-response+json, application/json', 'application/json'];
    expect(await Promise.all(accepts.map((accept) => statusFor(accept, query)))).toEqual([400, 400, 400, 200]);
  }
  expect(await statusFor('application/json', 'query A { wall } query B { wall }')).toBe(400);
});
