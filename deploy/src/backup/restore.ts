import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { runningUrl } from '@moa/db';
import { copyTree } from './copy-tree.ts';
import { Refusal } from './refusal.ts';

const parts = ['postgres', 'secrets'];

/**
 * Puts a backup in a data dir's place. What is there now is kept beside it.
 * @returns the folder with what was there, unless there was nothing
 * @throws Refusal when it is no backup, or Moa runs
 */
export async function restore(from: string, dataDir: string, now: Date): Promise<string | undefined> {
  const missing = parts.filter((part) => !existsSync(path.join(from, part)));
  if (missing.length > 0) throw new Refusal(`${from} is no backup: it has no ${missing.join(' and no ')}.`);
  if (existsSync(dataDir) && (await runningUrl(dataDir)) !== undefined) {
    throw new Refusal(`PostgreSQL runs on ${dataDir}. Stop Moa first.`);
  }
  const aside = path.join(dataDir, `before-${now.toISOString().replace(/[:.]/g, '-')}`);
  const present = parts.filter((part) => existsSync(path.join(dataDir, part)));
  if (present.length > 0) await mkdir(aside, { mode: 0o700 });
  for (const part of present) await rename(path.join(dataDir, part), path.join(aside, part));
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  for (const part of parts) await copyTree(path.join(from, part), path.join(dataDir, part));
  return present.length > 0 ? aside : undefined;
}
