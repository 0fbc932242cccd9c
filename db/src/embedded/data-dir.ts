import { createHash } from 'node:crypto';
import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { mayEnter, type OsUser } from './os-user.ts';

/** What lies in a data dir. */
export type DataDir = {
  root: string;
  /** PostgreSQL's own folder; belongs to the user that runs the server. */
  cluster: string;
  log: string;
  /** Held while a process starts or stops the server. */
  changing: string;
  /** Held for as long as the process that has to stop the server lives. */
  owner: string;
};

/** Where a checkout keeps its data when MOA_DATA_DIR does not say: out of the repo for root, because the database then runs as another user. */
export function defaultDataDir(repoDir: string): string {
  const repo = path.resolve(repoDir);
  if (process.getuid?.() !== 0) return path.join(repo, '.data');
  return `/var/lib/moa-${createHash('sha256').update(repo).digest('hex').slice(0, 12)}`;
}

/** Creates the data dir when missing and names its parts. */
export async function openDataDir(dataDir: string): Promise<DataDir> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 }).catch((cause: Error) => {
    const reason = `The data dir ${dataDir} cannot be created (${cause.message})`;
    throw new Error(`${reason}. Set MOA_DATA_DIR to a folder that you may write to.`, { cause });
  });
  const root = await realpath(dataDir);
  return {
    root,
    cluster: path.join(root, 'postgres'),
    log: path.join(root, 'postgres.log'),
    changing: path.join(root, 'changing.lock'),
    owner: path.join(root, 'owner.lock'),
  };
}

/** Lets the database's user pass through the data dir (not look around in it). */
export async function letPass(dir: DataDir, user: OsUser): Promise<void> {
  if (user.kind === 'self') return;
  const { mode } = await stat(dir.root);
  if ((mode & 0o011) !== 0o011) await chmod(dir.root, (mode & 0o777) | 0o011);
  if (await mayEnter(user, dir.root)) return;
  throw new Error(
    `The database runs as OS user "${user.name}", who may not enter ${dir.root}. Set MOA_DATA_DIR to a folder below parents that every user may enter.`,
  );
}
