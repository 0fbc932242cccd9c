import { once } from 'node:events';
import { stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { startPostgres } from '../src/index.ts';
import { newDataDir, processesOf } from './data-dirs.ts';
import { query } from './query.ts';
import { serveInProcess } from './serving-process.ts';

const settings = { fsync: 'off' };

describe('an embedded server', () => {
  test('keeps data over a restart and leaves no process and no port when stopped', async () => {
    const dataDir = await newDataDir();
    const first = await startPostgres({ dataDir, settings });
    expect(first.owned).toBe(true);
    await query(first.url, 'create table kept as select 42 as answer');
    expect(await processesOf(dataDir)).not.toEqual([]);
    await Promise.all([first.stop(), first.stop()]);
    expect(await processesOf(dataDir)).toEqual([]);
    await expect(once(connect(Number(new URL(first.url).port), '127.0.0.1'), 'connect')).rejects.toThrow(
      'ECONNREFUSED',
    );

    const second = await startPostgres({ dataDir, settings });
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  test('stops though a client sits in a transaction', async () => {
    const dataDir = await newDataDir();
    const server = await startPostgres({ dataDir, settings });
    const sleeper = query(server.url, 'select pg_sleep(600)').catch((error: Error) => error.message);
    const sleepers = `select from pg_stat_activity where query like 'select pg_sleep%'`;
    await expect.poll(() => query(server.url, sleepers)).toHaveLength(1);
    await server.stop();
    expect(await sleeper).toMatch(/terminat/i);
    expect(await processesOf(dataDir)).toEqual([]);
  });

  test('listens on 127.0.0.1 alone, asks for the password and has room for many connections', async () => {
    const dataDir = await newDataDir();
    const server = await startPostgres({ dataDir, settings: { ...settings, work_mem: '5MB' } });
    const shown = await query(
      server.url,
      `select name, setting from pg_settings where name in
         ('listen_addresses', 'max_connections', 'unix_socket_directories', 'password_encryption', 'work_mem') order by name`,
    );
    expect(shown).toEqual([
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'max_connections', setting: '300' },
      { name: 'password_encryption', setting: 'scram-sha-256' },
      { name: 'unix_socket_directories', setting: '' },
      { name: 'work_mem', setting: '5120' },
    ]);
    const guess = Object.assign(new URL(server.url), { password: 'postgres' }).href;
    await expect(query(guess, 'select 1')).rejects.toThrow('password authentication failed');
    await server.stop();
  });

  test('hides the data and the password from other users', async () => {
    const dataDir = await newDataDir();
    await (await startPostgres({ dataDir, settings })).stop();
    for (const name of ['postgres', 'secrets', 'secrets/seed.json', 'postgres.log', 'owner.lock', 'changing.lock']) {
      expect.soft((await stat(path.join(dataDir, name))).mode & 0o077, name).toBe(0);
    }
  });

  test('refuses data of another PostgreSQL version and says what to do', async () => {
    const dataDir = await newDataDir();
    await (await startPostgres({ dataDir, settings })).stop();
    await writeFile(path.join(dataDir, 'postgres', 'PG_VERSION'), '16\n');
    await expect(startPostgres({ dataDir, settings })).rejects.toThrow(/version 16.*MOA_DATA_DIR/s);
  });

  test('serves two checkouts at once', async () => {
    const [one, other] = await Promise.all(
      [await newDataDir(), await newDataDir()].map((dataDir) => startPostgres({ dataDir, settings })),
    );
    await query(one?.url ?? '', 'create table here ()');
    await expect(query(other?.url ?? '', 'table here')).rejects.toThrow('does not exist');
    await Promise.all([one?.stop(), other?.stop()]);
  });

  test('is shared by processes that start at the same moment, and stopped by its one owner', async () => {
    const dataDir = await newDataDir();
    const all = await Promise.all([
      serveInProcess(dataDir),
      serveInProcess(dataDir),
      startPostgres({ dataDir, settings }),
    ]);
    expect(new Set(all.map(({ url }) => url)).size).toBe(1);
    expect(all.filter(({ owned }) => owned)).toHaveLength(1);

    await Promise.all(all.filter(({ owned }) => !owned).map(({ stop }) => stop()));
    const owner = all.find(({ owned }) => owned);
    expect(await query(owner?.url ?? '', 'select 1 as up')).toEqual([{ up: 1 }]);
    await owner?.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });
});
