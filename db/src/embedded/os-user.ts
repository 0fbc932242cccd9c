import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The operating system's user that runs the server: the one who runs this process, or another. */
export type OsUser = { kind: 'self' } | { kind: 'other'; name: string; uid: number; gid: number };

/**
 * Who runs the server of a cluster. PostgreSQL refuses to run as root, so root lends it to whom the cluster belongs
 * already, else to `postgres`, or to `nobody` where there is none.
 */
export async function databaseUser(cluster: string): Promise<OsUser> {
  if (process.getuid?.() !== 0) return { kind: 'self' };
  const existing = await stat(cluster).catch(() => undefined);
  if (existing !== undefined && existing.uid !== 0) {
    return { kind: 'other', name: `#${existing.uid}`, uid: existing.uid, gid: existing.gid };
  }
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all([numericId('-u', name), numericId('-g', name)]).catch(() => undefined);
    if (ids !== undefined) return { kind: 'other', name, uid: ids[0], gid: ids[1] };
  }
  throw new Error(
    'PostgreSQL refuses to run as root and there is no OS user "postgres" or "nobody". Start Moa as a normal user, or set DATABASE_URL.',
  );
}

/**
 * Options for `spawn` that run PostgreSQL's programs as the user: in a folder that every user may enter, with none of our
 * PG* variables, and messages in English so that they can be read.
 */
export function spawnAs(user: OsUser): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const surroundings = { cwd: '/', env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' } };
  return user.kind === 'self' ? surroundings : { ...surroundings, uid: user.uid, gid: user.gid };
}

/** Whether the user may enter the folder. */
export async function mayEnter(user: OsUser, folder: string): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], spawnAs(user)).then(
    () => true,
    () => false,
  );
}

async function numericId(flag: '-u' | '-g', name: string): Promise<number> {
  return Number((await run('id', [flag, name])).stdout);
}
