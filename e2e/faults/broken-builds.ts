import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lookAt } from './broken-build.ts';
import { breakNamed, breaks } from './preload/breaks.ts';

/**
 * npm run faults:broken [-- NAME …]: for each invariant, or for those named, a build of Moa that breaks it, and whether its check
 * finds that. Ends with 1 when one was blind.
 */
const names = process.argv.slice(2);
const chosen = names.length > 0 ? names.map(breakNamed) : breaks;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const logs = await mkdtemp(path.join(tmpdir(), 'moa-broken-'));
for (const broken of chosen) {
  const began = performance.now();
  const found = await lookAt(broken, path.join(logs, broken.name)).catch(String);
  const seconds = ((performance.now() - began) / 1_000).toFixed(0).padStart(4);
  const isSeen = Array.isArray(found) && found.length > 0;
  if (!isSeen) process.exitCode = 1;
  const verdict = isSeen ? `seen, ${found.length} of them, such as ${found[0]}` : `NOT SEEN ${found}`;
  process.stdout.write(`${broken.name.padEnd(32)} ${seconds} s  ${broken.says}: ${verdict}\n`);
}
