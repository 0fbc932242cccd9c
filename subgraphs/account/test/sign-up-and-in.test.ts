import { anonymous } from '@moa/identity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countArgon2 } from './argon2-jobs.ts';
import { freshAccountDatabase, newcomer, runAccount, sessionIn } from './running-account.ts';

let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
let account: Awaited<ReturnType<typeof runAccount>>;
const now = new Date('2026-03-01T09:00:00.500Z');
beforeAll(async () => {
  database = await freshAccountDatabase();
  account = await runAccount(database.url, () => now);
});
afterAll(async () => {
  await account.close();
  await database.drop();
});

describe('A1: signing up', () => {
  test('makes a MEMBER, signed in at once, who sees all of their own data', async () => {
    const { member } = sessionIn(await account.signUp({ email: '  Jisoo@Example.COM ', name: ' 지수 ' }));
    expect(member).toEqual({
      id: expect.stringMatching(/^[\da-f-]{36}$/),
      name: '지수',
      email: 'jisoo@example.com',
      age: 31,
      roles: ['MEMBER'],
      createdAt: '2026-03-01T09:00:00.500Z',
    });
  });

  test.each([
    [{ email: 'jisoo' }, 'EMAIL_INVALID', 'email'],
    [{ email: 'ji\u0000soo@example.com' }, 'EMAIL_INVALID', 'email'],
    [{ password: '1234567' }, 'PASSWORD_TOO_SHORT', 'password'],
    [{ password: 'a'.repeat(201) }, 'PASSWORD_TOO_LONG', 'password'],
    [{ name: '' }, 'NAME_INVALID', 'name'],
    [{ name: '한'.repeat(41) }, 'NAME_INVALID', 'name'],
    [{ name: 'ji\u0000soo' }, 'NAME_INVALID', 'name'],
    [{ age: 13 }, 'AGE_OUT_OF_RANGE', 'age'],
    [{ age: 121 }, 'AGE_OUT_OF_RANGE', 'age'],
    [{ age: -2_147_483_648 }, 'AGE_OUT_OF_RANGE', 'age'],
  ])('refuses %j: %s', async (fault, code, field) => {
    expect(await account.signUp({ email: 'refused@example.com', ...fault })).toEqual({
      session: null,
      userErrors: [{ code, field: [field], message: expect.stringMatching(/[가-힣].+[a-z]/) }],
    });
  });

  test('names all faults at once, and hashes nothing', async () => {
    const jobs = countArgon2();
    const { userErrors } = await account.signUp({ email: '@', password: 'x'.repeat(100_000), name: ' ', age: 1 });
    expect(userErrors.map(({ code }) => code)).toEqual([
      'EMAIL_INVALID',
      'PASSWORD_TOO_LONG',
      'NAME_INVALID',
      'AGE_OUT_OF_RANGE',
    ]);
    expect(jobs.stop().total).toBe(0);
  });

  test('takes the youngest, the oldest and the longest', async () => {
    sessionIn(await account.signUp({ email: 'young@example.com', age: 14, name: '한'.repeat(40) }));
    sessionIn(await account.signUp({ email: 'old@example.com', age: 120, password: '가'.repeat(200) }));
    sessionIn(await account.signIn({ email: 'old@example.com', password: '가'.repeat(200).normalize('NFD') }));
  });

  test.each(['eunji@example.com', 'EUNJI@example.com', ' eunji@EXAMPLE.com '])(
    'takes an address once, however it is spelled: %j',
    async (email) => {
      await account.signUp({ email: 'eunji@example.com' });
      expect(await account.signUp({ email })).toEqual({
        session: null,
        userErrors: [{ code: 'EMAIL_TAKEN', field: ['email'], message: expect.any(String) }],
      });
    },
  );

  test('lets one of twenty simultaneous twins in, hashing two at a time', async () => {
    const jobs = countArgon2();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        account.signUp({ email: n % 2 ? 'twin@example.com' : 'Twin@Example.com', password: `password ${n}` }),
      ),
    );
    expect(jobs.stop()).toEqual({ total: 20, most: 2 });
    const winner = answers.findIndex(({ session }) => session);
    expect(answers.map(({ session }) => session !== null).filter(Boolean)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual(
      Array(19).fill('EMAIL_TAKEN'),
    );
    // Nobody else's password came in with it.
    const signIns = await Promise.all(
      [winner, (winner + 1) % 20].map((n) => account.signIn({ email: 'twin@example.com', password: `password ${n}` })),
    );
    expect(signIns.map(({ session }) => session !== null)).toEqual([true, false]);
  });

  test('gives no role that was asked for', async () => {
    const { errors } = await account.ask(
      anonymous,
      'mutation ($input: SignUpInput!) { signUp(input: $input) { session { accessToken } } }',
      { input: { ...newcomer, email: 'boss@example.com', roles: ['ADMIN'] } },
    );
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('A1: signing in', () => {
  beforeAll(async () => {
    sessionIn(await account.signUp(newcomer));
  });

  test('takes the password, and the address in any case', async () => {
    const { member } = sessionIn(await account.signIn({ email: ' MINJI@example.com', password: newcomer.password }));
    expect(member).toMatchObject({ name: '민지', email: 'minji@example.com' });
  });

  test.each([
    ['a wrong password', newcomer.email, 'wrong horse'],
    ['an empty password', newcomer.email, ''],
    ['a password in another case', newcomer.email, 'CORRECT HORSE'],
    ['an unknown address', 'nobody@example.com', newcomer.password],
    ['what is no address', 'min\u0000ji', newcomer.password],
    ['an endless address', `${'a'.repeat(100_000)}@example.com`, newcomer.password],
    ['a pattern', '%@example.com', newcomer.password],
  ])('gives one answer for the same work: %s', async (_what, email, password) => {
    const jobs = countArgon2();
    expect(await account.signIn({ email, password })).toEqual({
      session: null,
      userErrors: [
        {
          code: 'CREDENTIALS_INVALID',
          field: null,
          message: '이메일 또는 비밀번호가 맞지 않습니다. The e-mail address and the password do not belong together.',
        },
      ],
    });
    expect(jobs.stop().total).toBe(1);
  });

  test.each([newcomer.email, 'nobody@example.com'])(
    'refuses a password of 100,000 characters without work: %s',
    async (email) => {
      const jobs = countArgon2();
      const { userErrors } = await account.signIn({ email, password: 'x'.repeat(100_000) });
      expect(userErrors).toMatchObject([{ code: 'CREDENTIALS_INVALID', field: null }]);
      expect(jobs.stop().total).toBe(0);
    },
  );
});
