import type { Viewer } from '@moa/identity';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AttemptRules, defaultRules } from '../src/index.ts';
import { countArgon2 } from './argon2-jobs.ts';
import { freshAccountDatabase, newcomer, runAccount, type SessionPayload, sessionIn } from './running-account.ts';

const from = (address: string): Viewer => ({ kind: 'anonymous', address });
const signInDocument = `mutation ($input: SignInInput!) { signIn(input: $input) {
  session { accessToken } userErrors { code field retryAfterSeconds } } }`;
const signUpDocument = `mutation ($input: SignUpInput!) { signUp(input: $input) {
  session { accessToken } userErrors { code field retryAfterSeconds } } }`;
type Said = {
  session: { accessToken: string } | null;
  userErrors: { code: string; retryAfterSeconds: number | null }[];
};

/** Where attempts are counted. */
const stores = [
  { name: 'memory', open: async () => ({ redisUrl: undefined, close: async () => undefined }) },
  ...buses
    .filter(({ name }) => name === 'redis')
    .map(({ name, open }) => ({
      name,
      async open() {
        const { url, close } = await open();
        return { redisUrl: url, close };
      },
    })),
];

describe.each(stores)('A1: too many attempts, counted in $name', ({ open }) => {
  let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
  let store: Awaited<ReturnType<(typeof stores)[number]['open']>>;
  let account: Awaited<ReturnType<typeof runAccount>>;
  const run = (attemptRules?: Partial<AttemptRules>) =>
    runAccount(database.url, undefined, { redisUrl: store.redisUrl, attemptRules });
  beforeAll(async () => {
    database = await freshAccountDatabase();
    store = await open();
    account = await run();
  });
  afterAll(async () => {
    await account.close();
    await store.close();
    await database.drop();
  });

  let people = 0;
  const join = async (): Promise<string> => {
    people += 1;
    const email = `person${people}@example.com`;
    sessionIn(await account.signUp({ email }));
    return email;
  };
  let addresses = 0;
  const nextAddress = (): string => {
    addresses += 1;
    return `203.0.113.${addresses}`;
  };
  const signIn = async (email: string, password: string, viewer = from(nextAddress()), at = account): Promise<Said> =>
    (await at.dataOf<{ signIn: Said }>(viewer, signInDocument, { input: { email, password } })).signIn;
  const codes = ({ userErrors }: Said) => userErrors.map(({ code }) => code);
  const blocked = {
    session: null,
    userErrors: [{ code: 'TOO_MANY_ATTEMPTS', field: null, retryAfterSeconds: expect.any(Number) }],
  };

  test.each(['known', 'unknown'])(
    'the sixth wrong password for an account is refused without work: %s',
    async (which) => {
      const email = which === 'known' ? await join() : 'nobody@example.com';
      for (let turn = 0; turn < 5; turn += 1) {
        expect(codes(await signIn(email, 'wrong horse'))).toEqual(['CREDENTIALS_INVALID']);
      }
      const jobs = countArgon2();
      const sixth = await signIn(email, 'wrong horse');
      expect(sixth).toEqual(blocked);
      const [{ retryAfterSeconds } = { retryAfterSeconds: null }] = sixth.userErrors;
      expect(retryAfterSeconds).toBeGreaterThan(14 * 60);
      expect(retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
      // The right one has to wait as well: else each refusal would say that it was wrong.
      expect(await signIn(email, newcomer.password)).toEqual(blocked);
      expect(jobs.stop().total).toBe(0);
    },
  );

  test('an account is one, however its address is spelled', async () => {
    const email = await join();
    const spellings = [email, email.toUpperCase(), ` ${email}`, `${email}\n`, email.replace('e', 'E')];
    for (const spelling of spellings) await signIn(spelling, 'wrong horse');
    for (const spelling of spellings) expect(await signIn(spelling, 'wrong horse')).toEqual(blocked);
  });

  test('many at once are no more than many in turn', async () => {
    const email = await join();
    const jobs = countArgon2();
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(email, 'wrong horse')));
    expect(answers.flatMap(codes).filter((code) => code === 'CREDENTIALS_INVALID')).toHaveLength(5);
    expect(jobs.stop().total).toBe(5);
  });

  test('who gets it right begins anew', async () => {
    const email = await join();
    for (let round = 0; round < 3; round += 1) {
      for (let turn = 0; turn < 4; turn += 1) await signIn(email, 'wrong horse');
      expect(codes(await signIn(email, newcomer.password))).toEqual([]);
    }
  });

  test('the twenty-first failure from an address is refused, whoever it is for; and blocks no account', async () => {
    const [viewer, email] = [from(nextAddress()), await join()];
    for (let turn = 0; turn < 20; turn += 1) await signIn(`guess${turn}@example.com`, 'wrong horse', viewer);
    for (let turn = 0; turn < 6; turn += 1) expect(await signIn(email, newcomer.password, viewer)).toEqual(blocked);
    expect(codes(await signIn(email, newcomer.password))).toEqual([]);
  });

  test('who is signed in counts as one as well, wherever they are', async () => {
    people += 1;
    const { member } = sessionIn(await account.signUp({ email: `person${people}@example.com` }));
    const viewer: Viewer = { kind: 'member', memberId: member.id, roles: ['MEMBER'] };
    const email = await join();
    for (let turn = 0; turn < 20; turn += 1) await signIn(`spray${turn}@example.com`, 'wrong horse', viewer);
    expect(await signIn(email, newcomer.password, viewer)).toEqual(blocked);
    expect(codes(await signIn(email, newcomer.password))).toEqual([]);
  });

  test('who signs in rightly from an address does not use it up', async () => {
    const [viewer, email] = [from(nextAddress()), await join()];
    for (let turn = 0; turn < 25; turn += 1) expect(codes(await signIn(email, newcomer.password, viewer))).toEqual([]);
  });

  test('twenty may join from an address in an hour, and what was refused anyway does not count', async () => {
    const [viewer, address] = [from(nextAddress()), people];
    const join21 = async (email: string, at = account): Promise<Said> =>
      (await at.dataOf<{ signUp: Said }>(viewer, signUpDocument, { input: { ...newcomer, email } })).signUp;
    for (let turn = 0; turn < 5; turn += 1) await join21('no address');
    for (let turn = 0; turn < 20; turn += 1) expect(codes(await join21(`${address}-${turn}@example.com`))).toEqual([]);
    const jobs = countArgon2();
    expect(await join21('twenty.first@example.com')).toEqual(blocked);
    expect(jobs.stop().total).toBe(0);
  });

  test('it may be tried again when the time is over', async () => {
    const brief = await run({ failuresPerAccount: { points: 1, seconds: 1 } });
    const email = await join();
    await signIn(email, 'wrong horse', undefined, brief);
    expect(await signIn(email, newcomer.password, undefined, brief)).toEqual(blocked);
    await until(async () => codes(await signIn(email, newcomer.password, undefined, brief)).length === 0);
    await brief.close();
  });

  test('no points are no limit', async () => {
    const off = { points: 0, seconds: 0 };
    const open = await run({ failuresPerAccount: off, failuresPerAddress: off });
    for (let turn = 0; turn < 7; turn += 1) {
      expect(codes(await signIn('nobody@example.com', 'wrong horse', undefined, open))).toEqual([
        'CREDENTIALS_INVALID',
      ]);
    }
    await open.close();
  });
});

test('the limits are those that are written down', () => {
  expect(defaultRules).toEqual({
    failuresPerAccount: { points: 5, seconds: 900 },
    failuresPerAddress: { points: 20, seconds: 900 },
    signUpsPerAddress: { points: 20, seconds: 3600 },
  });
});

describe.runIf(stores.length > 1)('A1: attempts with Redis', () => {
  test('count together in two processes, and go on alone while Redis is away', async () => {
    const database = await freshAccountDatabase();
    const store = await stores[1]?.open();
    const wrong = { email: 'nobody@example.com', password: 'wrong horse' };
    const tell = ({ userErrors }: SessionPayload) => userErrors.map(({ code }) => code);
    const first = await runAccount(database.url, undefined, { redisUrl: store?.redisUrl });
    const second = await runAccount(database.url, undefined, { redisUrl: store?.redisUrl });
    for (let turn = 0; turn < 5; turn += 1) await first.signIn(wrong);
    expect(tell(await second.signIn(wrong))).toEqual(['TOO_MANY_ATTEMPTS']);
    await Promise.all([first.close(), second.close()]);

    const alone = await runAccount(database.url, undefined, { redisUrl: 'redis://127.0.0.1:9' });
    for (let turn = 0; turn < 5; turn += 1) expect(tell(await alone.signIn(wrong))).toEqual(['CREDENTIALS_INVALID']);
    expect(tell(await alone.signIn(wrong))).toEqual(['TOO_MANY_ATTEMPTS']);
    await alone.close();
    await store?.close();
    await database.drop();
  });
});
