import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startPostgres, stopAbandoned } from '../src/index.ts';
import { newDataDir, postmasterOf, processesOf, serverIds } from './data-dirs.ts';
import { query } from './query.ts';
import { serveInProcess } from './serving-process.ts';

const settings = { fsync: 'off' };

describe('after a SIGKILL', () => {
  test('of the starter, the server lives on; the next start shares it, owns it and stops it', async () => {
    const dataDir = await newDataDir();
    const starter = await serveInProcess(dataDir);
    await query(starter.url, 'create table kept ()');
    await starter.sigkill();
    expect(await query(starter.url, 'table kept')).toEqual([]);

    const next = await startPostgres({ dataDir, settings });
    expect(next).toMatchObject({ url: starter.url, owned: true });
    await next.stop();
    expect(await processesOf(dataDir)).toEqual([]);
  });

  test('of the server, the next start brings back what was committed', async () => {
    const dataDir = await newDataDir();
    const first = await startPostgres({ dataDir, settings });
    await query(first.url, 'create table kept as select 1 as id');
    process.kill(await postmasterOf(dataDir), 'SIGKILL');
    await first.stop();

    const second = await startPostgres({ dataDir, settings });
    expect(second.owned).toBe(true);
    expect(await query(second.url, 'table kept')).toEqual([{ id: 1 }]);
    await second.stop();
  });

  test('of everything, the next start is as good as new', async () => {
    const dataDir = await newDataDir();
    const starter = await serveInProcess(dataDir);
    await query(starter.url, 'create table kept as select 1 as id');
    const all = await processesOf(dataDir);
    await starter.sigkill();
    for (const pid of all) process.kill(pid, 'SIGKILL');

    const next = await startPostgres({ dataDir, settings });
    expect(next.owned).toBe(true);
    expect(await query(next.url, 'table kept')).toEqual([{ id: 1 }]);
    await next.stop();
  });

  test('of the server, the next start waits for a backend that still works in the data', async () => {
    const dataDir = await newDataDir();
    const first = await startPostgres({ dataDir, settings });
    const [row] = await query(first.url, `select pid from pg_stat_activity where backend_type = 'checkpointer'`);
    const { pid: checkpointer } = row as { pid: number }; // the column selected above
    process.kill(checkpointer, 'SIGSTOP');
    process.kill(await postmasterOf(dataDir), 'SIGKILL');
    await first.stop();

    const starting = startPostgres({ dataDir, settings });
    const log = path.join(dataDir, 'postgres.log');
    await expect.poll(() => readFile(log, 'utf8'), { timeout: 10_000 }).toContain('pre-existing shared memory block');
    process.kill(checkpointer, 'SIGCONT');
    const second = await starting;
    expect(await query(second.url, 'select 1 as up')).toEqual([{ up: 1 }]);
    await second.stop();
  });

  test('of the starter, stopAbandoned ends the server, and spares one with an owner', async () => {
    const dataDir = await newDataDir();
    const starter = await serveInProcess(dataDir);
    expect(await stopAbandoned(dataDir)).toBe(false);
    await starter.sigkill();
    expect(await stopAbandoned(dataDir)).toBe(true);
    expect(await processesOf(dataDir)).toEqual([]);
  });
});

describe('a postmaster.pid is stale when it names', () => {
  test('a dead process', async () => {
    const child = spawn('true');
    await once(child, 'exit');
    await startsDespite(child.pid ?? 0);
  });

  test('another program of the same user', async () => {
    await startsDespite(async (ids) => {
      const child = spawn('sleep', ['600'], { ...ids, stdio: 'ignore' });
      onTestFinished(() => void child.kill());
      await once(child, 'spawn');
      return child.pid ?? 0;
    });
  });

  test('a zombie', async () => {
    await startsDespite(async (ids) => {
      // A shell that turns into `sleep` never asks how its child ended.
      const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 601'], {
        ...ids,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      onTestFinished(() => void parent.kill());
      const [pid] = await once(parent.stdout, 'data');
      await expect.poll(() => readFile(`/proc/${parent.pid}/cmdline`, 'utf8')).toBe('sleep\x00601\x00');
      process.kill(Number(pid), 'SIGKILL');
      await expect.poll(() => readFile(`/proc/${Number(pid)}/stat`, 'utf8')).toContain(') Z ');
      return Number(pid);
    });
  });
});

async function startsDespite(pid: number | ((ids: { uid: number; gid: number }) => Promise<number>)): Promise<void> {
  const dataDir = await newDataDir();
  const first = await startPostgres({ dataDir, settings });
  const file = path.join(dataDir, 'postgres', 'postmaster.pid');
  const lines = (await readFile(file, 'utf8')).split('\n');
  await first.stop();

  const ids = await serverIds(dataDir);
  lines[0] = String(typeof pid === 'number' ? pid : await pid(ids));
  await writeFile(file, lines.join('\n'), { mode: 0o600 });
  await chown(file, ids.uid, ids.gid);

  const second = await startPostgres({ dataDir, settings });
  expect(second.owned).toBe(true);
  expect(await query(second.url, 'select 1 as up')).toEqual([{ up: 1 }]);
  await second.stop();
}
