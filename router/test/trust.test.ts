import { post, subscribe, until } from '@moa/testing';
import { UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createAuthenticator, type Router } from '../src/index.ts';
import { audience, Issuer, issuer } from './support/issuer.ts';
import { Library } from './support/library.ts';

let library: Library;
let members: Issuer;
let router: Router;

beforeAll(async () => {
  library = await Library.open();
  members = await (await Issuer.create()).start();
  router = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: members.jwksUrl, issuer, audience }),
  });
});
beforeEach(() => {
  for (const { calls } of Object.values(library.subgraphs)) calls.length = 0;
});
afterAll(async () => {
  await router.close();
  await members.stop();
  await library.close();
});

const query = '{ wall book(isbn: "1") { title copies } }';
const ask = (token?: string, at = router) =>
  post<{ wall: string }>(`${at.url}/graphql`, { query, ...(token !== undefined && { token }) });

test('without a token the viewer is anonymous', async () => {
  const { data, errors } = await ask();
  expect(errors).toBeUndefined();
  expect(JSON.parse(data?.wall ?? '')).toEqual({ kind: 'anonymous', address: '127.0.0.1' });
});

test('a member arrives at each subgraph in a token made for that one', async () => {
  const { data } = await ask(await members.token({ roles: ['MEMBER', 'ADMIN', 'EMPEROR'] }));
  expect(JSON.parse(data?.wall ?? '')).toEqual({ kind: 'member', memberId: 'm1', roles: ['MEMBER', 'ADMIN'] });

  const audienceOf = (authorization = '') =>
    JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString()).aud;
  const { books, shelves } = library.subgraphs;
  expect(new Set(books.calls.map(({ headers }) => audienceOf(headers.authorization)))).toEqual(new Set(['books']));
  expect(shelves.calls.map(({ headers }) => audienceOf(headers.authorization))).toEqual(['shelves']);
  expect(shelves.calls[0]?.viewer).toEqual({ kind: 'member', memberId: 'm1', roles: ['MEMBER', 'ADMIN'] });
});

test("the request id goes along; the member's own token and headers of the inside don't", async () => {
  const token = await members.token();
  await fetch(`${router.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-request-id': 'request-0002',
      'x-viewer': 'admin',
      'x-forwarded-for': '10.0.0.1',
      cookie: 'session=1',
    },
    body: JSON.stringify({ query: '{ wall }' }),
  });
  const [call] = library.subgraphs.books.calls;
  expect(call?.headers['x-request-id']).toBe('request-0002');
  expect(call?.headers.authorization).not.toContain(token);
  expect(Object.keys(call?.headers ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/x-viewer|forwarded|cookie/)]),
  );
});

test('a subgraph can not be asked past the router', async () => {
  const { status } = await post(library.subgraphs.books.url, { query: '{ wall }', token: await members.token() });
  expect(status).toBe(401);
});

test('a token that is not valid is refused with 401 and never taken for anonymous', async () => {
  const stranger = await Issuer.create();
  const claims = { iss: issuer, aud: audience, sub: 'm1', exp: Math.floor(Date.now() / 1000) + 300 };
  const tokens = {
    expired: await members.token({}, -1),
    'of another key': await stranger.token(),
    'of another issuer': await members.token({ iss: 'https://elsewhere.example' }),
    'for another audience': await members.token({ aud: 'elsewhere' }),
    'without subject': await members.token({ sub: '' }),
    'without expiry': await members.token({ exp: undefined }),
    unsigned: new UnsecuredJWT(claims).encode(),
    'of another algorithm': await members.weakToken(),
    nonsense: 'a.b.c',
  };
  for (const [fault, token] of Object.entries(tokens)) {
    const { status, data, errors } = await ask(token);
    expect([fault, status, data, errors?.[0]?.extensions?.code]).toEqual([fault, 401, undefined, 'UNAUTHENTICATED']);
  }
  const basic = await fetch(`${router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Basic YTpi' },
    body: JSON.stringify({ query }),
  });
  expect(basic.status).toBe(401);
  expect(library.subgraphs.books.calls).toEqual([]);
});

test('over WebSocket a bad token closes with 4403; a good one counts in any spelling', async () => {
  const refused = subscribe(`${router.url}/graphql`, { query: '{ wall }', token: await members.token({}, -1) });
  await expect(refused.next()).rejects.toMatchObject({ code: 4403, reason: 'Forbidden' });

  const accepted = subscribe<{ wall: string }>(`${router.url}/graphql`, {
    query: '{ wall }',
    token: await members.token(),
  });
  const { value } = await accepted.next();
  expect(JSON.parse(value?.data?.wall ?? '')).toMatchObject({ memberId: 'm1' });
  await accepted.close();
});

test('while the keys can not be fetched tokens are answered 503; strangers are served; it heals by itself', async () => {
  const late = await (await Issuer.create()).reserve();
  const early = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: late.jwksUrl, issuer, audience }),
  });
  const token = await late.token();
  const { status, errors } = await ask(token, early);
  expect([status, errors?.[0]?.extensions?.code]).toEqual([503, 'AUTHENTICATION_UNAVAILABLE']);
  await expect(subscribe(`${early.url}/graphql`, { query: '{ wall }', token }).next()).rejects.toMatchObject({
    code: 1013,
  });
  expect((await ask(undefined, early)).status).toBe(200);

  await late.start();
  expect((await ask(token, early)).status).toBe(200);
  await early.close();
  await late.stop();
});

test('keys that were fetched once go on to serve when the issuer is down for long', async () => {
  const mortal = await (await Issuer.create()).start();
  const steady = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: mortal.jwksUrl, issuer, audience }),
  });
  const token = await mortal.token({}, 3_600);
  expect((await ask(token, steady)).status).toBe(200);
  await mortal.stop();
  try {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20 * 60_000 });
    expect((await ask(token, steady)).status).toBe(200);
  } finally {
    vi.useRealTimers();
  }
  await steady.close();
});

test('an issuer that has stopped answering holds up nobody whose key is known', async () => {
  const stuck = await (await Issuer.create()).start();
  const steady = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: stuck.jwksUrl, issuer, audience }),
  });
  const token = await stuck.token({}, 3_600);
  const newcomer = await stuck.token({ sub: 'm2' }, 3_600);
  expect((await ask(token, steady)).status).toBe(200);
  stuck.hang();
  try {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 20 * 60_000 });
    expect((await ask(newcomer, steady)).status).toBe(200);
    await until(() => stuck.hanging === 1); // it was asked, and what it owes was not waited for
  } finally {
    vi.useRealTimers();
  }
  await steady.close();
  await stuck.stop();
});
