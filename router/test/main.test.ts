import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { post, until } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Library } from './support/library.ts';

let library: Library;
let folder: string;

beforeAll(async () => {
  library = await Library.open();
  folder = await mkdtemp(join(tmpdir(), 'router-'));
  await writeFile(join(folder, 'supergraph.graphql'), library.supergraphSdl);
});
afterAll(async () => {
  await library.close();
  await rm(folder, { recursive: true });
});

function run(args: string[], env: Record<string, string> = {}) {
  const main = new URL('../src/main.ts', import.meta.url).pathname;
  const child: ChildProcess = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'silent', ...env },
  });
  const output = { text: '' };
  child.stdout?.on('data', (bytes) => (output.text += bytes));
  child.stderr?.on('data', (bytes) => (output.text += bytes));
  return { child, output, exit: once(child, 'exit').then(([code]) => code) };
}

test('a supergraph file is served by one command, and SIGTERM ends it with 0', async () => {
  const { child, output, exit } = run(['--supergraph', join(folder, 'supergraph.graphql')], {
    PORT: '0',
    HOST: '127.0.0.1',
    IDENTITY_PRIVATE_KEY: JSON.stringify(library.key.privateKey),
    SUBGRAPH_URLS: `books=${library.subgraphs.books.url}`,
  });
  const url = await until(() => /served at (\S+)/.exec(output.text)?.[1]);
  expect((await post(url, { query: '{ book(isbn: "1") { title copies } }' })).data).toEqual({
    book: { title: 'Dune', copies: 10 },
  });
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});

test('without a key it makes one and shows the half that subgraphs need', async () => {
  const { child, output, exit } = run(['--supergraph', join(folder, 'supergraph.graphql'), '--port', '0']);
  await until(() => output.text.includes('served at'));
  expect(output.text).toContain('IDENTITY_PRIVATE_KEY is not set');
  expect(output.text).toContain('"keys":[{');
  expect(output.text).not.toContain('"d":');
  child.kill('SIGTERM');
  await exit;
});

test('all faults of the configuration are told at once', async () => {
  const { output, exit } = run([], {
    PORT: 'x',
    JWKS_URL: 'nonsense',
    SUBGRAPH_URLS: 'books=ftp://x',
    IDENTITY_PRIVATE_KEY: '{',
  });
  expect(await exit).toBe(1);
  for (const name of ['PORT', 'JWKS_URL', 'SUBGRAPH_URLS', 'IDENTITY_PRIVATE_KEY', 'SUPERGRAPH'])
    expect(output.text).toContain(name);
});

test('a file that is not there and --help are answered in words', async () => {
  const missing = run(['--supergraph', '/nowhere.graphql']);
  expect(await missing.exit).toBe(1);
  expect(missing.output.text).toContain("/nowhere.graphql can't be read");
  const help = run(['--help']);
  expect(await help.exit).toBe(0);
  expect(help.output.text).toContain('SUBGRAPH_URLS');
});
