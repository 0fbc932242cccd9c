import type { Logger } from '@moa/telemetry';
import { readFiles, type SiteFile } from './files.ts';
import type { Site } from './site.ts';

export type Found =
  | { readonly kind: 'there'; readonly files: ReadonlyMap<string, SiteFile> }
  | { readonly kind: 'coming' | 'missing' };

/** How long who asks first is let wait before they are told that they do. */
const patienceMs = 500;

/** Asks for the folder once, with the first page. */
export function createFinder({ folder, path }: Site, logger: Logger, signal: AbortSignal): () => Promise<Found> {
  const look = async (): Promise<Found> => {
    try {
      return { kind: 'there', files: await readFiles(await folder(signal)) };
    } catch (error) {
      const reason = error instanceof Error ? error.message : error; // the stack says nothing about who makes the files
      if (!signal.aborted) logger.error({ reason, path }, 'The pages could not be made');
      return { kind: 'missing' };
    }
  };
  let looking: Promise<Found> | undefined;
  return async () => {
    looking ??= look();
    const coming = new Promise<Found>((resolve) => setTimeout(resolve, patienceMs, { kind: 'coming' }));
    return Promise.race([looking, coming]);
  };
}
