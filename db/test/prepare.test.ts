import { randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { databaseUrls, type Part, prepare } from '../src/index.ts';
import { newDataDir } from './data-dirs.ts';
import { query } from './query.ts';

const adminUrl = process.env.TEST_DATABASE_URL ?? '';

test('brings databases from nothing to demo data, from two processes at once', async () => {
  const urls = await urlsFor(['books', 'bus']);
  const books: Part = {
    name: 'books',
    url: urls.books,
    // A plain migration, which fails when another one runs beside it or before it.
    migrate: async (url) => {
      const [found] = await query(url, `select 1 from pg_tables where tablename = 'book'`);
      if (found === undefined) await query(url, 'create table book (title text primary key)');
    },
    seed: async (url) => {
      await query(url, `insert into book values ('토지') on conflict do nothing`);
    },
  };
  const said: string[] = [];
  const once = () =>
    prepare({ adminUrl, urls: Object.values(urls), parts: [books], log: (message) => said.push(message) });
  await Promise.all([once(), once()]);
  expect(await query(urls.books, 'table book')).toEqual([{ title: '토지' }]);
  expect(await query(urls.bus, 'select current_user = current_database() as own')).toEqual([{ own: true }]);
  expect(said).toEqual(['migrated books', 'demo data in books', 'migrated books', 'demo data in books']);
});

test('names every part whose migration failed, and puts demo data nowhere', async () => {
  const urls = await urlsFor(['good', 'bad', 'worse']);
  let seeded = false;
  const part = (name: keyof typeof urls, fault?: string): Part => ({
    name,
    url: urls[name],
    migrate: async () => {
      if (fault !== undefined) throw new Error(fault);
    },
    seed: async () => {
      seeded = true;
    },
  });
  const parts = [part('good'), part('bad', 'no such table'), part('worse', 'no such type')];
  await expect(prepare({ adminUrl, urls: Object.values(urls), parts, log: () => {} })).rejects.toThrow(
    /migrations of bad failed: .*no such table\n.*migrations of worse failed: .*no such type/,
  );
  expect(seeded).toBe(false);
});

/** Names are made unique, because logins are known to the whole server. */
async function urlsFor<Name extends string>(names: readonly Name[]): Promise<Record<Name, string>> {
  const suffix = randomUUID().slice(0, 8);
  const dataDir = await newDataDir();
  const unique = databaseUrls({ adminUrl, dataDir, names: names.map((name) => `${name}_${suffix}`) });
  onTestFinished(async () => {
    for (const account of Object.keys(unique)) {
      await query(adminUrl, `drop database if exists "moa_${account}" with (force)`);
      await query(adminUrl, `drop role if exists "moa_${account}"`);
    }
  });
  const entries = names.map((name) => [name, unique[`${name}_${suffix}`]]);
  // One entry for each name, made in the line above.
  return Object.fromEntries(entries) as Record<Name, string>;
}
