import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';

/** The installed version of a package, as the module at `from` (a URL) would load it. */
export function versionOf(name: string, from: string): string {
  const file = findPackageJSON(name, from);
  if (file === undefined) throw new Error(`${name} is not installed; run \`npm ci\`.`);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
