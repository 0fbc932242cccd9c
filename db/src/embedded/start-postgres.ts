import { setTimeout as wait } from 'node:timers/promises';
import { localSecrets } from '../secrets.ts';
import { findBinaries } from './binaries.ts';
import { type DataDir, letPass, openDataDir } from './data-dir.ts';
import { initCluster } from './initdb.ts';
import { databaseUser } from './os-user.ts';
import { type Settings, startPostmaster, stopPostmaster } from './postmaster.ts';
import { readPostmaster } from './postmaster-pid.ts';
import { type ProcessLock, tryLock, withLock } from './process-lock.ts';

export type EmbeddedPostgres = {
  /** Superuser's URL of the database `postgres`. */
  url: string;
  /** Whether `stop()` ends the server: true for the process that started it, or found it without one. */
  owned: boolean;
  /** Fast shutdown when owned, else nothing. Resolves once no process is left; may be called twice. */
  stop(): Promise<void>;
};

/**
 * Serves the data dir with PostgreSQL on a free port of 127.0.0.1 and resolves once it accepts connections. Processes
 * that name the same data dir share one server, with the settings of the first.
 *
 * A server whose owner was killed lives on; the next process that comes owns it.
 */
export async function startPostgres(options: { dataDir: string; settings?: Settings }): Promise<EmbeddedPostgres> {
  const dir = await openDataDir(options.dataDir);
  const settings = options.settings ?? {};
  return withLock(dir.changing, async () => {
    const password = localSecrets(dir.root).passwordOf('postgres');
    let port = await runningPort(dir);
    if (port === undefined) {
      const user = await databaseUser(dir.cluster);
      await letPass(dir, user);
      const binaries = await findBinaries(dir.root, user);
      await initCluster(dir, binaries, user, password, settings.fsync !== 'off');
      await startPostmaster(dir, binaries, user, settings);
      port = await runningPort(dir);
      if (port === undefined) throw new Error(`PostgreSQL ended right after its start; see ${dir.log}.`);
    }
    const ownership = tryLock(dir.owner);
    return {
      url: superuserUrl(password, port),
      owned: ownership !== undefined,
      stop: stopOnce(dir, ownership),
    };
  });
}

/**
 * Stops the server of a data dir whose owner died without doing so.
 *
 * @returns false when a living process owns it
 */
export async function stopAbandoned(dataDir: string): Promise<boolean> {
  const dir = await openDataDir(dataDir);
  return withLock(dir.changing, async () => {
    const ownership = tryLock(dir.owner);
    if (ownership === undefined) return false;
    await stopRunning(dir);
    ownership.release();
    return true;
  });
}

/** The superuser's URL of the server that runs on a data dir now, if one does. */
export async function runningUrl(dataDir: string): Promise<string | undefined> {
  const dir = await openDataDir(dataDir);
  const postmaster = await readPostmaster(dir.cluster);
  if (postmaster.kind !== 'running') return undefined;
  return superuserUrl(localSecrets(dir.root).passwordOf('postgres'), postmaster.port);
}

function superuserUrl(password: string, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** The port of the data dir's server once it is ready; waits for one that is just starting or stopping. */
async function runningPort(dir: DataDir): Promise<number | undefined> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const postmaster = await readPostmaster(dir.cluster);
    if (postmaster.kind !== 'running') return undefined;
    if (postmaster.ready) return postmaster.port;
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL (process ${postmaster.pid}) is busy starting or stopping; see ${dir.log}.`);
    await wait(10);
  }
}

function stopOnce(dir: DataDir, ownership: ProcessLock | undefined): () => Promise<void> {
  if (ownership === undefined) return async () => {};
  let stopped: Promise<void> | undefined;
  return () => {
    stopped ??= withLock(dir.changing, () => stopRunning(dir)).finally(() => ownership.release());
    return stopped;
  };
}

async function stopRunning(dir: DataDir): Promise<void> {
  const postmaster = await readPostmaster(dir.cluster);
  if (postmaster.kind === 'running') await stopPostmaster(dir.cluster, postmaster.pid);
}
