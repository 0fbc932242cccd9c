import { chmod, readdir } from 'node:fs/promises';
import path from 'node:path';

/** Lets every user read (and run) a folder's files, whatever umask they were installed with. */
export async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory() || entry.isFile()) await chmod(path.join(entry.parentPath, entry.name), 0o755);
  }
}
