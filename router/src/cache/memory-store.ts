import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { type CacheStore, entryLimits } from './store.ts';

/** In this process, for a router that stands alone. */
export function createMemoryStore(): CacheStore {
  const entries = new LRUCache<string, string>({
    ...entryLimits,
    sizeCalculation: (entry, key) => entry.length + key.length,
  });
  const versions = new Map<string, string>();
  const suspended = new Map<string, number>();

  const isSuspended = (subgraph: string): boolean => {
    const until = suspended.get(subgraph);
    if (until === undefined) return false;
    if (until > performance.now()) return true;
    suspended.delete(subgraph);
    return false;
  };
  const clear = async (subgraphs: readonly string[]): Promise<void> => {
    for (const subgraph of subgraphs) versions.set(subgraph, randomUUID());
  };
  return {
    read: async (key, subgraphs) => ({
      entry: entries.get(key),
      versions: subgraphs.some(isSuspended)
        ? undefined
        : subgraphs.map((subgraph) => versions.get(subgraph) ?? '').join(),
    }),
    write: async (key, entry, maxAgeSeconds) => void entries.set(key, entry, { ttl: maxAgeSeconds * 1_000 }),
    clear,
    async suspend(subgraphs, seconds) {
      for (const subgraph of subgraphs) suspended.set(subgraph, performance.now() + seconds * 1_000);
      await clear(subgraphs);
    },
    close: () => entries.clear(),
  };
}
