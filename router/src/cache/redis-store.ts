import { randomUUID } from 'node:crypto';
import type { Logger } from '@moa/telemetry';
import { LRUCache } from 'lru-cache';
import { connectRedis } from '../redis.ts';
import { type CacheStore, entryLimits } from './store.ts';

type Change = {
  /** For how long nothing may be kept; 0 for a change that is over. */
  readonly suspendedSeconds: number;
};

const together = (change: Change, other: Change = change): Change =>
  change === other ? change : { suspendedSeconds: Math.max(change.suspendedSeconds, other.suspendedSeconds) };

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
  /** Changes that Redis did not take, since it was away or full. Until it has, nothing is given out here. */
  const overdue = new Map<string, Change>();

  const tell = async (changes: readonly (readonly [string, Change])[]): Promise<void> => {
    // Before they have their new version: nothing may be kept under that one meanwhile.
    const suspensions = changes
      .filter(([, { suspendedSeconds }]) => suspendedSeconds > 0)
      .map(([subgraph, { suspendedSeconds }]) => redis.set(suspensionOf(subgraph), '1', 'EX', suspendedSeconds));
    const versions = changes.flatMap(([subgraph]) => [versionOf(subgraph), randomUUID()]);
    try {
      await Promise.all([...suspensions, redis.mset(versions)]);
      // One that came since is told by itself.
      for (const [subgraph, change] of changes) if (overdue.get(subgraph) === change) overdue.delete(subgraph);
    } catch (error) {
      for (const [subgraph, change] of changes) overdue.set(subgraph, together(change, overdue.get(subgraph)));
      throw error;
    }
  };
  const change = (subgraphs: readonly string[], suspendedSeconds: number): Promise<void> =>
    tell(subgraphs.map((subgraph) => [subgraph, { suspendedSeconds }]));
  const catchUp = async (): Promise<void> => {
    if (overdue.size > 0) await tell([...overdue]);
  };
  redis.on('ready', () => void catchUp().catch(() => {})); // the next read tries again

  return {
    async read(key, subgraphs) {
      await catchUp();
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
    clear: (subgraphs) => change(subgraphs, 0),
    suspend: change,
    close: () => redis.disconnect(),
  };
}
