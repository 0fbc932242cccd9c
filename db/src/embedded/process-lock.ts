import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

const BUSY = 5;

/** Held until `release()`, or until the holding process ends in any way. */
export type ProcessLock = { release(): void };

/**
 * Takes the lock named by a file if nobody holds it, in this process or another.
 *
 * SQLite only serves as a portable door to the operating system's file locks, which Node lacks: the kernel frees
 * them with the process, so a SIGKILL leaves nothing stale behind.
 */
export function tryLock(file: string): ProcessLock | undefined {
  let database: DatabaseSync | undefined;
  try {
    createPrivate(file);
    const opened = new DatabaseSync(file, { timeout: 0 });
    database = opened;
    opened.exec('begin exclusive');
    return { release: () => opened.close() };
  } catch (error) {
    database?.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return undefined;
    throw new Error(
      `The lock file ${file} cannot be used; does it, or its folder, belong to another user? Set MOA_DATA_DIR to another folder.`,
      {
        cause: error,
      },
    );
  }
}

/** Runs `work` while holding the lock; waits for its turn up to `timeoutMs`. */
export async function withLock<T>(file: string, work: () => Promise<T>, timeoutMs = 60_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let lock = tryLock(file);
  while (lock === undefined) {
    if (Date.now() > deadline)
      throw new Error(`Another process has held ${file} for ${timeoutMs / 1000} s; end it and try again.`);
    await wait(10);
    lock = tryLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** Never opens an existing file: closing it again would drop a lock that this process holds on it. */
function createPrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}
