import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rotateKeys } from '../src/index.ts';
import { freshAccountDatabase, logger, newcomer, runAccount, sessionIn, terms } from './running-account.ts';
import { query } from './sql.ts';

let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
beforeEach(async () => {
  database = await freshAccountDatabase();
});
afterEach(() => database.drop());

const sql = (statement: string, values: unknown[] = []) => query(database.url, statement, values);

const kidOf = (token: string) => decodeProtectedHeader(token).kid;
const kidsOf = ({ keys }: JSONWebKeySet) => keys.map(({ kid }) => kid);

const keySetOf = async (account: Awaited<ReturnType<typeof runAccount>>): Promise<JSONWebKeySet> =>
  // What it is like is shown by verifying with it.
  (await (await account.keySet()).json()) as JSONWebKeySet;

test('A3: the second start keeps the key, and tokens from before it stay good', async () => {
  const first = await runAccount(database.url);
  const { accessToken } = sessionIn(await first.signUp(newcomer));
  const before = await keySetOf(first);
  await first.close();

  const second = await runAccount(database.url);
  const after = await keySetOf(second);
  await second.close();
  expect(after).toEqual(before);
  await jwtVerify(accessToken, createLocalJWKSet(after), { issuer: terms.issuer });
});

test('A3: five starts at once make one key, and the one after it', async () => {
  const opened = await Promise.all(Array.from({ length: 5 }, () => runAccount(database.url)));
  await Promise.all(opened.map((account) => account.close()));
  expect(await sql('select kid from signing_keys where promoted_at is not null')).toHaveLength(1);
  expect(await sql('select kid from signing_keys where promoted_at is null')).toHaveLength(1);
});

test('A3: a retired key signs nothing more, and is published until the last token it signed has expired', async () => {
  let now = new Date('2026-03-01T09:00:00Z');
  const first = await runAccount(database.url, () => now);
  const { accessToken } = sessionIn(await first.signUp(newcomer));
  await first.close();
  await sql('update signing_keys set retired_at = $1', [now]);

  const second = await runAccount(database.url, () => now);
  const renewed = sessionIn(await second.signIn(newcomer));
  expect(decodeProtectedHeader(renewed.accessToken).kid).not.toBe(decodeProtectedHeader(accessToken).kid);

  now = new Date('2026-03-01T09:14:59Z');
  const before = await keySetOf(second);
  expect(kidsOf(before)).toContain(kidOf(accessToken));
  await jwtVerify(accessToken, createLocalJWKSet(before), { currentDate: now });
  now = new Date('2026-03-01T09:16:00Z');
  const after = kidsOf(await keySetOf(second));
  expect(after).not.toContain(kidOf(accessToken));
  expect(after).toContain(kidOf(renewed.accessToken));
  await second.close();
});

describe('A3: rotating the key', () => {
  const minutes = (n: number) => n * 60_000;
  const signIn = async (account: Awaited<ReturnType<typeof runAccount>>) =>
    sessionIn(await account.signIn(newcomer)).accessToken;

  test('signs with a key that was published before, and what the last one signed stays good until it expires', async () => {
    const account = await runAccount(database.url);
    const first = sessionIn(await account.signUp(newcomer)).accessToken;
    const published = await keySetOf(account);
    // As if that had been read five minutes ago.
    await sql(`update signing_keys set created_at = created_at - interval '5 minutes'`);

    expect(await rotateKeys(database.url, logger)).toMatchObject({ kind: 'rotated' });
    const second = await signIn(account);
    expect(kidOf(second)).not.toBe(kidOf(first));
    await jwtVerify(second, createLocalJWKSet(published));

    const now = await keySetOf(account);
    expect(now.keys).toHaveLength(3);
    await jwtVerify(first, createLocalJWKSet(now));
    await account.close();
  });

  test('does nothing before everybody can have read the next key', async () => {
    const account = await runAccount(database.url);
    const first = sessionIn(await account.signUp(newcomer)).accessToken;
    expect(await rotateKeys(database.url, logger)).toEqual({ kind: 'tooEarly', possibleAt: expect.any(Date) });
    expect(kidOf(await signIn(account))).toBe(kidOf(first));
    expect((await keySetOf(account)).keys).toHaveLength(2);
    await account.close();
  });

  test('has nothing to do before the first start', async () => {
    expect(await rotateKeys(database.url, logger)).toEqual({ kind: 'noKeys' });
  });

  test('twice at once makes one key', async () => {
    await (await runAccount(database.url)).close();
    await sql(`update signing_keys set created_at = created_at - interval '5 minutes'`);
    const rotations = await Promise.all([rotateKeys(database.url, logger), rotateKeys(database.url, logger)]);
    expect(rotations.map(({ kind }) => kind).toSorted()).toEqual(['rotated', 'tooEarly']);
    expect(await sql('select kid from signing_keys')).toHaveLength(3);
  });

  test('happens by itself when the key is thirty days old', async () => {
    let now = new Date('2026-03-01T09:00:00Z');
    const first = await runAccount(database.url, () => now);
    const { accessToken } = sessionIn(await first.signUp(newcomer));
    await first.close();

    now = new Date(now.getTime() + minutes(30 * 24 * 60) - 1);
    await (await runAccount(database.url, () => now)).close();
    expect(await sql('select kid from signing_keys where retired_at is not null')).toEqual([]);

    now = new Date(now.getTime() + 1);
    await (await runAccount(database.url, () => now)).close();
    expect(await sql('select kid from signing_keys where retired_at is not null')).toEqual([
      { kid: kidOf(accessToken) },
    ]);
  });

  test('forgets a key of which nothing can be good any more', async () => {
    await (await runAccount(database.url)).close();
    await sql(`update signing_keys set created_at = created_at - interval '5 minutes'`);
    await rotateKeys(database.url, logger);
    await sql(`update signing_keys set retired_at = retired_at - interval '49 hours' where retired_at is not null`);
    await rotateKeys(database.url, logger);
    expect(await sql('select kid from signing_keys')).toHaveLength(2);
  });
});
