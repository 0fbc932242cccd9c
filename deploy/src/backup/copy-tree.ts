import { chmod, copyFile, lchown, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const atOnce = 32;

/**
 * Copies what lies in a folder, with owners and permissions. Files may change, come and go meanwhile.
 * @param takes whether to copy it, by its path inside the folder
 */
export async function copyTree(from: string, to: string, takes: (file: string) => boolean = () => true): Promise<void> {
  const found = await readdir(from, { recursive: true, withFileTypes: true });
  const entries = found
    .map((entry) => ({
      folder: entry.isDirectory(),
      file: path.relative(from, path.join(entry.parentPath, entry.name)),
    }))
    .filter(({ file }) => takes(file));

  await mkdir(to, { recursive: true });
  await copyOwner(from, to);
  // Shortest first: a folder before those inside of it.
  const folders = entries.filter(({ folder }) => folder).toSorted((one, other) => one.file.length - other.file.length);
  for (const { file } of folders) await unlessGone(makeLike(path.join(from, file), path.join(to, file)));
  const files = entries.filter(({ folder }) => !folder).values();
  const copier = async () => {
    for (const { file } of files) await unlessGone(copyLike(path.join(from, file), path.join(to, file)));
  };
  await Promise.all(Array.from({ length: atOnce }, copier));
}

async function makeLike(source: string, target: string): Promise<void> {
  await mkdir(target);
  await copyOwner(source, target);
}

async function copyLike(source: string, target: string): Promise<void> {
  await copyFile(source, target);
  await copyOwner(source, target);
}

/** Gives a file the owner and the permissions of another. */
export async function copyOwner(source: string, target: string): Promise<void> {
  const { mode, uid, gid } = await stat(source);
  await chmod(target, mode & 0o7777);
  // Only root may give files away, and only root has files of others here.
  if (process.getuid?.() === 0) await lchown(target, uid, gid);
}

const unlessGone = (copying: Promise<void>): Promise<void> =>
  copying.catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
