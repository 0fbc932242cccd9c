import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshAccountDatabase, newcomer, runAccount, sessionIn, terms } from './running-account.ts';

let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
let account: Awaited<ReturnType<typeof runAccount>>;
let now = new Date('2026-03-01T09:00:00.500Z');
beforeAll(async () => {
  database = await freshAccountDatabase();
  account = await runAccount(database.url, () => now);
});
afterAll(async () => {
  await account.close();
  await database.drop();
});

describe('A3: the access token', () => {
  const verify = async (token: string, options = {}) =>
    jwtVerify(token, createRemoteJWKSet(new URL('/.well-known/jwks.json', account.url)), {
      issuer: terms.issuer,
      audience: terms.audience,
      algorithms: ['EdDSA'],
      currentDate: now,
      ...options,
    });

  test('says who it is for and for how long, and the published keys verify it', async () => {
    const { accessToken, expiresAt, member } = sessionIn(await account.signUp({ email: 'token@example.com' }));
    const { payload, protectedHeader } = await verify(accessToken);
    const issuedAt = Date.parse('2026-03-01T09:00:00Z') / 1000;
    expect(payload).toEqual({
      iss: terms.issuer,
      aud: terms.audience,
      sub: member.id,
      roles: ['MEMBER'],
      sid: expect.stringMatching(/^[\da-f-]{36}$/),
      jti: expect.stringMatching(/^[\da-f-]{36}$/),
      iat: issuedAt,
      exp: issuedAt + 15 * 60,
    });
    expect(expiresAt).toBe('2026-03-01T09:15:00.000Z');
    expect(protectedHeader).toEqual({ alg: 'EdDSA', typ: 'JWT', kid: expect.any(String) });
  });

  test('is another one each time, and ends', async () => {
    const credentials = { email: 'token@example.com', password: newcomer.password };
    const first = sessionIn(await account.signIn(credentials));
    const second = sessionIn(await account.signIn(credentials));
    expect(first.accessToken).not.toBe(second.accessToken);
    await expect(verify(first.accessToken, { currentDate: new Date('2026-03-01T09:15:01Z') })).rejects.toThrow('exp');
    now = new Date(now.getTime() + 60_000);
    expect(sessionIn(await account.signIn(credentials)).expiresAt).toBe('2026-03-01T09:16:00.000Z');
  });

  test('is verified by keys of which only the public half is shown', async () => {
    const response = await account.keySet();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/jwk-set+json');
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    const { accessToken } = sessionIn(await account.signUp({ email: 'kid@example.com' }));
    const key = {
      kty: 'OKP',
      crv: 'Ed25519',
      x: expect.stringMatching(/^[\w-]{43}$/),
      kid: expect.any(String),
      alg: 'EdDSA',
      use: 'sig',
    };
    // The one that signs, and the one that will.
    const keySet = await response.json();
    expect(keySet).toEqual({ keys: [key, key] });
    expect(keySet).toMatchObject({
      keys: expect.arrayContaining([expect.objectContaining({ kid: decodeProtectedHeader(accessToken).kid })]),
    });
  });
});
