import { localSecrets } from '../secrets.ts';
import { openDataDir } from './data-dir.ts';
import { readPostmaster } from './postmaster-pid.ts';

/** The superuser's URL of the server that runs on a data dir now, if one does. */
export async function runningUrl(dataDir: string): Promise<string | undefined> {
  const dir = await openDataDir(dataDir);
  const postmaster = await readPostmaster(dir.cluster);
  if (postmaster.kind !== 'running') return undefined;
  return superuserUrl(localSecrets(dir.root).passwordOf('postgres'), postmaster.port);
}

/** The superuser's URL of a server on this machine. */
export function superuserUrl(password: string, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}
