import { randomUUID } from 'node:crypto';
import type { Logger } from '@moa/telemetry';
import { LRUCache } from 'lru-cache';
import { connectRedis } from '../redis.ts';
import { type CacheStore, entryLimits } from './store.ts';

/** In Redis, for routers that stand side by side. While it is away, nothing is kept and nothing is given out. */
export function openRedisStore(url: string, logger: Logger): CacheStore {
  const redis = connectRedis(url, logger, 'response cache: Redis is away, every answer is fetched');
  const versionOf = (subgraph: string): string => `router-cache-version:${subgraph}`;
  const suspensionOf = (subgraph: string): string => `router-cache-suspension:${subgraph}`;
  const entryOf = (key: string): string => `router-cache:${key}`;

  // Redis holds jobs too and throws nothing out by itself, so each router bounds what it puts there.
  const written = new LRUCache<string, number>({
    ...entryLimits,
    sizeCalculation: (characters) => characters,
    dispose: (_characters, name, reason) => {
      if (reason === 'evict') void redis.unlink(name).catch(() => {}); // then it ages away
    },
  });
  /** Subgraphs whose new version Redis did not take: it was away, or full. Nothing is given out here until it has. */
  const overdue = new Set<string>();

  const clear = async (subgraphs: readonly string[]): Promise<void> => {
    const due = new Set([...subgraphs, ...overdue]);
    try {
      await redis.mset([...due].flatMap((subgraph) => [versionOf(subgraph), randomUUID()]));
      for (const subgraph of due) overdue.delete(subgraph);
    } catch (error) {
      for (const subgraph of due) overdue.add(subgraph);
      throw error;
    }
  };
  redis.on('ready', () => {
    if (overdue.size > 0) clear([]).catch(() => {}); // the next read tries again
  });

  return {
    async read(key, subgraphs) {
      if (overdue.size > 0) await clear([]);
      const names = [entryOf(key), ...subgraphs.map(versionOf), ...subgraphs.map(suspensionOf)];
      const [entry, ...states] = await redis.mget(names);
      const [versions, suspensions] = [states.slice(0, subgraphs.length), states.slice(subgraphs.length)];
      written.get(entryOf(key)); // so that it moves to the young end
      return {
        entry: entry ?? undefined,
        versions: suspensions.some((suspension) => suspension !== null) ? undefined : versions.join(),
      };
    },
    async write(key, entry, maxAgeSeconds) {
      const name = entryOf(key);
      written.set(name, name.length + entry.length, { ttl: maxAgeSeconds * 1_000 });
      if (written.has(name)) await redis.set(name, entry, 'EX', maxAgeSeconds);
    },
    clear,
    async suspend(subgraphs, seconds) {
      // Before they have their new version: nothing may be kept under that one meanwhile.
      const suspensions = subgraphs.map((subgraph) => redis.set(suspensionOf(subgraph), '1', 'EX', seconds));
      await Promise.all([...suspensions, clear(subgraphs)]);
    },
    close: () => redis.disconnect(),
  };
}
