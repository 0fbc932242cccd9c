import { registerHooks } from 'node:module';

/** How long a job belongs to its worker, and how often somebody looks for those that no longer do, where nobody says otherwise. */
export const locksText = 'lockMs = 30_000, stalledMs = 5_000';
const openFile = new URL('../../../shared/jobs/src/open.ts', import.meta.url).href;

/** What a dead process had in hand is waited for no longer than that from now on, in ms. Undefined or empty leaves it as it is. */
export function shortenLocks(lockMs: string | undefined): void {
  if (!lockMs) return;
  const shorter = `lockMs = ${Number(lockMs)}, stalledMs = ${Number(lockMs) / 6}`;
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      return url === openFile ? { ...loaded, source: String(loaded.source).replace(locksText, shorter) } : loaded;
    },
  });
}
