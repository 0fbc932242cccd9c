import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Part, Place } from './place.ts';

/** A running process of Moa. */
export type Process = {
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly end: () => Promise<void>;
};

const entry = fileURLToPath(new URL('../../../moa/moa.mjs', import.meta.url));

/** Starts some subgraphs, perhaps with the router before them, and resolves when they are ready. @throws with what it printed */
export async function startMoa(
  { variables }: Place,
  { parts, router = false }: { readonly parts: readonly Part[]; readonly router?: boolean },
): Promise<Process> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'moa-bench-taxi-'));
  const own = { SUBGRAPHS: parts.join(), ROUTER: router ? '1' : '0', MOA_DATA_DIR: dataDir, NODE_NO_WARNINGS: '1' };
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env.PATH ?? '', ...variables, ...own },
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C in the terminal is for the bench, which ends them in its own order.
    detached: true,
  });
  const reap = () => child.kill('SIGKILL');
  process.on('exit', reap);
  const exit = once(child, 'exit');
  const isUp = () => child.exitCode === null && child.signalCode === null;

  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output = `${output}${chunk}`.slice(-10_000);
      if (output.includes('is ready')) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`Moa (${parts}) ended before it was ready:\n${output}`)));
  });
  child.stdout.removeAllListeners('data').resume();
  child.stderr.removeAllListeners('data').on('data', (chunk: Buffer) => process.stderr.write(chunk));
  return {
    signal: (signal) => void child.kill(signal),
    async end() {
      if (isUp()) {
        child.kill('SIGTERM');
        const late = setTimeout(reap, 20_000);
        await exit;
        clearTimeout(late);
      }
      process.off('exit', reap);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
