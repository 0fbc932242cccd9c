import { describe, expect, test } from 'vitest';
import { readEnvironment } from '../src/config.ts';
import { providersOf } from '../src/sign-in-providers.ts';

const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
const back = 'https://moa.example/signed-in';

describe('the providers to sign in with', () => {
  test('are none when nothing is set', () => {
    expect(providersOf(readEnvironment({}))).toMatchObject({ redirectUris: [], google: undefined, naver: undefined });
  });

  test('are those with credentials', () => {
    const list = `${back}, http://localhost:5173/signed-in`;
    expect(providersOf(readEnvironment({ ...google, AUTH_REDIRECT_URIS: list }))).toEqual({
      redirectUris: [back, 'http://localhost:5173/signed-in'],
      google: { clientId: 'id', clientSecret: 'secret', issuer: undefined },
      naver: undefined,
      httpOnLoopback: undefined,
    });
  });

  test.each([
    [{ GOOGLE_CLIENT_ID: 'id', AUTH_REDIRECT_URIS: back }, 'GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET need each other'],
    [{ NAVER_CLIENT_SECRET: 's', AUTH_REDIRECT_URIS: back }, 'NAVER_CLIENT_ID and NAVER_CLIENT_SECRET need each other'],
    [google, 'need AUTH_REDIRECT_URIS'],
    [{ GOOGLE_ISSUER: 'http://accounts.example' }, 'GOOGLE_ISSUER: must start with https://'],
  ])('%j is refused', (env, message) => {
    expect(() => readEnvironment(env)).toThrow(message);
  });

  test.each([
    '/signed-in',
    'moa.example/signed-in',
    'http://moa.example/signed-in',
    'http://localhost.evil.example/signed-in',
    'https://moa.example',
    'https://MOA.example/signed-in',
    'https://moa.example:443/signed-in',
    'https://moa.example/a/../signed-in',
    'https://moa.example/signed-in?',
    'https://moa.example/signed-in#x',
    'https://user@moa.example/signed-in',
    'javascript:alert(1)',
  ])('and no browser comes back to %s', (uri) => {
    expect(() => readEnvironment({ AUTH_REDIRECT_URIS: uri })).toThrow('AUTH_REDIRECT_URIS');
  });
});
