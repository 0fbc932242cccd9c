import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { builtFolder } from './place.ts';

/**
 * The folder of the built pages. Where there is none yet they are built, which takes some seconds: in a process of its own, which
 * lets others go first, and whose memory is given back. `signal` ends that.
 * @throws when they can't be built, with what the builder said
 */
export async function siteFolder(signal: AbortSignal): Promise<string> {
  const folder = await builtFolder();
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    const script = fileURLToPath(new URL('./build.ts', import.meta.url));
    await promisify(execFile)(process.execPath, [script], { signal, timeout: 300_000 });
  }
  return folder;
}
