import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('200 swaps leave nothing behind', { timeout: 180_000 }, async () => {
  const script = new URL('memory.ts', import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script]);
  const [after50 = 0, after200 = Number.POSITIVE_INFINITY] = JSON.parse(stdout);
  // One supergraph that was kept is about half a megabyte.
  expect(after200 - after50).toBeLessThan(10 * 1024 * 1024);
});
