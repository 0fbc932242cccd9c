import { execFile, type SpawnOptions, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { renderNginx } from './render.ts';
import type { NginxSettings } from './settings.ts';
import { workersOf } from './workers.ts';

export type NginxOptions = {
  /** Holds its files, log and cache; whoever runs nginx must be able to write there. */
  readonly folder: string;
  readonly settings: NginxSettings;
  /** Whose process it is, when not the caller's. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Hears its error log. */
  readonly say?: (text: string) => void;
};

/** An nginx that runs. */
export type Nginx = {
  readonly pid: number;
  /**
   * Goes over to other settings without closing a port. Resolves once nobody takes new connections with the old ones; requests
   * and sockets that have begun stay with those to their end.
   *
   * @throws Error with what nginx says of settings that it doesn't take; those before stay in force
   */
  reload(settings: NginxSettings): Promise<void>;
  /** Resolves when it has ended, with the last that it said. */
  readonly ended: Promise<string>;
  /** Lets requests in hand finish for some seconds. */
  close(): Promise<void>;
};

const lookEveryMs = 20;
const patienceMs = 10_000;
/** Debian keeps nginx where only root looks for programs. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

/**
 * Renders nginx's files and starts it. Resolves once it takes connections.
 *
 * @throws Error when there is no nginx, or with what it says of its settings
 */
export async function openNginx({ folder, settings, user, say = () => {} }: NginxOptions): Promise<Nginx> {
  const flags = ['-p', `${path.resolve(folder)}/`, '-c', 'nginx.conf', '-e', 'stderr'];
  const asUser: SpawnOptions = { env, ...user };
  await renderNginx(folder, settings);
  await check(flags, asUser);

  const child = spawn('nginx', [...flags, '-g', 'daemon off;'], { ...asUser, stdio: ['ignore', 'ignore', 'pipe'] });
  const reap = () => child.kill('SIGTERM'); // whoever ends early takes its nginx with it
  process.once('exit', reap);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4_000);
    say(String(chunk));
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(said));
  });
  const pid = child.pid ?? 0;
  const failed = ended.then((reason) => Promise.reject(new Error(`nginx ended:\n${reason}`)));
  failed.catch(() => {});
  await Promise.race([failed, soon(async () => (await workersOf(pid)).length > 0)]);

  let current = settings;
  return {
    pid,
    ended,
    async reload(next) {
      await renderNginx(folder, next);
      await check(flags, asUser).catch(async (error: unknown) => {
        await renderNginx(folder, current);
        throw error;
      });
      current = next;
      const old = new Set((await workersOf(pid)).map((worker) => worker.pid));
      child.kill('SIGHUP');
      const goneOver = soon(async () => {
        const taking = (await workersOf(pid)).filter(({ leaving }) => !leaving);
        return taking.length > 0 && !taking.some((worker) => old.has(worker.pid));
      });
      await Promise.race([failed, goneOver]);
    },
    async close() {
      process.off('exit', reap);
      child.kill('SIGQUIT');
      const impatient = setTimeout(() => child.kill('SIGTERM'), patienceMs);
      await ended;
      clearTimeout(impatient);
    },
  };
}

/** @throws Error with what nginx says */
async function check(flags: readonly string[], { env, uid, gid }: SpawnOptions): Promise<void> {
  const options = { env, ...(uid !== undefined && { uid }), ...(gid !== undefined && { gid }) };
  try {
    await promisify(execFile)('nginx', ['-t', '-q', ...flags], options);
  } catch (cause) {
    // execFile's promise is rejected with such an error only
    const { code, stderr } = cause as Error & { code?: unknown; stderr?: string };
    if (code === 'ENOENT') throw new Error('There is no nginx here; Debian has it as "nginx".', { cause });
    throw new Error(`nginx does not take its settings:\n${stderr}`, { cause });
  }
}

async function soon(happened: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!(await happened())) {
    if (Date.now() > deadline) throw new Error(`nginx did not do it within ${patienceMs / 1_000} s.`);
    await wait(lookEveryMs);
  }
}
