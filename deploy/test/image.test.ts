import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { copiedBy } from '../src/image/copied.ts';
import { parseDockerfile } from '../src/image/dockerfile.ts';
import { ignoredBy } from '../src/image/ignored.ts';

// What it does when it is carried out is for npm run image:check, which takes minutes.
const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const ignored = ignoredBy(read('.dockerignore'));
const stages = parseDockerfile(read('Dockerfile'));
const copiedIn = (stage: string): readonly string[] =>
  stages
    .filter(({ name }) => name === stage)
    .flatMap(({ instructions }) => instructions)
    .filter(({ name, text }) => name === 'COPY' && !text.startsWith('--from='))
    .flatMap((copy) => copiedBy(copy, root, ignored).map(({ target }) => target));

test('npm finds the manifest of every package of the repository in the image', () => {
  const { workspaces } = JSON.parse(read('package.json')) as { workspaces: string[] }; // a package.json by its name
  const manifests = workspaces.flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root }));
  expect(copiedIn('manifests').toSorted()).toEqual(
    ['.npmrc', 'package-lock.json', 'package.json', ...manifests].toSorted(),
  );
});

test('the image holds what Moa is made of, and neither tests nor secrets nor what stands around it', () => {
  const files = copiedIn('');
  expect(files).toEqual(expect.arrayContaining(['moa/moa.mjs', 'router/supergraph.graphql', 'db/src/index.ts']));
  expect(files.filter((file) => /(^|\/)(test|secrets|node_modules|\.env|\.data)(\/|$)/.test(file))).toEqual([]);
  expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(
    new Set(['db', 'moa', 'router', 'shared', 'subgraphs', 'web']),
  );
});

test('what runs in it is not root', () => {
  const users = stages.at(-1)?.instructions.filter(({ name }) => name === 'USER');
  expect(users?.map(({ text }) => text)).toEqual(['node']);
});
