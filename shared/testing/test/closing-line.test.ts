import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const vitest = path.resolve(import.meta.dirname, '../../../node_modules/vitest/vitest.mjs');
const reporter = path.resolve(import.meta.dirname, '../src/closing-line.ts');

test.each([
  [
    'counts what passed, failed and was skipped',
    `test('a', () => {}); test('b', () => { throw 1 }); test.skip('c', () => {})`,
    '1 passed, 1 failed, 1 skipped',
  ],
  [
    'says nothing of skipped tests when there are none',
    `test('a', () => {}); test('b', () => {})`,
    '2 passed, 0 failed',
  ],
  ['counts a file that does not load', `test('a', () => {}); throw new Error('broken')`, '0 passed, 1 failed'],
  [
    'counts a group whose preparation failed',
    `test('a', () => {}); describe('g', () => { beforeAll(() => { throw 1 }); test('b', () => {}) })`,
    '1 passed, 1 failed, 1 skipped',
  ],
  [
    'counts an error outside of every test',
    `test('a', () => {}); Promise.reject(new Error('unheard'))`,
    '1 passed, 1 failed',
  ],
  ['counts a run without any test as failed', '', '0 passed, 1 failed'],
  [
    'comes after what a test prints at its very end',
    `afterAll(() => console.log('bye')); test('a', () => {})`,
    '1 passed, 0 failed',
  ],
])('the closing line %s', async (_what, source, line) => {
  const { output, code } = await runVitest(source);
  expect(output.trimEnd().split('\n').at(-1)).toBe(line);
  expect(code === 0).toBe(line.includes(' 0 failed'));
});

/** Runs Vitest on a project of one test file. */
async function runVitest(source: string): Promise<{ output: string; code: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'moa-closing-line-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  if (source !== '') await writeFile(path.join(folder, 'case.test.js'), source);
  const config = { test: { globals: true, reporters: ['default', reporter] } };
  await writeFile(path.join(folder, 'vitest.config.js'), `export default ${JSON.stringify(config)};`);
  return new Promise((resolve) => {
    execFile(process.execPath, [vitest, 'run', '--root', folder], (error, stdout) =>
      resolve({ output: stdout, code: error === null ? 0 : 1 }),
    );
  });
}
