import { watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Logger } from '@moa/telemetry';

/** Some file systems, and files that are mounted one by one, tell nobody of their changes. */
const pollMs = 2_000;
/** Who writes a file bit by bit is let finish. */
const settledMs = 100;

/**
 * Calls `onChange` at the beginning, and when the file is another than before: written to, replaced, linked to elsewhere, gone or back; never while
 * a call is under way. The folder is watched, since most editors put a new file in the place of the old one.
 * @returns ends it
 */
export function watchFile(file: string, onChange: () => Promise<void>, logger: Logger): () => void {
  let seen: string | undefined;
  let busy = false;
  let over = false;
  let settling: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    if (busy) return later();
    busy = true;
    try {
      const now = await stateOf(file);
      if (seen === now || over) return;
      seen = now;
      await onChange();
    } finally {
      busy = false;
    }
  };
  const later = (): void => {
    clearTimeout(settling);
    if (!over) settling = setTimeout(look, settledMs);
  };
  void look();
  const poll = setInterval(look, pollMs);
  const stopListening = listen(dirname(file), later, (fault) =>
    logger.warn({ err: fault }, `The folder of ${basename(file)} can't be watched; it is looked at every ${pollMs} ms`),
  );
  return () => {
    over = true;
    stopListening();
    clearInterval(poll);
    clearTimeout(settling);
  };
}

/** Follows links, also those in the path, as mounted Kubernetes volumes have. */
const stateOf = (file: string): Promise<string> =>
  stat(file, { bigint: true }).then(
    ({ dev, ino, size, mtimeNs, ctimeNs }) => [dev, ino, size, mtimeNs, ctimeNs].join(),
    () => 'none',
  );

function listen(folder: string, onEvent: () => void, onFault: (fault: unknown) => void): () => void {
  try {
    const watcher = watch(folder, onEvent);
    watcher.on('error', (fault) => {
      onFault(fault);
      watcher.close();
    });
    return () => watcher.close();
  } catch (fault) {
    onFault(fault);
    return () => {};
  }
}
