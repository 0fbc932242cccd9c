import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const sources = import.meta.dirname;
const manifest = path.join(sources, '../package.json');

/**
 * Where GraphiQL lies once it is built: beside the packages that it is made of, so that a fresh install takes it away with them, and
 * under a name that changes with our own sources and the versions we ask for. None of those packages need be there to tell it.
 */
export async function builtFolder(): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(sources)).sort();
  for (const file of [manifest, ...names.map((name) => path.join(sources, name))]) hash.update(await readFile(file));
  const packages = path.resolve(createRequire(import.meta.url).resolve('graphql/package.json'), '../..');
  return path.join(packages, '.cache/router-explorer', hash.digest('hex').slice(0, 16));
}
