import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { until } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Router } from '../src/index.ts';
import { Library } from './support/library.ts';

const script = 'console.log("the catalogue");\n'.repeat(50);
const folderComes = Promise.withResolvers<string>();

let library: Library;
let router: Router;
let folder: string;

beforeAll(async () => {
  library = await Library.open();
  folder = await mkdtemp(path.join(tmpdir(), 'router-site-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Catalogue</title>');
  await writeFile(path.join(folder, 'assets/main-abc.js'), script);
  await writeFile(path.join(folder, 'assets/main-abc.js.br'), brotliCompressSync(script));
  router = await library.openRouter({
    site: { path: '/desk', title: 'Desk </title>', folder: () => folderComes.promise, settings: { town: '서울' } },
  });
});
afterAll(async () => {
  await router.close();
  await library.close();
  await rm(folder, { recursive: true });
});

const get = (address: string, headers: Record<string, string> = {}) => fetch(router.url + address, { headers });

test('while the pages are made, who asks reads that they wait', async () => {
  const waiting = await get('/desk');
  expect(waiting.status).toBe(503);
  expect(waiting.headers.get('retry-after')).toBe('1');
  expect(await waiting.text()).toContain('<title>Desk &lt;/title&gt;</title>');
  folderComes.resolve(folder);
  await until(async () => (await get('/desk')).status === 200);
});

test('every address below the path that is no file is the first page, asked for anew each time', async () => {
  for (const address of ['/desk', '/desk/', '/desk/books/42', '/desk/..%2f..%2fpackage.json']) {
    const page = await get(address);
    expect(await page.text()).toBe('<!doctype html><title>Catalogue</title>');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await get(address, { 'if-none-match': page.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  }
});

test('a page runs the scripts of the router alone, and asks nobody else', async () => {
  const policy = (await get('/desk')).headers.get('content-security-policy') ?? '';
  const sources = policy.split('; ').flatMap((directive) => directive.split(' ').slice(1));
  expect(policy).toContain("script-src 'self';");
  expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", 'data:', router.url.replace('http', 'ws')]));
});

test('files with a hash in their names are kept for ever, and come compressed as they were', async () => {
  const packed = await get('/desk/assets/main-abc.js', { 'accept-encoding': 'br' });
  const plain = await get('/desk/assets/main-abc.js', { 'accept-encoding': 'identity' });
  expect([packed.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['br', null]);
  expect(await packed.text()).toBe(await plain.text());
  expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(plain.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test('a file that is gone is no page, and what only serves compression is no file', async () => {
  expect((await get('/desk/assets/main-old.js')).status).toBe(404);
  expect((await get('/desk/assets/main-abc.js.br')).status).toBe(404);
});

test('the pages read their settings beside them', async () => {
  expect(await (await get('/desk/settings.json')).json()).toEqual({ town: '서울' });
});

test('pages that can not be made are told as missing, and the router serves its graph', async () => {
  const broken = await library.openRouter({
    site: { path: '/desk', title: 'Desk', folder: () => Promise.reject(new Error('no builder')) },
  });
  const page = await fetch(`${broken.url}/desk`);
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, null]);
  expect((await fetch(`${broken.url}/graphql?query={__typename}`)).status).not.toBe(503);
  await broken.close();
});
