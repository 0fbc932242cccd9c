import { registerHooks } from 'node:module';
import type { Edit } from './breaks/break.ts';
import { breakNamed } from './breaks.ts';

/** The root of the repository. */
const root = new URL('../../../', import.meta.url);

/**
 * From now on the source files of the break are loaded with its edits in them. Undefined or an empty name leaves everything
 * whole. @throws when there is no break of that name
 */
export function loadBrokenBuild(name: string | undefined): void {
  if (!name) return;
  const editsOf = Map.groupBy(breakNamed(name).edits, ({ file }) => new URL(file, root).href);
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const edits = editsOf.get(url);
      return edits ? { ...loaded, source: edits.reduce(edited, String(loaded.source)) } : loaded;
    },
  });
}

/** @throws when the edit does not fit */
export function edited(source: string, { file, from, to }: Edit): string {
  const [before, after, ...more] = source.split(from);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The edit of ${file} does not fit: ${from}`);
  }
  return before + to + after;
}
