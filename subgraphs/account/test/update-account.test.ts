import { anonymous } from '@moa/identity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countArgon2 } from './argon2-jobs.ts';
import {
  codesIn,
  freshAccountDatabase,
  newcomer,
  runAccount,
  type Session,
  sessionIn,
  sidIn,
  viewerIn,
} from './running-account.ts';

let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
let account: Awaited<ReturnType<typeof runAccount>>;
beforeAll(async () => {
  database = await freshAccountDatabase();
  account = await runAccount(database.url);
});
afterAll(async () => {
  await account.close();
  await database.drop();
});

let people = 0;
const join = async (): Promise<Session> => {
  people += 1;
  return sessionIn(await account.signUp({ email: `person${people}@example.com` }));
};
const current = newcomer.password;

describe('A4: changing the own account', () => {
  test('changes what is given and leaves the rest', async () => {
    const session = await join();
    const viewer = viewerIn(session);
    const change = async (input: object) => (await account.updateAccount(viewer, input)).member;
    expect(await change({})).toEqual({ id: session.member.id, name: '민지', age: 31, language: 'KO' });
    expect(await change({ name: ' 지민 ' })).toMatchObject({ name: '지민', age: 31, language: 'KO' });
    expect(await change({ age: 32, name: null })).toMatchObject({ name: '지민', age: 32, language: 'KO' });
    expect(await change({ language: 'EN' })).toMatchObject({ name: '지민', age: 32, language: 'EN' });
    expect(await account.dataOf(viewer, '{ me { name age language } }')).toEqual({
      me: { name: '지민', age: 32, language: 'EN' },
    });
  });

  test('names all faults at once, and changes nothing then', async () => {
    const viewer = viewerIn(await join());
    const jobs = countArgon2();
    const { member, userErrors } = await account.updateAccount(viewer, {
      name: ' ',
      age: 13,
      language: 'EN',
      password: { current, new: 'short' },
    });
    expect(jobs.stop().total).toBe(0);
    expect(member).toBeNull();
    expect(userErrors).toEqual([
      { code: 'NAME_INVALID', field: ['name'] },
      { code: 'AGE_OUT_OF_RANGE', field: ['age'] },
      { code: 'PASSWORD_TOO_SHORT', field: ['password', 'new'] },
    ]);
    expect(await account.dataOf(viewer, '{ me { name language } }')).toEqual({ me: { name: '민지', language: 'KO' } });
  });

  test('is for who is signed in', async () => {
    const { errors } = await account.ask(anonymous, 'mutation { updateAccount(input: {}) { member { id } } }');
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('the language is nobody else’s business, not even administrators’', async () => {
    const { member } = await join();
    const query = 'query ($id: ID!) { member(id: $id) { language } }';
    for (const roles of [['MEMBER'], ['MEMBER', 'ADMIN']] as const) {
      const viewer = { kind: 'member', memberId: '0190a000-0000-7000-8000-00000000000a', roles } as const;
      expect(await account.dataOf(viewer, query, { id: member.id })).toEqual({ member: { language: null } });
    }
  });
});

describe('A4: changing the password', () => {
  test('takes the new one from then on, and ends all sessions but the one that asks', async () => {
    const here = await join();
    const email = here.member.email ?? '';
    const there = sessionIn(await account.signIn({ email, password: current }));
    const password = { current, new: 'battery staple', refreshToken: here.refreshToken };
    expect(codesIn(await account.updateAccount(viewerIn(here), { password }))).toEqual([]);

    expect(codesIn(await account.signIn({ email, password: current }))).toEqual(['CREDENTIALS_INVALID']);
    sessionIn(await account.signIn({ email, password: 'battery staple' }));
    sessionIn(await account.refresh(here));
    expect(codesIn(await account.refresh(there))).toEqual(['SESSION_ENDED']);
    const sids = (await account.revoked()).revoked.map(({ sid }) => sid);
    expect([sids.includes(sidIn(here)), sids.includes(sidIn(there))]).toEqual([false, true]);
  });

  test('ends all sessions where none is named, or one of somebody else’s', async () => {
    const stranger = await join();
    for (const refreshToken of [null, 'x', stranger.refreshToken]) {
      const here = await join();
      await account.updateAccount(viewerIn(here), { password: { current, new: 'battery staple', refreshToken } });
      expect(codesIn(await account.refresh(here))).toEqual(['SESSION_ENDED']);
    }
    sessionIn(await account.refresh(stranger));
  });

  test('needs the present one', async () => {
    const session = await join();
    expect(
      await account.updateAccount(viewerIn(session), {
        name: '아무개',
        password: { current: 'wrong', new: 'battery staple' },
      }),
    ).toEqual({ member: null, userErrors: [{ code: 'PASSWORD_WRONG', field: ['password', 'current'] }] });
    expect(await account.dataOf(viewerIn(session), '{ me { name } }')).toEqual({ me: { name: '민지' } });
    sessionIn(await account.refresh(session));
  });

  test('of two at once from the same present one, one is taken', async () => {
    const session = await join();
    const answers = await Promise.all(
      ['battery staple', 'staple battery'].map((fresh) =>
        account.updateAccount(viewerIn(session), { password: { current, new: fresh } }),
      ),
    );
    expect(answers.flatMap(codesIn)).toEqual(['PASSWORD_WRONG']);
  });

  test('is no way to guess it: the sixth wrong one is refused, and signing in as well', async () => {
    const session = await join();
    const guess = () =>
      account.updateAccount(viewerIn(session), { password: { current: 'wrong', new: 'battery staple' } });
    for (let turn = 0; turn < 5; turn += 1) expect(codesIn(await guess())).toEqual(['PASSWORD_WRONG']);
    const jobs = countArgon2();
    expect(codesIn(await guess())).toEqual(['TOO_MANY_ATTEMPTS']);
    expect(codesIn(await account.signIn({ email: session.member.email ?? '', password: current }))).toEqual([
      'TOO_MANY_ATTEMPTS',
    ]);
    expect(jobs.stop().total).toBe(0);
  });
});
