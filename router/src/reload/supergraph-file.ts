import { readFile } from 'node:fs/promises';
import type { Logger } from '@moa/telemetry';
import type { Router } from '../open.ts';
import { watchFile } from './watch-file.ts';

/** @throws Error in words when there is no such file, or it can't be read */
export async function readSupergraphFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Error(`The supergraph schema ${file} can't be read. Compose one and give its path with --supergraph.`, {
      cause,
    });
  }
}

/**
 * Lets a router serve what the file says, whenever that changes. A text that can't be served is told in the log, and the last good
 * one is served on.
 * @returns ends it
 */
export function followSupergraphFile(file: string, router: Pick<Router, 'swap'>, logger: Logger): () => void {
  const reload = async (): Promise<void> => {
    try {
      const startedAt = performance.now();
      const isNew = await router.swap(await readSupergraphFile(file));
      if (!isNew) return;
      logger.info(
        { file, ms: Math.round(performance.now() - startedAt) },
        'The supergraph file has changed and is served',
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      logger.error(
        { file, err: error },
        `The supergraph file is not served; the last good one is served on. ${reason}`,
      );
    }
  };
  return watchFile(file, reload, logger);
}
