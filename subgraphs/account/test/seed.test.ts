import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoMember, seedMembers } from '../src/index.ts';
import { countArgon2 } from './argon2-jobs.ts';
import { freshAccountDatabase, logger, runAccount, sessionIn } from './running-account.ts';
import { query } from './sql.ts';

const demo = (n: number, ...roles: DemoMember['roles']): DemoMember => ({
  id: `0190a000-0000-7000-8000-00000000000${n}`,
  email: `Demo${n}@Example.com`,
  password: 'demo password',
  name: `데모 ${n}`,
  age: 30,
  roles: ['MEMBER', ...roles],
});

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

test('demo members are added once, with their roles, and only new ones are hashed', async () => {
  const jobs = countArgon2();
  await seedMembers(database.url, [demo(1, 'COURIER')], logger);
  expect(jobs.stop().total).toBe(1);

  const more = countArgon2();
  await seedMembers(database.url, [{ ...demo(1), name: '바뀜' }, demo(2, 'MERCHANT')], logger);
  expect(more.stop().total).toBe(1);

  const { member } = sessionIn(await account.signIn({ email: 'demo1@example.com', password: 'demo password' }));
  expect(member).toMatchObject({ id: demo(1).id, name: '데모 1' });
  const viewer = { kind: 'member', memberId: demo(2).id, roles: [] } as const;
  expect(await account.dataOf(viewer, '{ me { roles } }')).toEqual({ me: { roles: ['MEMBER', 'MERCHANT'] } });
});

test('members who share a password are added with one hash of it', async () => {
  const jobs = countArgon2();
  await seedMembers(database.url, [demo(6), demo(7), { ...demo(8), password: 'another demo password' }], logger);
  expect(jobs.stop().total).toBe(2);
  sessionIn(await account.signIn({ email: 'demo7@example.com', password: 'demo password' }));
  sessionIn(await account.signIn({ email: 'demo8@example.com', password: 'another demo password' }));
});

test('everybody hears of a demo member once', async () => {
  await seedMembers(database.url, [demo(9)], logger);
  await seedMembers(database.url, [demo(9)], logger);
  const joined = await query(
    database.url,
    `select payload from outbox where topic = 'MemberJoined' and payload->>'memberId' = '${demo(9).id}'`,
  );
  expect(joined).toEqual([
    { payload: { type: 'MemberJoined', version: 1, memberId: demo(9).id, name: '데모 9', language: 'KO' } },
  ]);
});

test('simultaneous starts add each member once', async () => {
  const members = [demo(3), demo(4)];
  await Promise.all(members.map(() => seedMembers(database.url, members, logger)));
  sessionIn(await account.signIn({ email: 'demo3@example.com', password: 'demo password' }));
});

test('an address that somebody took meanwhile stays theirs', async () => {
  sessionIn(await account.signUp({ email: 'demo5@example.com', password: 'mine, not demo' }));
  await seedMembers(database.url, [demo(5)], logger);
  sessionIn(await account.signIn({ email: 'demo5@example.com', password: 'mine, not demo' }));
});
