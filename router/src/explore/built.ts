import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Logger } from '@moa/telemetry';
import { builtFolder } from '../../explorer/place.ts';
import type { Entry } from './graphiql-page.ts';

export type Built = { readonly folder: string; readonly names: ReadonlySet<string>; readonly entry: Entry };
export type Found = { readonly kind: 'built'; readonly built: Built } | { readonly kind: 'building' | 'missing' };

/** Finds GraphiQL where it was built. Where it wasn't, the first to ask has it built by another process, which `signal` ends. */
export function createFinder(logger: Logger, signal: AbortSignal): () => Promise<Found> {
  let found: Promise<Found> | undefined;
  const buildAndRead = async (): Promise<Found> => {
    try {
      await runBuild(signal);
      return await read();
    } catch (error) {
      const reason = error instanceof Error ? error.message : error; // the stack says nothing about the other process
      if (!signal.aborted) logger.error({ reason }, 'GraphiQL could not be built');
      return { kind: 'missing' };
    }
  };
  const look = (): Promise<Found> =>
    read().catch(() => {
      buildAndRead().then((outcome) => {
        found = Promise.resolve(outcome);
      });
      return { kind: 'building' };
    });
  return () => (found ??= look());
}

async function read(): Promise<Found> {
  const folder = await builtFolder();
  const manifest: Record<string, { file: string; css?: string[] }> = JSON.parse(
    await readFile(path.join(folder, 'manifest.json'), 'utf8'),
  );
  const entry = manifest['graphiql.js'];
  if (!entry) throw new Error(`${folder}/manifest.json has no graphiql.js`);
  const addressOf = (name: string): string => `/graphiql/${name}`;
  const built: Built = {
    folder,
    names: new Set(await readdir(folder)),
    entry: { script: addressOf(entry.file), styles: (entry.css ?? []).map(addressOf) },
  };
  return { kind: 'built', built };
}

/** In a process of its own, which lets others go first: a bundler's memory is given back. */
async function runBuild(signal: AbortSignal): Promise<void> {
  const script = fileURLToPath(new URL('../../explorer/build.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [script], { signal, timeout: 300_000 });
}
