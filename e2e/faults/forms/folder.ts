import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A run's own folder. */
export type Folder = {
  readonly path: string;
  /** Does something should this process end before the folder is removed. It can't wait. */
  atExit(cleanUp: () => void): void;
  remove(): Promise<void>;
};

const roomBytes = 2 * 1024 ** 3;

/** In memory where there is room for it: what is killed loses nothing there that a disk would keep. */
export async function openFolder(): Promise<Folder> {
  const memory = await statfs('/dev/shm').catch(() => undefined);
  const parent = memory && memory.bavail * memory.bsize >= roomBytes ? '/dev/shm' : tmpdir();
  const folder = mkdtempSync(path.join(parent, 'moa-faults-'));
  await chmod(folder, 0o711); // the database's user passes through
  const cleanUps: (() => void)[] = [];
  const leave = () => {
    for (const cleanUp of cleanUps) cleanUp();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 }); // what is being killed may still write
  };
  process.once('exit', leave);
  return {
    path: folder,
    atExit: (cleanUp) => cleanUps.unshift(cleanUp),
    async remove() {
      process.off('exit', leave);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
