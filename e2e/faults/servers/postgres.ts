import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { open, readFile, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readPostmaster } from '@moa/db';
import { until } from '@moa/testing';
import type { Folder } from '../forms/folder.ts';
import { childrenOf } from './children.ts';
import type { Server } from './server.ts';

const patienceMs = 60_000;
/** Passes by itself: sessions of a server that was killed outlive it for a moment; a client got its port for a moment. */
const passing = /pre-existing shared memory block|could not create any TCP\/IP sockets/;

/** The PostgreSQL that serves a data dir, whoever started it. Started again, it has the port and the settings that it had. */
export function postgresOn(dataDir: string): Server {
  const cluster = async () => path.join(await realpath(dataDir), 'postgres');
  let frozen: readonly number[] = [];

  return {
    kill: async () => end(await cluster(), 'SIGKILL'),
    async restart(mode) {
      const folder = await cluster();
      await end(folder, mode === 'immediate' ? 'SIGQUIT' : 'SIGINT');
      const deadline = Date.now() + patienceMs;
      for (let fault = await startAgain(folder); fault !== undefined; fault = await startAgain(folder)) {
        if (!passing.test(fault) || Date.now() > deadline) throw new Error(`PostgreSQL did not start again:\n${fault}`);
        await wait(50);
      }
    },
    async freeze() {
      const postmaster = await readPostmaster(await cluster());
      if (postmaster.kind !== 'running') throw new Error('There is no PostgreSQL to freeze.');
      // The parent first: it would have more children meanwhile.
      process.kill(postmaster.pid, 'SIGSTOP');
      const children = await childrenOf(postmaster.pid);
      frozen = [postmaster.pid, ...children];
      for (const pid of children) signalIfThere(pid, 'SIGSTOP');
    },
    async thaw() {
      for (const pid of frozen) signalIfThere(pid, 'SIGCONT');
      frozen = [];
    },
  };
}

async function end(cluster: string, signal: NodeJS.Signals): Promise<void> {
  const postmaster = await readPostmaster(cluster);
  if (postmaster.kind !== 'running') return;
  process.kill(postmaster.pid, signal);
  await until(async () => (await readPostmaster(cluster)).kind !== 'running', { timeoutMs: patienceMs });
}

/** @returns what it wrote when it ended instead of becoming ready */
async function startAgain(cluster: string): Promise<string | undefined> {
  // It would take any living process that has the number by now for a server.
  if ((await readPostmaster(cluster)).kind === 'stale') await rm(path.join(cluster, 'postmaster.pid'));
  const [program = '', ...options] = commandIn(await readFile(path.join(cluster, 'postmaster.opts'), 'utf8'));
  const { uid, gid } = await stat(cluster);
  const logFile = path.join(cluster, '..', 'postgres.log');
  // A new file: sessions of a killed server that are still leaving write on into the old one.
  await rm(logFile, { force: true });
  const log = await open(logFile, 'w', 0o600);
  try {
    const server = spawn(program, options, {
      cwd: '/',
      env: { TZ: 'UTC', LC_ALL: 'C' },
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...(process.getuid?.() === 0 && { uid, gid }),
    });
    server.unref();
    const ended = once(server, 'exit').then(() => true as const);
    ended.catch(() => undefined); // awaited below, unless it is ready first
    for (;;) {
      const postmaster = await readPostmaster(cluster);
      if (postmaster.kind === 'running' && postmaster.ready) return undefined;
      if (await Promise.race([ended, wait(10, false)])) return (await readFile(logFile, 'utf8')).slice(-2_000);
    }
  } finally {
    await log.close();
  }
}

/** The command line that a server wrote down when it started: its path, and each argument in quotation marks. */
function commandIn(text: string): readonly string[] {
  const [program = ''] = text.split(' "', 1);
  return [program, ...Array.from(text.matchAll(/"([^"]*)"/g), ([, argument = '']) => argument)];
}

/** A session may end between two looks. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** A server whose owner ends early, too, must not stay behind. Nothing can be waited for then, and its data goes anyway. */
export function endAtExit(dataDir: string, folder: Folder): void {
  folder.atExit(() => {
    const [pid] = readLines(path.join(dataDir, 'postgres', 'postmaster.pid'));
    if (pid !== undefined) signalIfThere(Number(pid), 'SIGKILL');
  });
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return []; // it runs no more
  }
}
