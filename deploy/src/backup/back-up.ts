import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { runningUrl } from '@moa/db';
import { baseBackup } from './base-backup.ts';
import { copyTree } from './copy-tree.ts';
import { Refusal } from './refusal.ts';

/**
 * Copies a data dir whose PostgreSQL runs, while people go on: all databases as of one moment, passwords and keys.
 * @throws Refusal when nothing runs there, or something lies in the way
 */
export async function backUp(dataDir: string, to: string): Promise<void> {
  if (existsSync(to)) throw new Refusal(`${to} is there already. Name a folder that is not.`);
  const url = existsSync(dataDir) ? await runningUrl(dataDir) : undefined;
  if (url === undefined) {
    throw new Refusal(
      `No embedded PostgreSQL runs on ${dataDir}. Start Moa or set MOA_DATA_DIR; what is stopped can be copied as it is.`,
    );
  }
  // Half a copy never bears the name of a whole one.
  const unfinished = `${to}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    await mkdir(unfinished, { recursive: true, mode: 0o711 });
    await baseBackup(url, path.join(dataDir, 'postgres'), path.join(unfinished, 'postgres'));
    await copyTree(path.join(dataDir, 'secrets'), path.join(unfinished, 'secrets'));
    execFileSync('sync'); // a copy that a power cut takes away is none
    await rename(unfinished, to);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
