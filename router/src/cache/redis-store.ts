import { randomUUID } from 'node:crypto';
import type { Logger } from '@moa/telemetry';
import { connectRedis } from '../redis.ts';
import type { CacheStore } from './store.ts';

/** In Redis, for routers that stand side by side. While it is away, nothing is kept and nothing is given out. */
export function openRedisStore(url: string, logger: Logger): CacheStore {
  const redis = connectRedis(url, logger, 'response cache: Redis is away, every answer is fetched');
  const versionOf = (subgraph: string): string => `router-cache-version:${subgraph}`;
  const suspensionOf = (subgraph: string): string => `router-cache-suspension:${subgraph}`;
  const entryOf = (key: string): string => `router-cache:${key}`;
  return {
    async read(key, subgraphs) {
      const names = [entryOf(key), ...subgraphs.map(versionOf), ...subgraphs.map(suspensionOf)];
      const [entry, ...states] = await redis.mget(names);
      const [versions, suspensions] = [states.slice(0, subgraphs.length), states.slice(subgraphs.length)];
      return {
        entry: entry ?? undefined,
        versions: suspensions.some((suspension) => suspension !== null) ? undefined : versions.join(),
      };
    },
    async write(key, entry, maxAgeSeconds) {
      await redis.set(entryOf(key), entry, 'EX', maxAgeSeconds);
    },
    async clear(subgraphs) {
      await redis.mset(subgraphs.flatMap((subgraph) => [versionOf(subgraph), randomUUID()]));
    },
    async suspend(subgraphs, seconds) {
      const transaction = redis.multi();
      for (const subgraph of subgraphs) {
        transaction.set(versionOf(subgraph), randomUUID()).set(suspensionOf(subgraph), '1', 'EX', seconds);
      }
      await transaction.exec();
    },
    close: () => redis.disconnect(),
  };
}
