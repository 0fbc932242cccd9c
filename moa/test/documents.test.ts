import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePorts } from '@moa/testing';
import { expect, onTestFinished, test } from 'vitest';
import { variableNames } from '../src/config.ts';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const skipped = new Set(['node_modules', '.git', '.data', '.turbo', 'coverage']);

function documentsIn(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : documentsIn(file);
    return entry.name.endsWith('.md') ? [file] : [];
  });
}
const documents = documentsIn('.');

/** As GitHub names the heading for a link. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

const anchorsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

const textOf = (document: string): string => read(document).replace(/^```.*?^```/gms, '');

test.each(documents)('every relative link of %s leads somewhere', (document) => {
  const text = textOf(document);
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const dead = targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const place = file === '' ? document : path.join(path.dirname(document), file);
    if (!existsSync(path.join(root, place))) return true;
    return anchor !== undefined && !anchorsIn(textOf(place)).includes(anchor);
  });
  expect(dead).toEqual([]);
});

test.each(documents)('every npm script that %s names exists', (document) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }; // a package.json by its name
  const named = [...read(document).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
});

test('.env.example has a word about every variable', () => {
  const example = read('.env.example');
  const listed = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name = '']) => name);
  expect(listed.toSorted()).toEqual(variableNames.toSorted());
});

test('the commands of the README take an order from signing in to the table', async () => {
  const port = await freePorts(25);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'moa-documents-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  await startMoa({ PORT: String(port), MOA_DATA_DIR: dataDir, LOG_LEVEL: 'error' });

  const section = /\*\*In a terminal\.\*\*(.*?)^## /ms.exec(read('README.md'))?.[1] ?? '';
  const commands = [...section.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block).join('\n');
  const script = commands.replace('localhost:4000', `localhost:${port}`);
  const env = { ...process.env, TOKEN: '', MOA_URL: `ws://localhost:${port}/graphql` };
  const { stdout } = await run('bash', ['-euc', script], { cwd: root, env, timeout: 60_000 });

  expect(stdout).toContain('비빔밥');
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\{"status":"COMPLETED",.*"courier":\{"name":"하늘"\}/);
}, 90_000);

/** Runs Moa until the test is over. @throws with its output when it ends before it is ready */
async function startMoa(variables: Record<string, string>): Promise<void> {
  const env = { PATH: process.env.PATH, ...variables };
  const moa = spawn(process.execPath, ['moa/moa.mjs'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(moa, 'exit');
  onTestFinished(async () => {
    moa.kill('SIGTERM');
    await ended;
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('is ready')) resolve();
    };
    moa.stdout.on('data', read);
    moa.stderr.on('data', read);
    ended.then(() => reject(new Error(`Moa ended before it was ready:\n${output}`)), reject);
  });
}
