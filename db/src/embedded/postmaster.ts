import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { DataDir } from './data-dir.ts';
import { freePort } from './free-port.ts';
import { type OsUser, spawnAs } from './os-user.ts';
import { mayBePostmaster, readPostmaster } from './postmaster-pid.ts';

/** Names and values of postgresql.conf. */
export type Settings = Readonly<Record<string, string | number>>;

const DEFAULTS: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 300,
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** Faults that pass by themselves: a port taken a moment ago, backends of a killed server that are still leaving. */
const PASSING = /could not create any TCP\/IP sockets|pre-existing shared memory block/;

const STARTUP_MS = 60_000;

/** Starts the server on a free port and resolves once it accepts connections. Needs the `changing` lock and no running server. */
export async function startPostmaster(
  dir: DataDir,
  binaries: Binaries,
  user: OsUser,
  settings: Settings,
): Promise<void> {
  const deadline = Date.now() + STARTUP_MS;
  for (;;) {
    const fault = await attempt(dir, binaries, user, settings, deadline);
    if (fault === undefined) return;
    if (!PASSING.test(fault) || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start; the end of ${dir.log} says:\n${fault.trimEnd()}${adviceOn(fault)}`);
    await wait(100);
  }
}

function adviceOn(fault: string): string {
  if (!fault.includes('database files are incompatible')) return '';
  return '\nTo keep that data, move it over with pg_dump of its own version. To begin anew, remove the data dir, or set MOA_DATA_DIR to another folder.';
}

/** Returns what the server wrote to its log when it ended instead of becoming ready. */
async function attempt(
  dir: DataDir,
  binaries: Binaries,
  user: OsUser,
  settings: Settings,
  deadline: number,
): Promise<string | undefined> {
  // The server itself would take any living process of its user for a server, and so refuse to start.
  if ((await readPostmaster(dir.cluster)).kind === 'stale') await rm(path.join(dir.cluster, 'postmaster.pid'));
  const port = await freePort();
  // A new file: sessions of a killed server that are still leaving write on into the old one.
  await rm(dir.log, { force: true });
  const log = await open(dir.log, 'w', 0o600);
  try {
    const options = Object.entries({ ...DEFAULTS, ...settings, port }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const server = spawn(binaries.postgres, ['-D', dir.cluster, ...options], {
      ...spawnAs(user),
      // A session of its own: Ctrl-C reaches only us, and we stop the server after our last query.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    server.unref();
    const ended = once(server, 'exit').then(() => true);
    // Awaited below, unless the server is ready first; a program that could not be run must not end the process.
    ended.catch(() => {});
    while (Date.now() < deadline) {
      const postmaster = await readPostmaster(dir.cluster);
      if (postmaster.kind === 'running' && postmaster.ready) return undefined;
      if (await Promise.race([ended, wait(10, false)])) return (await readFile(dir.log, 'utf8')).slice(-2000);
    }
    server.kill('SIGQUIT');
    await ended;
    return `(gave up after ${STARTUP_MS / 1000} s)\n${(await readFile(dir.log, 'utf8')).slice(-2000)}`;
  } finally {
    await log.close();
  }
}

/** Fast shutdown: open transactions are rolled back, data is written. Resolves once the process is gone. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  const patience = Date.now() + 30_000;
  let signal: NodeJS.Signals = 'SIGINT';
  send(pid, signal);
  for (;;) {
    // The server removes postmaster.pid a moment before it ends, so look at the process.
    if (!(await mayBePostmaster(pid, cluster))) return;
    if (signal === 'SIGINT' && Date.now() > patience) {
      // Still consistent: the next start replays the write-ahead log.
      signal = 'SIGQUIT';
      send(pid, signal);
    }
    await wait(10);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
