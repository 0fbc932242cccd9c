import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const script = fileURLToPath(new URL('full-disk-process.ts', import.meta.url));

/** Linux has a device that is always full. */
test.skipIf(!existsSync('/dev/full'))('a disk without room costs the log, and not the process', () => {
  const full = openSync('/dev/full', 'w');
  onTestFinished(() => closeSync(full));
  const { status, signal, stdout } = spawnSync(process.execPath, [script], {
    stdio: ['ignore', 'pipe', full],
    timeout: 10_000,
  });
  expect({ status, signal, stdout: String(stdout) }).toEqual({ status: 0, signal: null, stdout: 'still there' });
});
