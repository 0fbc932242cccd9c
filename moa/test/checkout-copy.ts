import { globSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const leftOut = new Set(['node_modules', '.git', '.data', '.turbo', 'coverage', '.env']);

/** A copy of this checkout's sources that a test may change. */
export type CheckoutCopy = {
  readonly folder: string;
  /** Links a workspace that came to be in the copy, as `npm install` would. */
  link(packageName: string, workspace: string): Promise<void>;
  remove(): Promise<void>;
};

/** Packages from the registry are shared with this checkout; Moa's own are those of the copy. */
export async function copyCheckout(): Promise<CheckoutCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'moa-copy-'));
  await cp(root, folder, { recursive: true, filter: (source) => !leftOut.has(path.basename(source)) });
  const installed = path.join(root, 'node_modules');
  const modules = path.join(folder, 'node_modules');
  await mkdir(path.join(modules, '@moa'), { recursive: true });
  for (const entry of await readdir(installed)) {
    if (entry !== '@moa') await symlink(path.join(installed, entry), path.join(modules, entry));
  }
  // npm links workspaces by relative paths, which lead into the copy when they stand in the copy.
  for (const entry of await readdir(path.join(installed, '@moa'))) {
    await symlink(await readlink(path.join(installed, '@moa', entry)), path.join(modules, '@moa', entry));
  }
  // What npm could not put with the others, since another version stands there.
  for (const apart of globSync(['*/node_modules', '*/*/node_modules'], { cwd: root, exclude: ['node_modules'] })) {
    await symlink(path.join(root, apart), path.join(folder, apart));
  }
  return {
    folder,
    link: (packageName, workspace) => symlink(path.join(folder, workspace), path.join(modules, packageName)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
