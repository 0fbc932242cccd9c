import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forge } from './forged-id-token.ts';
import { freshAccountDatabase } from './running-account.ts';
import {
  addressIn,
  google,
  likeNaver,
  memberIn,
  naverAt,
  type RunningProvider,
  redirectUri,
  returnFrom,
  runAccountWith,
  runProvider,
} from './running-providers.ts';

const somebody = { sub: 'somebody', email: 'somebody@example.com', email_verified: true, name: '서연' };
let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
let provider: RunningProvider;
let account: Awaited<ReturnType<typeof runAccountWith>>;
const configured = () => ({
  redirectUris: [redirectUri],
  google: { ...google, issuer: provider.url },
  naver: naverAt(provider),
  httpOnLoopback: true,
  deadlineMs: 500,
});
const codes = ({ userErrors }: { userErrors: { code: string }[] }) => userErrors.map(({ code }) => code);

beforeAll(async () => {
  database = await freshAccountDatabase();
  provider = await runProvider();
  account = await runAccountWith(database.url, configured());
});
beforeEach(() => provider.reset(somebody));
afterAll(async () => {
  await account.close();
  await provider.close();
  await database.drop();
});

const seconds = () => Math.floor(Date.now() / 1000);

describe('A5: an ID token proves nothing', () => {
  test.each<[string, () => Record<string, unknown>]>([
    ['with the nonce of another sign-in', () => ({ nonce: 'another' })],
    ['without a nonce', () => ({ nonce: undefined })],
    ['for another client', () => ({ aud: 'another' })],
    ['for others too, without saying for whom', () => ({ aud: [google.clientId, 'another'] })],
    ['by another issuer', () => ({ iss: 'https://accounts.google.com.evil.example' })],
    ['that has expired', () => ({ exp: seconds() - 120, iat: seconds() - 240 })],
    ['that is not valid yet', () => ({ nbf: seconds() + 120 })],
    ['without a subject', () => ({ sub: undefined })],
    ['with an empty subject', () => ({ sub: '' })],
    ['with an endless subject', () => ({ sub: 'a'.repeat(256) })],
    ['with a NUL in its subject', () => ({ sub: 'a\u0000b' })],
  ])('%s', async (_what, claims) => {
    provider.reset({ ...somebody, ...claims() });
    expect(codes(await account.signIn('GOOGLE'))).toEqual(['PROVIDER_REFUSED']);
  });

  test.each(['none', 'client secret', "a stranger's key"] as const)('signed with %s', async (how) => {
    provider.answer = ({ body }) => {
      if (body !== '') body.id_token = forge(String(body.id_token), how, google.clientSecret);
    };
    expect(codes(await account.signIn('GOOGLE'))).toEqual(['PROVIDER_REFUSED']);
  });

  test('that is missing or torn', async () => {
    for (const torn of [undefined, '', 'a.b.c', 7]) {
      provider.answer = ({ body }) => void Object.assign(body, { id_token: torn });
      expect(codes(await account.signIn('GOOGLE'))).toEqual(['PROVIDER_REFUSED']);
    }
  });

  test('and what is right passes', async () => {
    memberIn(await account.signIn('GOOGLE'));
  });
});

const silence: RequestListener = () => undefined;
const drip: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{');
};
const down: RequestListener = (request) => void request.socket.destroy();
const flood: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ access_token: 'x'.repeat(10_000_000) }));
};
const error: RequestListener = (_request, response) => void response.writeHead(503).end('sorry');
const page: RequestListener = (_request, response) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>sorry</h1>');
const ways: readonly [string, RequestListener][] = [
  ['says nothing', silence],
  ['begins and does not end', drip],
  ['hangs up', down],
  ['answers 10 MB', flood],
  ['answers 503', error],
  ['answers a page', page],
];

describe('A5: a provider that cannot be asked', () => {
  test.each(ways)('the token endpoint %s', async (_how, instead) => {
    const back = await account.visit('GOOGLE');
    provider.instead.set('/token', instead);
    expect(codes(await account.finish(back))).toEqual(['PROVIDER_UNAVAILABLE']);
    provider.instead.clear();
    expect(codes(await account.finish(back))).toEqual(['SIGN_IN_EXPIRED']);
  });

  test.each(['/token', '/v1/nid/me', '/jwks', '/.well-known/openid-configuration'])(
    'a redirect from %s is not followed',
    async (path) => {
      const other = await runAccountWith(database.url, configured());
      const visited: string[] = [];
      provider.instead.set('/elsewhere', (request, response) => {
        visited.push(request.url ?? '');
        response.end('{}');
      });
      if (path === '/v1/nid/me') likeNaver(provider, { id: 'naver-1', email: 'jiho@example.com' });
      provider.instead.set(
        path,
        (_request, response) => void response.writeHead(307, { location: '/elsewhere' }).end(),
      );
      const kind = path === '/v1/nid/me' ? 'NAVER' : 'GOOGLE';
      const started = await other.start(kind);
      const answer = started.authorizationUrl
        ? await other.finish(await returnFrom(started.authorizationUrl))
        : started;
      expect(codes(answer)).toEqual(['PROVIDER_UNAVAILABLE']);
      expect(visited).toEqual([]);
      await other.close();
    },
  );

  test.each(ways.slice(0, -1))('Naver’s profile %s', async (_how, instead) => {
    likeNaver(provider, { id: 'naver-1', email: 'jiho@example.com', name: '지호' });
    provider.instead.set('/v1/nid/me', instead);
    expect(codes(await account.signIn('NAVER'))).toEqual(['PROVIDER_UNAVAILABLE']);
  });

  test.each(ways)('discovery %s: account starts, answers, and goes on when it is back', async (_how, instead) => {
    provider.instead.set('/.well-known/openid-configuration', instead);
    const other = await runAccountWith(database.url, configured());
    expect(codes(await other.start('GOOGLE'))).toEqual(['PROVIDER_UNAVAILABLE']);
    provider.instead.clear();
    memberIn(await other.signIn('GOOGLE'));
    await other.close();
  });

  test('discovery is asked once for many', async () => {
    const other = await runAccountWith(database.url, configured());
    let times = 0;
    provider.discovery = () => {
      times += 1;
    };
    await Promise.all(Array.from({ length: 5 }, () => other.start('GOOGLE')));
    memberIn(await other.signIn('GOOGLE'));
    expect(times).toBe(1);
    await other.close();
  });

  test.each<[string, Record<string, string>]>([
    ['another issuer', { issuer: 'https://accounts.evil.example' }],
    ['a browser’s address without TLS', { authorization_endpoint: 'http://accounts.evil.example/authorize' }],
    ['a browser’s address that is a script', { authorization_endpoint: 'javascript:alert(1)' }],
  ])('discovery names %s', async (_what, changes) => {
    const other = await runAccountWith(database.url, configured());
    provider.discovery = ({ body }) => void Object.assign(body, changes);
    expect(codes(await other.start('GOOGLE'))).toEqual(['PROVIDER_UNAVAILABLE']);
    await other.close();
  });

  describe.each(['token_endpoint', 'jwks_uri'])('discovery names as its %s', (name) => {
    test.each([
      'http://169.254.169.254/x',
      'http://moa.example/x',
      'http://127.0.0.1.evil.example/x',
      'ftp://127.0.0.1/x',
      'file:///etc/passwd',
      '',
      undefined,
    ])('%s', async (endpoint) => {
      const other = await runAccountWith(database.url, configured());
      provider.discovery = ({ body }) => void Object.assign(body, { [name]: endpoint });
      expect(codes(await other.start('GOOGLE'))).toEqual(['PROVIDER_UNAVAILABLE']);
      await other.close();
    });
  });

  test('one without TLS is not talked to unless that is allowed', async () => {
    const other = await runAccountWith(database.url, { ...configured(), httpOnLoopback: false });
    let asked = false;
    provider.discovery = () => {
      asked = true;
    };
    expect(codes(await other.start('GOOGLE'))).toEqual(['PROVIDER_UNAVAILABLE']);
    expect(asked).toBe(false);
    await other.close();
  });
});

test('A5: nothing that the provider said, no secret, code or verifier is in the answer or in the log', async () => {
  const other = await runAccountWith(database.url, configured());
  const back = await other.visit('GOOGLE');
  memberIn(await other.finish(back));
  provider.answer = (response) => {
    response.statusCode = 400;
    response.body = { error: 'invalid_grant', error_description: 'words of the provider' };
  };
  const refused = await other.visit('GOOGLE');
  const answer = await other.finish(refused);
  expect(codes(answer)).toEqual(['PROVIDER_REFUSED']);
  expect(JSON.stringify(answer)).not.toMatch(/invalid_grant|words of the provider/);
  provider.answer = ({ body }) =>
    void Object.assign(body, { error: 'made\nup', id_token: 'broken', access_token: 'said-token' });
  await other.signIn('GOOGLE');
  provider.instead.set('/token', page);
  const last = addressIn(await other.start('GOOGLE'));
  await other.finish(await returnFrom(last));
  await other.close();

  const log = other.log.join('');
  expect(log).toContain('"reason":"invalid_grant"');
  const verifiers = provider.tokenRequests.map(({ code_verifier }) => code_verifier);
  const nonce = new URL(last).searchParams.get('nonce');
  const secrets = [google.clientSecret, back.code, back.state, refused.code, refused.state, nonce, ...verifiers];
  expect(verifiers.length).toBeGreaterThan(1);
  for (const secret of [...secrets, 'words of the provider', 'made', 'said-token', somebody.email]) {
    expect(log).not.toContain(secret ?? 'nothing');
  }
});
