import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** What the pages are made of, beside the packages that package.json names. */
const sources = ['package.json', 'index.html', 'vite.config.ts', 'src', 'site'];

/**
 * Where the pages lie once they are built: beside the packages that they are made of, so that a fresh install takes them away with
 * those, and under a name that changes with our own sources and the versions we ask for.
 */
export async function builtFolder(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await filesOf(sources)) hash.update(file).update(await readFile(path.join(root, file)));
  const packages = path.resolve(createRequire(import.meta.url).resolve('graphql/package.json'), '../..');
  return path.join(packages, '.cache/moa-web', hash.digest('hex').slice(0, 16));
}

async function filesOf(names: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(
    names.map(async (name) => {
      const inside = await readdir(path.join(root, name), { recursive: true, withFileTypes: true }).catch(
        () => undefined,
      );
      if (!inside) return [name]; // a file
      return inside
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
    }),
  );
  return lists.flat().sort();
}
