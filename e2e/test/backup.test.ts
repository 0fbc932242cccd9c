import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { subgraphs } from '@moa/contracts';
import { databaseUrls, runningUrl, stopAbandoned } from '@moa/db';
import { freePorts } from '@moa/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { invariantsAtAnyMoment } from '../faults/invariants.ts';
import { booksOf, faultsIn } from '../src/books.ts';
import { placeOrder, showOrder, untilOrder } from '../src/food.ts';
import { demoEmails, type Person, signIn } from '../src/person.ts';
import { type MoaProcess, startProcess } from '../src/process.ts';

const run = promisify(execFile);
const command = fileURLToPath(new URL('../../deploy/src/backup/main.ts', import.meta.url));

let folder: string;
let dataDir: string;
let backup: string;
let port: number;
let moa: MoaProcess | undefined;

const moaCommand = (verb: 'backup' | 'restore') =>
  run(process.execPath, [command, verb, backup], { env: { ...process.env, MOA_DATA_DIR: dataDir } });
const start = async (): Promise<Person> => {
  moa = await startProcess({
    PORT: String(port),
    MOA_DATA_DIR: dataDir,
    MUTATIONS_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
  });
  return signIn(`http://127.0.0.1:${port}/graphql`, demoEmails('MEMBER')[0] ?? '');
};
const databases = async () => {
  const adminUrl = (await runningUrl(dataDir)) ?? '';
  return databaseUrls({ adminUrl, dataDir, names: [...subgraphs, 'sandbox', 'bus'] });
};

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'moa-backup-'));
  await chmod(folder, 0o711); // the database may run as somebody else
  dataDir = path.join(folder, 'data');
  backup = path.join(folder, 'copy');
  port = await freePorts(25);
});
afterEach(async () => {
  await moa?.end('SIGKILL');
  await stopAbandoned(dataDir);
  await rm(folder, { recursive: true, force: true });
});

test('a backup that is made while people order brings all books back as they were at one moment', async () => {
  const customer = await start();
  const before = await ordered(customer);
  await delivered(customer, before);
  const booked = await booksAbout(before);

  const during: string[] = [];
  let going = true;
  const people = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (going) {
        const id = await ordered(customer);
        during.push(id);
        await delivered(customer, id);
      }
    }),
  );
  const { stdout } = await moaCommand('backup');
  going = false;
  await people;
  const after = await ordered(customer);
  expect(stdout).toContain(backup);
  expect(during.length).toBeGreaterThan(0);
  await expect(moaCommand('restore')).rejects.toThrow('Stop Moa first');

  await moa?.end('SIGTERM');
  await moaCommand('restore');
  const returned = await start();
  expect(await booksAbout(before)).toEqual(booked);
  expect(await showOrder(returned, after)).toBeNull();
  expect((await showOrder(returned, before))?.status).toBe('PAID');
  // Whatever the copy holds of those that came meanwhile goes on to its end.
  const shown = await Promise.all(during.map((id) => showOrder(returned, id)));
  const present = shown.filter((order) => order !== null);
  await Promise.all([...present.map(({ id }) => id), await ordered(returned)].map((id) => delivered(returned, id)));
  const place = { url: '', variables: {}, databases: await databases(), close: async () => undefined };
  expect(await faultsIn(place, invariantsAtAnyMoment)).toEqual([]);
  // What was there before lies beside it.
  expect((await readdir(dataDir)).filter((name) => name.startsWith('before-'))).toHaveLength(1);
}, 180_000);

test('nothing is backed up where nothing runs, and nothing restored from what is no backup', async () => {
  await expect(moaCommand('backup')).rejects.toThrow('No embedded PostgreSQL runs');
  await expect(moaCommand('restore')).rejects.toThrow('is no backup');
  expect(existsSync(backup)).toBe(false);
});

async function ordered(customer: Person): Promise<string> {
  const { order, codes } = await placeOrder(customer);
  if (!order) throw new Error(`The order was refused: ${codes.join()}`);
  return order.id;
}

/** Waits until it is paid for, and a delivery has begun. */
const delivered = (customer: Person, id: string) => untilOrder(customer, id, ({ delivery }) => delivery !== null);

/** What each part has written down about an order. */
async function booksAbout(id: string): Promise<unknown> {
  const books = booksOf({ url: '', variables: {}, databases: await databases(), close: async () => undefined });
  try {
    return await Promise.all([
      books.rows('order', `select to_jsonb(o) as row from orders o where id = '${id}'`),
      books.rows('delivery', `select to_jsonb(d) as row from deliveries d where order_id = '${id}'`),
      books.rows('pay', `select to_jsonb(p) as row from payments p where order_id = '${id}'`),
      books.rows('sandbox', `select to_jsonb(c) as row from charges c where right(reference, 36) = '${id}'`),
    ]);
  } finally {
    await books.close();
  }
}
