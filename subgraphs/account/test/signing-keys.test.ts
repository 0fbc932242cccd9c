import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openAccount } from '../src/index.ts';
import { freshAccountDatabase, logger, newcomer, runAccount, sessionIn, terms } from './running-account.ts';

let database: Awaited<ReturnType<typeof freshAccountDatabase>>;
beforeEach(async () => {
  database = await freshAccountDatabase();
});
afterEach(() => database.drop());

const sql = async (statement: string, values: unknown[] = []): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
};

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

test('A3: five starts at once make one key', async () => {
  const opened = await Promise.all(
    Array.from({ length: 5 }, () => openAccount({ databaseUrl: database.url, ...terms }, { logger })),
  );
  await Promise.all(opened.map((account) => account.close()));
  expect(await sql('select kid from signing_keys')).toHaveLength(1);
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
  const both = await keySetOf(second);
  expect(both.keys).toHaveLength(2);
  await jwtVerify(accessToken, createLocalJWKSet(both), { currentDate: now });
  now = new Date('2026-03-01T09:15:00Z');
  expect((await keySetOf(second)).keys.map(({ kid }) => kid)).toEqual([decodeProtectedHeader(renewed.accessToken).kid]);
  await second.close();
});
