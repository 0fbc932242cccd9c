import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { commandOf } from './running-process.ts';

/** What `postmaster.pid` says of a server, after checking that the process it names is that server. */
export type Postmaster =
  | { kind: 'none' }
  /** The file names a process that is dead, a zombie, or another program. */
  | { kind: 'stale' }
  | { kind: 'running'; pid: number; port: number; ready: boolean };

/** Reads `postmaster.pid`: https://www.postgresql.org/docs/current/storage-file-layout.html */
export async function readPostmaster(cluster: string): Promise<Postmaster> {
  const text = await readFile(path.join(cluster, 'postmaster.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return { kind: 'none' };

  const [pid, , , port, , , , status] = text.split('\n');
  if (!isPostmaster(await commandOf(Number(pid)), cluster)) return { kind: 'stale' };
  return { kind: 'running', pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' };
}

/** Whether a process with that number lives and, as far as its arguments still tell, is the cluster's server. */
export async function mayBePostmaster(pid: number, cluster: string): Promise<boolean> {
  const command = await commandOf(pid);
  return command === '' || isPostmaster(command, cluster);
}

function isPostmaster(command: string | undefined, cluster: string): boolean {
  return command?.includes(`postgres -D ${cluster} `) ?? false;
}
