import { anonymous, type Viewer } from '@moa/identity';
import { until } from '@moa/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedMembers } from '../src/index.ts';
import {
  codesIn,
  freshAccountDatabase,
  logger,
  newcomer,
  runAccount,
  type Session,
  sessionIn,
  sidIn,
  viewerIn,
} from './running-account.ts';
import { query } from './sql.ts';

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

const { password } = newcomer;
let people = 0;
const join = async (): Promise<Session> => {
  people += 1;
  return sessionIn(await account.signUp({ email: `person${people}@example.com`, name: `사람${people}` }));
};
const admin: Viewer = { kind: 'member', memberId: '0190a000-0000-7000-8000-00000000000a', roles: ['MEMBER', 'ADMIN'] };

/** Every text in every table of account, as PostgreSQL writes the rows. */
async function everything(): Promise<string> {
  const tables = await query<{ table_name: string }>(
    database.url,
    `select table_name from information_schema.tables where table_schema = 'public'`,
  );
  const rows = await Promise.all(
    tables.map(({ table_name }) =>
      query(database.url, `select '${table_name}' as "table", to_jsonb(t)::text as row from "${table_name}" t`),
    ),
  );
  return JSON.stringify(rows);
}

describe('A4: leaving Moa', () => {
  test('erases everything personal and keeps the id alone', async () => {
    const session = await join();
    const { id, email } = session.member;
    await account.updateAccount(viewerIn(session), { language: 'EN', age: 77 });
    await query(
      database.url,
      `insert into linked_providers (provider, subject, member_id, email_verified, linked_at) values ('GOOGLE', $1, $2, true, now())`,
      ['subject-of-somebody', id],
    );
    expect(await everything()).toContain(email);
    expect(await account.deleteAccount(viewerIn(session), { password })).toEqual({ deleted: true, userErrors: [] });

    expect(await query(database.url, 'select * from members where id = $1', [id])).toEqual([
      {
        id,
        email: null,
        name: null,
        age: null,
        roles: [],
        language: 'KO',
        version: 3,
        created_at: expect.any(Date),
        deleted_at: expect.any(Date),
      },
    ]);
    for (const table of ['passwords', 'sessions', 'linked_providers']) {
      expect(await query(database.url, `select member_id from ${table} where member_id = $1`, [id])).toEqual([]);
    }
    const left = await everything();
    for (const trace of [email ?? '', session.member.name, 'subject-of-somebody', '$argon2id']) {
      expect(left).not.toContain(trace);
    }
  });

  test('is told to the other subgraphs, once, even when it is asked for twice at the same moment', async () => {
    const session = await join();
    const { id, email } = session.member;
    await query(database.url, 'delete from passwords where member_id = $1', [id]);
    const gate = new pg.Client({ connectionString: database.url });
    await gate.connect();
    await gate.query('begin');
    await gate.query('select id from members where id = $1 for update', [id]);
    const both = [1, 2].map(() => account.ask(viewerIn(session), deleteBy, { email }));
    await until(async () => (await query(database.url, waiting)).length === 2);
    await gate.query('commit');
    await gate.end();

    const errors = (await Promise.all(both)).flatMap((answer) => answer.errors ?? []);
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
    expect(
      await query(
        database.url,
        `select kind, topic, payload from outbox where payload ->> 'memberId' = $1 and topic <> 'MemberJoined'`,
        [id],
      ),
    ).toEqual([{ kind: 'fact', topic: 'MemberDeleted', payload: { type: 'MemberDeleted', memberId: id, version: 2 } }]);
  });

  test('leaves nobody to be found', async () => {
    const session = await join();
    const { id, email } = session.member;
    await account.deleteAccount(viewerIn(session), { password });

    for (const viewer of [viewerIn(session), admin]) {
      expect(await account.dataOf(viewer, 'query ($id: ID!) { member(id: $id) { id name email } }', { id })).toEqual({
        member: null,
      });
      expect(
        await account.dataOf(
          viewer,
          'query ($id: ID!) { _entities(representations: [{ __typename: "Member", id: $id }]) { ... on Member { id } } }',
          { id },
        ),
      ).toEqual({ _entities: [null] });
    }
    expect(await account.dataOf(viewerIn(session), '{ me { id } }')).toEqual({ me: null });
    expect(codesIn(await account.signIn({ email: email ?? '', password }))).toEqual(['CREDENTIALS_INVALID']);
  });

  test('ends every session, with its access tokens, and the account can do nothing more', async () => {
    const here = await join();
    const there = sessionIn(await account.signIn({ email: here.member.email ?? '', password }));
    await account.deleteAccount(viewerIn(here), { password });
    for (const session of [here, there]) {
      expect(codesIn(await account.refresh(session))).toEqual(['SESSION_ENDED']);
      expect((await account.revoked()).revoked.map(({ sid }) => sid)).toContain(sidIn(session));
    }
    for (const document of [
      'mutation { updateAccount(input: { name: "x" }) { member { id } } }',
      'mutation { deleteAccount(input: { password: "x" }) { deleted } }',
    ]) {
      const { errors } = await account.ask(viewerIn(here), document);
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    }
  });

  test('frees the e-mail address for somebody else', async () => {
    const before = await join();
    await account.deleteAccount(viewerIn(before), { password });
    const after = sessionIn(await account.signUp({ email: before.member.email, password: 'quite another' }));
    expect(after.member.id).not.toBe(before.member.id);
    expect(codesIn(await account.refresh(before))).toEqual(['SESSION_ENDED']);
  });

  test.each([
    [{}, 'PASSWORD_WRONG', 'password'],
    [{ password: 'wrong' }, 'PASSWORD_WRONG', 'password'],
    [{ confirmEmail: 'theirs' }, 'PASSWORD_WRONG', 'password'],
  ])('needs the password where there is one: %j', async (input, code, field) => {
    const session = await join();
    const confirmation = 'confirmEmail' in input ? { confirmEmail: session.member.email } : input;
    expect(await account.deleteAccount(viewerIn(session), confirmation)).toEqual({
      deleted: false,
      userErrors: [{ code, field: [field] }],
    });
    sessionIn(await account.refresh(session));
  });

  test('needs the password that holds at the end, not one that was changed meanwhile', async () => {
    const session = await join();
    const { id } = session.member;
    const gate = new pg.Client({ connectionString: database.url });
    await gate.connect();
    await gate.query('begin');
    await gate.query('select id from members where id = $1 for update', [id]);
    const leaving = account.deleteAccount(viewerIn(session), { password });
    await until(async () => (await query(database.url, waiting)).length === 1);
    await gate.query('update passwords set hash = $2 where member_id = $1', [id, 'of another password']);
    await gate.query('commit');
    await gate.end();
    expect(await leaving).toEqual({
      deleted: false,
      userErrors: [{ code: 'PASSWORD_WRONG', field: ['password'] }],
    });
    sessionIn(await account.refresh(session));
  });

  test('needs the e-mail address where there is no password', async () => {
    const session = await join();
    await query(database.url, 'delete from passwords where member_id = $1', [session.member.id]);
    const leave = (input: object) => account.deleteAccount(viewerIn(session), input);
    for (const wrong of [{}, { password }, { confirmEmail: '' }, { confirmEmail: 'person@example.com' }]) {
      expect(await leave(wrong)).toEqual({
        deleted: false,
        userErrors: [{ code: 'EMAIL_WRONG', field: ['confirmEmail'] }],
      });
    }
    expect(await leave({ confirmEmail: ` ${session.member.email?.toUpperCase()} ` })).toMatchObject({ deleted: true });
  });

  test('is for who is signed in', async () => {
    const { errors } = await account.ask(anonymous, deleteWith, { password });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('a demo member who left does not come back with the next start', async () => {
    const demo = {
      id: '0190a000-0000-7000-8000-0000000000d1',
      email: 'demo@example.com',
      password,
      name: '데모',
      age: 30,
    };
    const seed = () => seedMembers(database.url, [{ ...demo, roles: ['MEMBER'] }], logger);
    await seed();
    const session = sessionIn(await account.signIn(demo));
    await account.deleteAccount(viewerIn(session), { password });
    await seed();
    expect(codesIn(await account.signIn(demo))).toEqual(['CREDENTIALS_INVALID']);
  });
});

const deleteBy = 'mutation ($email: String) { deleteAccount(input: { confirmEmail: $email }) { deleted } }';
const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
const deleteWith = 'mutation ($password: String!) { deleteAccount(input: { password: $password }) { deleted } }';
