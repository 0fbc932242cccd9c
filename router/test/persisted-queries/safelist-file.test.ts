import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { post, until } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Library } from '../support/library.ts';

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

async function run(safelist: string) {
  const file = join(folder, 'safelist.json');
  await writeFile(file, safelist);
  const main = new URL('../../src/main.ts', import.meta.url).pathname;
  const args = [main, '--supergraph', join(folder, 'supergraph.graphql'), '--port', '0', '--safelist', file];
  const child = spawn(process.execPath, args, {
    env: {
      PATH: process.env.PATH,
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      IDENTITY_PRIVATE_KEY: JSON.stringify(library.key.privateKey),
    },
  });
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (output.text += bytes));
  return { child, output, exit: once(child, 'exit').then(([code]) => code) };
}

test('--safelist FILE runs what the file lists and nothing else', async () => {
  const { child, output, exit } = await run('["{ books { title } }"]');
  const url = await until(() => /served at (\S+)/.exec(output.text)?.[1]);
  expect((await post(url, { query: '{ books { title } }' })).data).toEqual({
    books: [{ title: 'Dune' }, { title: 'Emma' }],
  });
  const { status, errors } = await post(url, { query: '{ books { isbn } }' });
  expect([status, errors?.[0]?.extensions?.code]).toEqual([403, 'OPERATION_NOT_LISTED']);
  child.kill('SIGTERM');
  expect(await exit).toBe(0);
});

test('a file that is no safelist stops the start with a clear line', async () => {
  const { output, exit } = await run('{"titles": "{ books"}');
  expect(await exit).toBe(1);
  expect(output.text).toContain('"titles" of the safelist is not GraphQL');
});
