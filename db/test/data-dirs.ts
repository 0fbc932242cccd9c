import { mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { stopAbandoned } from '../src/index.ts';

/** A new folder, removed (and its server stopped) when the test ends. */
export async function newDataDir(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'moa-db-'));
  onTestFinished(async () => {
    await stopAbandoned(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });
  return dataDir;
}

/** The process id of the data dir's server, as its own file says. */
export async function postmasterOf(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

/** Who runs the data dir's server. */
export async function serverIds(dataDir: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(path.join(dataDir, 'postgres'));
  return { uid, gid };
}

/** All living processes of the data dir's server: each of them works in the cluster's folder. */
export async function processesOf(dataDir: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => undefined)));
  return pids.filter((_pid, index) => folders[index] === path.join(dataDir, 'postgres')).map(Number);
}
