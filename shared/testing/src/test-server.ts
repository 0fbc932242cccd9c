import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres, stopAbandoned } from '@moa/db';

const REMOVER = path.join(import.meta.dirname, 'remove-test-server.ts');
const PREFIX = 'moa-test-';
const ROOM_BYTES = 2 * 1024 ** 3;
const YOUNG_MS = 60_000;

/** Starts an embedded PostgreSQL that trades every promise about power cuts for speed; `stop` removes its data. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const parent = await fastestFolder();
  await removeAbandoned(parent);
  const dataDir = await mkdtemp(path.join(parent, PREFIX));
  const server = await startPostgres({
    dataDir,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_wal_size: '256MB',
      autovacuum_naptime: '10min',
    },
  });
  // Ctrl-C ends Vitest without asking for `stop`; a process of its own then does what this one no longer can.
  const leaveToRemover = () => {
    spawn(process.execPath, [REMOVER, dataDir], { detached: true, stdio: 'ignore' }).unref();
  };
  process.once('exit', leaveToRemover);
  const stop = async () => {
    process.off('exit', leaveToRemover);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

/** Memory where there is room for it: containers often have 64 MB there. */
async function fastestFolder(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined);
  return memory !== undefined && memory.bavail * memory.bsize >= ROOM_BYTES ? '/dev/shm' : tmpdir();
}

/** Ends servers of earlier runs that were killed before they could. */
export async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(PREFIX)) continue;
    const dataDir = path.join(parent, name);
    const found = await stat(dataDir).catch(() => undefined);
    // A young folder may belong to a run that has not claimed it yet.
    if (found === undefined || Date.now() - found.mtimeMs < YOUNG_MS) continue;
    const abandoned = await stopAbandoned(dataDir).catch(() => false);
    if (abandoned) await rm(dataDir, { recursive: true, force: true });
  }
}
