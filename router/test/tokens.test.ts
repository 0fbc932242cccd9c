import { post, subscribe, until } from '@moa/testing';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAuthenticator, type Router } from '../src/index.ts';
import { audience, Issuer, issuer } from './support/issuer.ts';
import { Library } from './support/library.ts';
import { RawSocket } from './support/socket.ts';

let library: Library;
let members: Issuer;
let stranger: Issuer;
let router: Router;

beforeAll(async () => {
  library = await Library.open();
  [members, stranger] = await Promise.all([(await Issuer.create()).start(), Issuer.create()]);
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

const now = () => Math.floor(Date.now() / 1000);
const claims = () => ({ iss: issuer, aud: audience, sub: 'm1', roles: ['MEMBER'], exp: now() + 300 });
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (header: object) => `${part(header)}.${part(claims())}.`;
const hmac = (secret: string | Buffer, kid: string) =>
  new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid }).sign(Buffer.from(secret));

const forgeries: readonly [string, () => Promise<string> | string][] = [
  ['alg none', () => new UnsecuredJWT(claims()).encode()],
  ['alg none with a known kid', () => unsigned({ alg: 'none', kid: 'k1' })],
  ['alg None in another spelling', () => unsigned({ alg: 'nOnE', kid: 'k1' })],
  ['EdDSA without a signature', () => unsigned({ alg: 'EdDSA', kid: 'k1' })],
  ['no alg', () => unsigned({ kid: 'k1' })],
  ['the weaker algorithm of a published key', () => members.weakToken()],
  ['HS256 with the public key as the secret (JWK)', () => hmac(JSON.stringify(members.publicKey('k1')), 'k1')],
  ['HS256 with the public key as the secret (its bytes)', () => hmac(members.publicBytes('k1'), 'k1')],
  ['HS256 with the public RSA key as the secret (PEM)', () => hmac(members.publicPem('k2'), 'k2')],
  ['HS256 with an empty-looking secret', () => hmac('\0', 'k1')],
  ['a key of somebody else', () => stranger.token()],
  ['a key that the token brings along', () => stranger.token({}, 300, { jwk: stranger.publicKey('k1') })],
  ['a key at an address that the token names', () => stranger.token({}, 300, { jku: 'http://127.0.0.1:1/jwks' })],
  ['an unknown kid', () => members.token({}, 300, { kid: 'k9' })],
  ['a kid that climbs folders', () => members.token({}, 300, { kid: '../../x' })],
  ['a kid that asks a database', () => members.token({}, 300, { kid: "k1' or '1'='1" })],
  ['a kid of 8,000 letters', () => members.token({}, 300, { kid: 'k'.repeat(8_000) })],
  ['a kid that is an object’s own', () => members.token({}, 300, { kid: '__proto__' })],
  ['the kid of another key', () => members.token({}, 300, { kid: 'k2' })],
  ['an extension that must be understood', () => members.token({}, 300, { crit: ['moa'], moa: true })],
  ['an end that has passed', () => members.token({}, -1)],
  ['a start that lies ahead', () => members.token({ nbf: now() + 60 })],
  ['another issuer', () => members.token({ iss: 'https://elsewhere.example' })],
  ['no issuer', () => members.token({ iss: undefined })],
  ['another audience', () => members.token({ aud: 'elsewhere' })],
  ['no audience', () => members.token({ aud: undefined })],
  ['no subject', () => members.token({ sub: undefined })],
  ['an empty subject', () => members.token({ sub: '' })],
  ['a subject that is a number', () => members.token({ sub: 5 })],
  ['no end', () => members.token({ exp: undefined })],
  ['an end that is text', () => members.token({ exp: 'never' })],
  ['roles that are text', () => members.token({ roles: 'ADMIN' })],
  ['roles that are an object', () => members.token({ roles: { 0: 'ADMIN', length: 1 } })],
  ['roles that are null', () => members.token({ roles: null })],
  ['roles in a list of lists', () => members.token({ roles: [['ADMIN']] })],
  ['a session that is an object', () => members.token({ sid: { toString: 'x' } })],
];

test('the same token without a fault is taken', async () => {
  const { status } = await post(`${router.url}/graphql`, { query: '{ wall }', token: await members.token() });
  expect(status).toBe(200);
});

test('a token that was taken is refused once it has ended', async () => {
  const token = await members.token({}, 2);
  const ask = async () => (await post(`${router.url}/graphql`, { query: '{ wall }', token })).status;
  expect(await ask()).toBe(200);
  await until(async () => (await ask()) === 401);
});

describe('a token is refused that has', () => {
  test.each(forgeries)('%s', async (_fault, forge) => {
    const token = await forge();
    const { status, data, errors } = await post(`${router.url}/graphql`, { query: '{ wall }', token });
    expect([status, data, errors]).toEqual([
      401,
      undefined,
      [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }],
    ]);
    const socket = subscribe(`${router.url}/graphql`, { query: '{ wall }', token });
    await expect(socket.next()).rejects.toMatchObject({ code: 4403, reason: 'Forbidden' });
    expect(library.subgraphs.books.calls).toEqual([]);
  });
});

describe('the token of a WebSocket may stand', () => {
  test.each<[string, (value: string) => unknown]>([
    ['flat', (authorization) => ({ authorization })],
    ['flat with a capital', (Authorization) => ({ Authorization })],
    ['flat in capitals', (AUTHORIZATION) => ({ AUTHORIZATION })],
    ['under headers', (authorization) => ({ headers: { authorization } })],
    ['under Headers, with a capital', (Authorization) => ({ Headers: { Authorization } })],
    ['beside other headers', (authorization) => ({ headers: { 'x-a': '1', authorization }, 'x-b': 2 })],
  ])('%s', async (_where, parameters) => {
    const identify = async (token: string) => RawSocket.open(`${router.url}/graphql`, parameters(`Bearer ${token}`));
    const good = await identify(await members.token({ sub: 'm7' }));
    await until(() => good.received.length === 1);
    good.subscribe('a', '{ wall }');
    await until(() => good.of('a').length > 0);
    expect(JSON.stringify(good.of('a')[0])).toContain('m7');
    good.socket.close();

    const bad = await identify(await members.token({}, -1));
    expect(await bad.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  });
});

test('a token that expires ends its subscription; with a fresh one the client has the state again and goes on', async () => {
  const watch = async (lifeSeconds: number) =>
    subscribe<{ reviewed: { id: string } }>(`${router.url}/graphql`, {
      query: 'subscription { reviewed { id } }',
      token: await members.token({}, lifeSeconds),
    });
  const first = await watch(2);
  await first.next();
  expect(await first.closed).toEqual({ code: 4403, reason: 'Forbidden' });
  const second = await watch(300);
  expect((await second.next()).value?.data?.reviewed.id).toBe('snapshot');
  library.review('12');
  expect((await second.next()).value?.data?.reviewed.id).toBe('12');
  await second.close();
});
