import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshAccountDatabase, newcomer, runAccount, sessionIn } from './running-account.ts';
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

let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
let atGoogle: RunningProvider;
let atNaver: RunningProvider;
let account: Awaited<ReturnType<typeof runAccountWith>>;
let plain: Awaited<ReturnType<typeof runAccount>>;
let now = new Date();
let persons = 0;
/** Somebody whom nobody has seen yet. */
const person = () => {
  persons += 1;
  return { sub: `person-${persons}`, email: `person-${persons}@example.com`, email_verified: true, name: '서연' };
};
const code = (expected: string, field: string[] | null = null) => ({
  session: null,
  userErrors: [{ code: expected, field, message: expect.stringMatching(/[가-힣].+[a-z]/) }],
});
const sql = async (statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  database = await freshAccountDatabase();
  [atGoogle, atNaver] = await Promise.all([runProvider(), runProvider()]);
  const providers = {
    redirectUris: [redirectUri],
    google: { ...google, issuer: atGoogle.url },
    naver: naverAt(atNaver),
    httpOnLoopback: true,
  };
  account = await runAccountWith(database.url, providers, () => now);
  plain = await runAccount(database.url);
});
beforeEach(() => {
  now = new Date();
  atGoogle.reset(person());
  likeNaver(atNaver, { id: 'nobody' });
});
afterAll(async () => {
  await Promise.all([account.close(), plain.close(), atGoogle.close(), atNaver.close()]);
  await database.drop();
});

describe('A5: with Google', () => {
  test('the first sign-in joins, and the next finds the same member whatever the address is then', async () => {
    atGoogle.reset({ sub: 'google-1', email: 'Seoyeon@Example.com', email_verified: true, name: ' 서연 ' });
    const first = memberIn(await account.signIn('GOOGLE'));
    expect(first).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      name: '서연',
      email: 'seoyeon@example.com',
      age: null,
      roles: ['MEMBER'],
    });
    atGoogle.reset({ sub: 'google-1', email: 'moved@example.com', email_verified: true, name: '다른 이름' });
    expect(memberIn(await account.signIn('GOOGLE'))).toEqual(first);
  });

  test('a verified address leads to the account that has it; who joined with it unproven is shut out', async () => {
    const { member, refreshToken } = sessionIn(await plain.signUp({ email: 'linked@example.com' }));
    atGoogle.reset({ ...person(), email: 'LINKED@example.com' });
    expect(memberIn(await account.signIn('GOOGLE'))).toMatchObject({ id: member.id, name: newcomer.name, age: 31 });
    const password = await plain.signIn({ email: 'linked@example.com', password: newcomer.password });
    expect(password.userErrors).toMatchObject([{ code: 'CREDENTIALS_INVALID' }]);
    expect((await plain.refresh({ refreshToken })).userErrors).toMatchObject([{ code: 'SESSION_ENDED' }]);
    expect(memberIn(await account.signIn('GOOGLE')).id).toBe(member.id);
  });

  test.each([false, undefined, 'true', 1])(
    'an address with email_verified: %j leads to nobody’s account',
    async (verified) => {
      const email = `kept-${String(verified)}@example.com`;
      sessionIn(await plain.signUp({ email }));
      atGoogle.reset({ ...person(), email, email_verified: verified });
      expect(await account.signIn('GOOGLE')).toEqual(code('EMAIL_TAKEN'));
    },
  );

  test('an address that was given to somebody new does not lead to who had it before', async () => {
    atGoogle.reset({ ...person(), email: 'role@example.com' });
    memberIn(await account.signIn('GOOGLE'));
    atGoogle.reset({ ...person(), email: 'role@example.com' });
    expect(await account.signIn('GOOGLE')).toEqual(code('EMAIL_TAKEN'));
  });

  test('somebody without an address cannot join, but can come back', async () => {
    const { email: _none, ...nameless } = person();
    atGoogle.reset(nameless);
    expect(await account.signIn('GOOGLE')).toEqual(code('PROVIDER_REFUSED'));
    atGoogle.reset({ ...nameless, email: 'back@example.com' });
    const { id } = memberIn(await account.signIn('GOOGLE'));
    atGoogle.reset(nameless);
    expect(memberIn(await account.signIn('GOOGLE')).id).toBe(id);
  });

  test('who left is forgotten by their provider too, and joins anew', async () => {
    atGoogle.reset({ ...person(), email: 'leaving@example.com' });
    const { id } = memberIn(await account.signIn('GOOGLE'));
    const viewer = { kind: 'member', memberId: id, roles: ['MEMBER'] } as const;
    expect(await plain.deleteAccount(viewer, { confirmEmail: 'leaving@example.com' })).toMatchObject({ deleted: true });
    expect(await sql('select subject from linked_providers where member_id = $1', [id])).toEqual([]);
    expect(memberIn(await account.signIn('GOOGLE')).id).not.toBe(id);
  });

  test('the same person in five browsers at once joins once', async () => {
    const visits = await Promise.all(Array.from({ length: 5 }, () => account.visit('GOOGLE')));
    const members = (await Promise.all(visits.map(account.finish))).map(memberIn);
    expect(new Set(members.map(({ id }) => id)).size).toBe(1);
  });

  test('asks with state, nonce and an S256 challenge, and redeems the code with its verifier', async () => {
    const address = new URL(addressIn(await account.start('GOOGLE')));
    const asked = Object.fromEntries(address.searchParams);
    expect(asked).toEqual({
      response_type: 'code',
      client_id: google.clientId,
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    memberIn(await account.finish(await returnFrom(address.href)));
    const [request = {}] = atGoogle.tokenRequests;
    expect(request).toMatchObject({ grant_type: 'authorization_code', redirect_uri: redirectUri });
    expect(
      createHash('sha256')
        .update(request.code_verifier ?? '')
        .digest('base64url'),
    ).toBe(asked.code_challenge);
    const again = new URL(addressIn(await account.start('GOOGLE'))).searchParams;
    for (const name of ['state', 'nonce', 'code_challenge']) expect(again.get(name)).not.toBe(asked[name]);
  });

  test('works with a provider that names itself in the browser’s return', async () => {
    const named = await runProvider();
    named.reset(person());
    named.discovery = ({ body }) => Object.assign(body, { authorization_response_iss_parameter_supported: true });
    const providers = { redirectUris: [redirectUri], google: { ...google, issuer: named.url }, httpOnLoopback: true };
    const other = await runAccountWith(database.url, providers);
    memberIn(await other.signIn('GOOGLE'));
    await other.close();
    await named.close();
  });
});

describe('A5: with Naver', () => {
  test('the first sign-in joins, and the next finds the same member', async () => {
    likeNaver(atNaver, { id: 'naver-1', email: 'jiho@example.com', name: '지호' });
    const first = memberIn(await account.signIn('NAVER'));
    expect(first).toMatchObject({ name: '지호', email: 'jiho@example.com', age: null, roles: ['MEMBER'] });
    expect(memberIn(await account.signIn('NAVER'))).toEqual(first);
    const [request = {}] = atNaver.tokenRequests;
    expect(request).toMatchObject({ grant_type: 'authorization_code', state: expect.stringMatching(/^[\w-]{43}$/) });
    expect(request.code_verifier).toMatch(/^[\w-]{43}$/);
  });

  test('an address leads to nobody’s account, since Naver does not say that it is verified', async () => {
    sessionIn(await plain.signUp({ email: 'naver-taken@example.com' }));
    likeNaver(atNaver, { id: 'naver-2', email: 'naver-taken@example.com', name: '지호' });
    expect(await account.signIn('NAVER')).toEqual(code('EMAIL_TAKEN'));
  });

  test('it does where the operator vouches for Naver', async () => {
    const { member } = sessionIn(await plain.signUp({ email: 'naver-trusted@example.com' }));
    likeNaver(atNaver, { id: 'naver-3', email: 'naver-trusted@example.com', name: '지호' });
    const providers = {
      redirectUris: [redirectUri],
      naver: { ...naverAt(atNaver), emailsAreVerified: true },
      httpOnLoopback: true,
    };
    const trusting = await runAccountWith(database.url, providers);
    expect(memberIn(await trusting.signIn('NAVER')).id).toBe(member.id);
    await trusting.close();
  });

  test('who joined with an address that is not verified does not get the one who proves it later', async () => {
    likeNaver(atNaver, { id: 'naver-squatter', email: 'squatted@example.com', name: '지호' });
    memberIn(await account.signIn('NAVER'));
    atGoogle.reset({ ...person(), email: 'squatted@example.com' });
    expect(await account.signIn('GOOGLE')).toEqual(code('EMAIL_TAKEN'));
  });

  test.each([
    ['no person', { resultcode: '024', message: 'Authentication failed' }],
    ['an id that is no text', { response: { id: 7, email: 'a@example.com' } }],
    ['an id with a NUL', { response: { id: 'a\u0000', email: 'a@example.com' } }],
    ['an endless id', { response: { id: 'a'.repeat(256), email: 'a@example.com' } }],
    ['no object', null],
  ])('a profile with %s is refused', async (_what, body) => {
    atNaver.instead.set('/v1/nid/me', (_request, response) => void response.end(JSON.stringify(body)));
    expect(await account.signIn('NAVER')).toEqual(code('PROVIDER_REFUSED'));
  });

  test('an error with status 200, as Naver sends it, is refused', async () => {
    atNaver.answer = (response) => {
      response.body = { error: 'invalid_request', error_description: 'no valid data in session' };
    };
    expect(await account.signIn('NAVER')).toEqual(code('PROVIDER_REFUSED'));
  });
});

describe('A5: a sign-in is finished once, by who began it', () => {
  test.each(['', 'x', 'a'.repeat(43), 'a'.repeat(100_000), '\u0000', "' or true --"])(
    'not with the state %j',
    async (state) => {
      expect(await account.finish({ state, code: 'x' })).toEqual(code('SIGN_IN_EXPIRED', ['state']));
      expect(atGoogle.tokenRequests).toEqual([]);
    },
  );

  test('not twice', async () => {
    const back = await account.visit('GOOGLE');
    memberIn(await account.finish(back));
    expect(await account.finish(back)).toEqual(code('SIGN_IN_EXPIRED', ['state']));
    expect(atGoogle.tokenRequests).toHaveLength(1);
  });

  test('not twice at once', async () => {
    const back = await account.visit('GOOGLE');
    const answers = await Promise.all(Array.from({ length: 10 }, () => account.finish(back)));
    expect(answers.filter(({ session }) => session)).toHaveLength(1);
    expect(answers.filter(({ userErrors }) => userErrors[0]?.code === 'SIGN_IN_EXPIRED')).toHaveLength(9);
    expect(atGoogle.tokenRequests).toHaveLength(1);
  });

  test('not again after the provider refused', async () => {
    const back = await account.visit('GOOGLE');
    expect(await account.finish({ ...back, code: 'wrong' })).toEqual(code('PROVIDER_REFUSED'));
    expect(await account.finish(back)).toEqual(code('SIGN_IN_EXPIRED', ['state']));
  });

  test('within ten minutes', async () => {
    const [first, second] = [await account.visit('GOOGLE'), await account.visit('GOOGLE')];
    const began = now;
    now = new Date(began.getTime() + 10 * 60_000 - 1);
    memberIn(await account.finish(first));
    now = new Date(began.getTime() + 10 * 60_000);
    expect(await account.finish(second)).toEqual(code('SIGN_IN_EXPIRED', ['state']));
  });

  test('not with a code that was redeemed before, or is for another sign-in', async () => {
    const [first, second] = [await account.visit('GOOGLE'), await account.visit('GOOGLE')];
    memberIn(await account.finish(first));
    expect(await account.finish({ state: second.state, code: first.code })).toEqual(code('PROVIDER_REFUSED'));
    const [third, fourth] = [await account.visit('GOOGLE'), await account.visit('GOOGLE')];
    expect(await account.finish({ state: third.state, code: fourth.code })).toEqual(code('PROVIDER_REFUSED'));
  });

  test.each(['', 'x'.repeat(100_000), 'a&state=b', '\u0000'])('not with the code %j', async (odd) => {
    const { state } = await account.visit('GOOGLE');
    expect(await account.finish({ state, code: odd })).toEqual(code('PROVIDER_REFUSED'));
  });

  test('and nothing in the table finishes it; what nobody finished is swept out', async () => {
    const back = await account.visit('GOOGLE');
    const rows = await sql('select * from provider_sign_ins');
    expect(JSON.stringify(rows)).not.toContain(back.state);
    now = new Date(now.getTime() + 11 * 60_000);
    await account.start('NAVER');
    expect(await sql('select provider from provider_sign_ins')).toEqual([{ provider: 'NAVER' }]);
  });
});

describe('A5: the browser comes back to an address on the list and nowhere else', () => {
  test.each([
    '',
    'signed-in',
    'https://moa.example',
    'https://moa.example/',
    `${redirectUri}/`,
    `${redirectUri}/more`,
    `${redirectUri}/../evil`,
    `${redirectUri}?next=https://evil.example`,
    `${redirectUri}#`,
    ` ${redirectUri}`,
    `${redirectUri}\u0000`,
    'http://moa.example/signed-in',
    'https://moa.example:443/signed-in',
    'https://MOA.example/signed-in',
    'https://moa.example./signed-in',
    'https://moa.example.evil.example/signed-in',
    'https://moa.example@evil.example/signed-in',
    'https://evil.example/https://moa.example/signed-in',
    'https://evilmoa.example/signed-in',
    'https://mоa.example/signed-in', // a Cyrillic о
    '//moa.example/signed-in',
    'javascript:alert(1)',
    'http://127.0.0.1/signed-in',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/signed-in',
    'http://localhost/signed-in',
  ])('not to %j', async (uri) => {
    expect(await account.start('GOOGLE', uri)).toEqual({
      authorizationUrl: null,
      userErrors: [{ code: 'REDIRECT_URI_NOT_ALLOWED', field: ['redirectUri'], message: expect.any(String) }],
    });
  });

  test('one on this machine only where it is listed exactly', async () => {
    const listed = 'http://127.0.0.1:5173/signed-in';
    const providers = { redirectUris: [listed], google: { ...google, issuer: atGoogle.url }, httpOnLoopback: true };
    const other = await runAccountWith(database.url, providers);
    expect((await other.start('GOOGLE', listed)).userErrors).toEqual([]);
    const { userErrors } = await other.start('GOOGLE', 'http://127.0.0.1:5174/signed-in');
    expect(userErrors).toMatchObject([{ code: 'REDIRECT_URI_NOT_ALLOWED' }]);
    await other.close();
  });
});

test('A5: a provider that is not configured is refused', async () => {
  const other = await runAccountWith(database.url, { redirectUris: [redirectUri] });
  for (const provider of ['GOOGLE', 'NAVER'] as const) {
    expect(await other.start(provider)).toEqual({
      authorizationUrl: null,
      userErrors: [{ code: 'PROVIDER_NOT_CONFIGURED', field: ['provider'], message: expect.any(String) }],
    });
  }
  await other.close();
});
