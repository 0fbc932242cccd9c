import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Bus, buses } from '@moa/testing';
import { expect, onTestFinished, test } from 'vitest';
import { openPlace } from '../../e2e/src/place.ts';
import { startProcess } from '../../e2e/src/process.ts';
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
  const [postgres] = buses;
  const place = await openPlace(postgres as Bus); // it is always there, as the first
  onTestFinished(place.close);
  const moa = await startProcess(place.variables);
  onTestFinished(async () => void (await moa.end('SIGTERM')));

  const section = /\*\*In a terminal\.\*\*(.*?)^## /ms.exec(read('README.md'))?.[1] ?? '';
  const commands = [...section.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block).join('\n');
  const script = commands.replace('http://localhost:4000/graphql', place.url);
  const env = { ...process.env, MOA_URL: place.url.replace('http:', 'ws:') };
  const { stdout } = await run('bash', ['-euc', script], { cwd: root, env: { ...env, TOKEN: '' }, timeout: 60_000 });

  expect(stdout).toContain('비빔밥');
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\{"status":"COMPLETED",.*"courier":\{"name":"하늘"\}/);
}, 90_000);
