import { migrate } from '@moa/database';
import { freshDatabase } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database as account } from '../src/index.ts';
import { codesIn, freshAccountDatabase, newcomer, runAccount, sessionIn, viewerIn } from './running-account.ts';
import { google, memberIn, redirectUri, runAccountWith, runProvider } from './running-providers.ts';
import { query } from './sql.ts';

let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
let running: Awaited<ReturnType<typeof runAccount>>;
beforeAll(async () => {
  database = await freshAccountDatabase();
  running = await runAccount(database.url);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

/** What the other subgraphs are told of a member. */
const toldOf = async (memberId: string, url = database.url): Promise<unknown[]> => {
  const rows = await query<{ payload: object }>(
    url,
    `select payload from outbox where kind = 'fact' and payload->>'memberId' = $1 order by id`,
    [memberId],
  );
  return rows.map(({ payload }) => payload);
};
const joined = (memberId: string, name: string) => ({
  type: 'MemberJoined',
  version: 1,
  memberId,
  name,
  language: 'KO',
});

describe('the other subgraphs hear', () => {
  test('who signs up, and nothing of who is refused', async () => {
    const { member } = sessionIn(await running.signUp({ email: 'one@example.com' }));
    expect(codesIn(await running.signUp({ email: 'one@example.com' }))).toEqual(['EMAIL_TAKEN']);
    expect(await toldOf(member.id)).toEqual([joined(member.id, newcomer.name)]);
    expect(await query(database.url, `select from outbox where kind = 'fact'`)).toHaveLength(1);
  });

  test('who comes in by a provider, the first time', async () => {
    const provider = await runProvider();
    const providers = {
      redirectUris: [redirectUri],
      google: { ...google, issuer: provider.url },
      httpOnLoopback: true,
    };
    const account = await runAccountWith(database.url, providers);
    provider.reset({ sub: 'person', email: 'two@example.com', email_verified: true, name: '서연' });
    const { id } = memberIn(await account.signIn('GOOGLE'));
    memberIn(await account.signIn('GOOGLE'));
    expect(await toldOf(id)).toEqual([joined(id, '서연')]);
    await Promise.all([account.close(), provider.close()]);
  });

  test('each new name and language, and of nothing else that changes', async () => {
    const session = sessionIn(await running.signUp({ email: 'three@example.com' }));
    const viewer = viewerIn(session);
    for (const input of [
      { age: 40 },
      { name: '지민' },
      { name: '지민', language: 'KO' },
      { language: 'EN' },
      { name: '' },
    ]) {
      await running.updateAccount(viewer, input);
    }
    const { id } = session.member;
    const updated = { type: 'MemberUpdated', memberId: id, name: '지민' };
    expect(await toldOf(id)).toEqual([
      joined(id, newcomer.name),
      { ...updated, version: 3, language: 'KO' },
      { ...updated, version: 5, language: 'EN' },
    ]);
  });

  test('who was a member before joining was told', async () => {
    const { url, drop } = await freshDatabase();
    await migrate(url, { ...account, migrations: account.migrations.slice(0, 3) });
    const id = '0190a000-0000-7000-8000-000000000001';
    await query(
      url,
      `insert into members (id, email, name, age, roles, language, version, created_at)
       values ($1, 'old@example.com', '오래된 회원', 50, '{MEMBER}', 'EN', 4, now())`,
      [id],
    );
    await migrate(url, account);
    expect(await toldOf(id, url)).toEqual([{ ...joined(id, '오래된 회원'), version: 4, language: 'EN' }]);
    await drop();
  });
});
