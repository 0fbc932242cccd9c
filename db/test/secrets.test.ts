import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { databaseUrls, localSecrets } from '../src/index.ts';
import { newDataDir } from './data-dirs.ts';

test('every process of a data dir has the same passwords, and each name and data dir its own', async () => {
  const [dataDir, elsewhere] = [await newDataDir(), await newDataDir()];
  const { passwordOf } = localSecrets(dataDir);
  expect(localSecrets(dataDir).passwordOf('order')).toBe(passwordOf('order'));
  expect(passwordOf('order')).toMatch(/^[\w-]{43}$/);
  expect(passwordOf('pay')).not.toBe(passwordOf('order'));
  expect(localSecrets(elsewhere).passwordOf('order')).not.toBe(passwordOf('order'));
});

test('what is remembered is made once, whoever asks first', async () => {
  const dataDir = await newDataDir();
  const asked = Array.from({ length: 8 }, (_, index) =>
    localSecrets(dataDir).remember('identity-key', async () => ({ kid: `key-${index}` })),
  );
  const answers = new Set((await Promise.all(asked)).map(({ kid }) => kid));
  expect(answers.size).toBe(1);
  const later = await localSecrets(dataDir).remember('identity-key', () => expect.unreachable());
  expect(later).toEqual({ kid: [...answers][0] });
});

test('a failed make leaves nothing behind', async () => {
  const secrets = localSecrets(await newDataDir());
  await expect(secrets.remember('key', () => Promise.reject(new Error('no entropy')))).rejects.toThrow('no entropy');
  expect(await secrets.remember('key', () => 'second try')).toBe('second try');
});

test('the files are private and names cannot leave the folder', async () => {
  const dataDir = await newDataDir();
  const secrets = localSecrets(dataDir);
  await secrets.remember('key', () => 'value');
  const folder = path.join(dataDir, 'secrets');
  expect((await readdir(folder)).sort()).toEqual(['key.json', 'seed.json']);
  for (const file of ['', 'key.json', 'seed.json']) expect((await stat(path.join(folder, file))).mode & 0o077).toBe(0);
  await expect(secrets.remember('../key', () => 'value')).rejects.toThrow('lower-case letters');
});

test('a URL per database stands on the admin’s server', async () => {
  const dataDir = await newDataDir();
  const urls = databaseUrls({
    adminUrl: 'postgres://postgres:x@127.0.0.1:5433/postgres',
    dataDir,
    names: ['order', 'pay'],
  });
  const password = localSecrets(dataDir).passwordOf('moa_order');
  expect(urls.order).toBe(`postgres://moa_order:${password}@127.0.0.1:5433/moa_order`);
  expect(Object.keys(urls)).toEqual(['order', 'pay']);
});
