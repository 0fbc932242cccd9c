import { anonymous, type Viewer } from '@moa/identity';
import { post } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshAccountDatabase, newcomer, runAccount, sessionIn } from './running-account.ts';

type Seen = { id: string; name: string; email: string | null; age: number | null; roles: string[] | null } | null;

const fields = 'id name email age roles';
const doors: readonly [string, string, (data: never) => Seen][] = [
  ['member', `query ($id: ID!) { member(id: $id) { ${fields} } }`, (data: { member: Seen }) => data.member],
  [
    '_entities',
    `query ($id: ID!) { _entities(representations: [{ __typename: "Member", id: $id }]) { ... on Member { ${fields} } } }`,
    (data: { _entities: [Seen] }) => data._entities[0],
  ],
];

let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
let account: Awaited<ReturnType<typeof runAccount>>;
let minjiId = '';
let dohyun: Viewer;
let minji: Viewer;
const admin: Viewer = { kind: 'member', memberId: '0190a000-0000-7000-8000-00000000000a', roles: ['MEMBER', 'ADMIN'] };
beforeAll(async () => {
  database = await freshAccountDatabase();
  account = await runAccount(database.url);
  minjiId = sessionIn(await account.signUp(newcomer)).member.id;
  const other = sessionIn(await account.signUp({ email: 'dohyun@example.com', name: '도현' })).member.id;
  minji = { kind: 'member', memberId: minjiId, roles: ['MEMBER'] };
  dohyun = { kind: 'member', memberId: other, roles: ['MEMBER', 'COURIER', 'DRIVER', 'MERCHANT'] };
});
afterAll(async () => {
  await account.close();
  await database.drop();
});

describe.each(doors)('A4: a member by %s', (_door, query, seenIn) => {
  const see = async (viewer: Viewer, id: string): Promise<Seen> =>
    seenIn(await account.dataOf<never>(viewer, query, { id }));

  test('sees all of their own data', async () => {
    expect(await see(minji, minjiId)).toEqual({
      id: minjiId,
      name: '민지',
      email: 'minji@example.com',
      age: 31,
      roles: ['MEMBER'],
    });
  });

  test('is seen wholly by an administrator', async () => {
    expect(await see(admin, minjiId)).toMatchObject({ email: 'minji@example.com', age: 31, roles: ['MEMBER'] });
  });

  test('shows others a name and nothing private, whatever they are', async () => {
    expect(await see(dohyun, minjiId)).toEqual({ id: minjiId, name: '민지', email: null, age: null, roles: null });
  });

  test('is not there for who is not signed in', async () => {
    expect(await see(anonymous, minjiId)).toBeNull();
  });

  test.each(['0190a000-0000-7000-8000-0000000000ff', 'minji', '', '}', '%'])(
    'is not there by another id: %j',
    async (id) => {
      expect(await see(admin, id)).toBeNull();
    },
  );
});

test('`me` is who asks, and null for who is not signed in or not a member any more', async () => {
  const query = '{ me { id email } }';
  expect(await account.dataOf(minji, query)).toEqual({ me: { id: minjiId, email: 'minji@example.com' } });
  expect(await account.dataOf(anonymous, query)).toEqual({ me: null });
  expect(await account.dataOf(admin, query)).toEqual({ me: null });
});

test('without a viewer token there is no answer, but the key set is for everybody', async () => {
  expect((await post(account.url, { query: '{ me { id } }' })).status).toBe(401);
  expect((await account.keySet()).status).toBe(200);
});
