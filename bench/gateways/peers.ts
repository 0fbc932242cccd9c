import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { versionOf } from './versions.ts';

const folder = new URL('peers/', import.meta.url);

/** Others' gateways and the load generator are no dependencies of the project: their folder is filled when it is first needed. */
export async function installPeers(report: (line: string) => void, signal: AbortSignal): Promise<void> {
  if (isInstalled()) return;
  report('installing the gateways to compare with, once');
  const npm = spawn('npm', ['ci', '--no-audit', '--no-fund'], { cwd: fileURLToPath(folder), stdio: 'inherit', signal });
  const [code] = await once(npm, 'exit');
  if (code !== 0) throw new Error(`\`npm ci\` in bench/gateways/peers has failed (${code}). Try it there by hand.`);
}

/** Since the lockfile was last changed; npm leaves one of its own beside what it has installed. */
function isInstalled(): boolean {
  const changed = (path: string) => statSync(new URL(path, folder), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return changed('node_modules/.package-lock.json') >= changed('package-lock.json');
}

/** Where a file of the folder is. */
export const peerFile = (path: string): string => fileURLToPath(new URL(path, folder));

/** Loads a package of the folder; it says nothing of its type. */
export const requirePeer = (name: string): unknown => createRequire(new URL('package.json', folder))(name);

/** The version of a package that is installed there. */
export const peerVersion = (name: string): string => versionOf(name, new URL('package.json', folder).href);
