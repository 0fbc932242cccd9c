import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { freshDatabase, type Template } from '../src/index.ts';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a fresh database', () => {
  let migrations = 0;
  const shelf: Template = {
    name: 'shelf',
    migrate: async (url) => {
      migrations += 1;
      await query(url, 'create table book (title text)');
    },
  };

  test('copies its template, which is migrated once, and is nobody else’s', async () => {
    const [first, second] = await Promise.all([freshDatabase(shelf), freshDatabase(shelf)]);
    await query(first.url, `insert into book values ('토지')`);
    expect(await query(first.url, 'select title from book')).toEqual([{ title: '토지' }]);
    expect(await query(second.url, 'select title from book')).toEqual([]);
    expect(migrations).toBe(1);
    await Promise.all([first.drop(), second.drop()]);
  });

  test('comes from a template that is migrated once, however many workers ask at the same moment', async () => {
    const log = await freshDatabase();
    await query(log.url, 'create table migration ()');
    const worker = path.join(import.meta.dirname, 'copy-template.ts');
    const workers = Array.from({ length: 4 }, () => spawn(process.execPath, [worker, log.url], { stdio: 'inherit' }));
    expect(await Promise.all(workers.map((child) => once(child, 'exit')))).toEqual(workers.map(() => [0, null]));
    expect(await query(log.url, 'table migration')).toHaveLength(1);
    await log.drop();
  });

  test('is gone after drop, though a client still sits in it', async () => {
    const database = await freshDatabase();
    const client = new pg.Client({ connectionString: database.url });
    client.on('error', () => {});
    await client.connect();
    await database.drop();
    await expect(query(database.url, 'select 1')).rejects.toThrow('does not exist');
    await client.end();
  });

  test('is not copied from a template whose migration failed', async () => {
    let calls = 0;
    const broken: Template = {
      name: 'broken',
      migrate: async (url) => {
        calls += 1;
        await query(url, 'create table half (id int)');
        throw new Error('no such column');
      },
    };
    await expect(freshDatabase(broken)).rejects.toThrow('no such column');
    await expect(freshDatabase(broken)).rejects.toThrow('no such column');
    expect(calls).toBe(1);
  });
});
