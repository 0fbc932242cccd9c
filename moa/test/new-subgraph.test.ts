import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { subgraphs } from '@moa/contracts';
import { serverUrl } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CheckoutCopy, copyCheckout } from './checkout-copy.ts';

const run = promisify(execFile);
let copy: CheckoutCopy;

beforeAll(async () => {
  copy = await copyCheckout();
});
afterAll(() => copy?.remove());

/** Runs something that npm installed, in the copy. @throws with its output when it fails */
async function inCopy(command: string, ...args: readonly string[]): Promise<string> {
  const bin = path.join(copy.folder, 'node_modules/.bin');
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
  const env = {
    ...Object.fromEntries(inherited),
    PATH: [bin, process.env.PATH].join(path.delimiter),
    TEST_DATABASE_URL: serverUrl(),
    NO_COLOR: '1',
  };
  try {
    return (await run(command, [...args], { cwd: copy.folder, env, maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }; // what execFile rejects with
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}\n${stderr}`, { cause: error });
  }
}

const read = (file: string): Promise<string> => readFile(path.join(copy.folder, file), 'utf8');

test('npm run new:subgraph makes one that compiles, passes its own tests and is part of the graph', async () => {
  const said = await inCopy('node', 'moa/src/new-subgraph.ts', 'library', '--type', 'BookLoan');
  expect(said).not.toContain('edit them yourself');
  await copy.link('@moa/library-subgraph', 'subgraphs/library');

  await inCopy('tsc', '--noEmit', '-p', '.');
  await inCopy('biome', 'check', 'subgraphs/library', 'moa', 'shared/contracts');
  expect(await inCopy('vitest', 'run', 'subgraphs/library', 'moa/test/imports.test.ts')).toMatch(
    /\n[1-9]\d* passed, 0 failed\n*$/,
  );

  await inCopy('node', 'moa/src/compose.ts', '--check');
  expect(await read('router/supergraph.graphql')).toContain('type BookLoan');
  expect(await read('docker-compose.yml')).toContain(`LIBRARY_URL: http://library:${4001 + subgraphs.length}/graphql`);
  expect(await read('deploy/kubernetes/base/kustomization.yaml')).toContain('  - subway\n  - library\n  - router\n');
  expect(await read('deploy/kubernetes/base/library/kustomization.yaml')).toContain(
    `value: ${4001 + subgraphs.length} }`,
  );
  expect(await read('.env.example')).toContain(`SUBGRAPHS=${[...subgraphs, 'library'].join(',')}`);
  await expect(inCopy('node', 'moa/src/new-subgraph.ts', 'library')).rejects.toThrow('is there already');
  await expect(inCopy('node', 'moa/src/new-subgraph.ts', 'meals', '--type', 'Order')).rejects.toThrow(
    'knows Order already',
  );
}, 120_000);
