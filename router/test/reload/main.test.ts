import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { post, subscribe, until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Shop, type Version } from './shop.ts';

let shop: Shop;
let folder: string;
let file: string;
let child: ChildProcess;
let output: string;
let url: string;

beforeAll(async () => {
  shop = await Shop.open();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'router-'));
  file = join(folder, 'supergraph.graphql');
  await writeFile(file, shop.supergraph('first'));
});
afterEach(async () => {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  await rm(folder, { recursive: true });
});
afterAll(() => shop.close());

/** As `npm run router -- --supergraph FILE` does it. */
async function start(path = file): Promise<void> {
  const root = new URL('../../../', import.meta.url).pathname;
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const [program, ...args] = String(scripts.router).split(' ');
  expect(program).toBe('node');
  output = '';
  child = spawn(process.execPath, [...args, '--supergraph', path], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
      IDENTITY_PRIVATE_KEY: JSON.stringify(shop.key.privateKey),
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes));
  url = await until(() => /served at (\S+)/.exec(output)?.[1], { timeoutMs: 20_000 });
}

const price = async () =>
  (await post<{ products: { price: number }[] }>(url, { query: '{ products { price } }' })).data?.products[0]?.price;
const untilPriceIs = (expected: number) => until(async () => (await price()) === expected, { timeoutMs: 10_000 });

async function replaceBy(version: Version): Promise<void> {
  await writeFile(`${file}.new`, shop.supergraph(version));
  await rename(`${file}.new`, file);
}

test('one command serves any graph over HTTP and WebSocket, and serves it anew when its file is replaced', async () => {
  await start();
  const query = 'subscription { sold { number product { name price } } }';
  const news = subscribe<{ sold: { product: { price: number } } }>(url, { query });
  expect(await price()).toBe(10);
  await until(() => shop.sold.listeners === 1);
  shop.sell();
  expect((await news.next()).value?.data?.sold.product).toEqual({ name: 'Product 1', price: 10 });

  await replaceBy('moved');
  await untilPriceIs(20);
  await until(() => shop.subgraphs.catalog.subscribers.length === 2);
  shop.sell();
  expect((await news.next()).value?.data?.sold.product.price).toBeTypeOf('number');
  await news.close();

  await writeFile(file, shop.supergraph('first')); // in its place, as some editors do
  await untilPriceIs(10);
});

test('a bad file is told in words, and the last good one is served until there is a better one', async () => {
  await start();
  await writeFile(file, 'type Query {');
  await until(() =>
    output.includes('the last good one is served on. This is not a Federation 2 supergraph schema: Syntax'),
  );
  expect(await price()).toBe(10);
  await unlink(file);
  await until(() => output.includes(`The supergraph schema ${file} can't be read.`));
  expect(await price()).toBe(10);
  await writeFile(file, shop.supergraph('moved'));
  await untilPriceIs(20);
});

test('where the path is a link it is followed, as in a mounted Kubernetes volume', async () => {
  const [link, data] = [join(folder, 'link.graphql'), join(folder, 'data')];
  await rename(file, join(folder, 'first.graphql'));
  await writeFile(join(folder, 'moved.graphql'), shop.supergraph('moved'));
  await symlink('first.graphql', data);
  await symlink('data', link);
  await start(link);
  expect(await price()).toBe(10);
  await symlink('moved.graphql', join(folder, 'next'));
  await rename(join(folder, 'next'), data);
  await untilPriceIs(20);
});
