import { execFile } from 'node:child_process';
import { chown, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import type { DataDir } from './data-dir.ts';
import { type OsUser, spawnAs } from './os-user.ts';

const run = promisify(execFile);
const UNFINISHED = 'initdb-';

/** Creates the cluster with password logins only, unless it exists. Needs the `changing` lock. */
export async function initCluster(
  dir: DataDir,
  binaries: Binaries,
  user: OsUser,
  password: string,
  sync: boolean,
): Promise<void> {
  if ((await stat(dir.cluster).catch(() => undefined)) !== undefined) return;
  await removeUnfinished(dir);

  // Made elsewhere and moved when whole, so that a start killed half-way leaves nothing that looks like a cluster.
  const unfinished = await mkdtemp(path.join(dir.root, UNFINISHED));
  const cluster = path.join(unfinished, 'cluster');
  const passwordFile = path.join(unfinished, 'password');
  try {
    await mkdir(cluster, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user.kind === 'other')
      for (const place of [unfinished, cluster, passwordFile]) await chown(place, user.uid, user.gid);
    await run(binaries.initdb, flags(cluster, passwordFile, sync), spawnAs(user));
    await rename(cluster, dir.cluster);
  } catch (error) {
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`PostgreSQL could not create its data folder in ${dir.root}: ${reason}`, { cause: error });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function removeUnfinished(dir: DataDir): Promise<void> {
  for (const name of await readdir(dir.root)) {
    // The initdb of a killed start may still be writing there; then a later start removes it.
    if (name.startsWith(UNFINISHED))
      await rm(path.join(dir.root, name), { recursive: true, force: true }).catch(() => {});
  }
}

function flags(cluster: string, passwordFile: string, sync: boolean): string[] {
  return [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // PostgreSQL's own Unicode rules sort and fold alike on every machine, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(sync ? [] : ['--no-sync']),
  ];
}
