import type { Path, PathFinder } from '../domain/path-finder.ts';

/** Keeps the paths that were asked for last: what people often take is asked for often, and each fare asks for the shortest. */
export function rememberPaths(finder: PathFinder, most = 1_000): PathFinder {
  const paths = new Map<string, Path | null>();
  return {
    find(from, to, by) {
      const key = `${by} ${from} ${to}`;
      const known = paths.get(key);
      const path = known === undefined ? finder.find(from, to, by) : known;
      // Put in anew it is the youngest, and the first is the one that nobody has asked for longest.
      paths.delete(key);
      paths.set(key, path);
      for (const [oldest] of paths) {
        if (paths.size <= most) break;
        paths.delete(oldest);
      }
      return path;
    },
  };
}
