import type { Logger } from '@moa/telemetry';
import { LRUCache } from 'lru-cache';
import { connectRedis } from '../redis.ts';

/** Texts under their ids. A fault of it is noted; a client whose text isn't found sends it again. */
export interface PersistedQueryStore {
  get(id: string): Promise<string | undefined>;
  set(id: string, text: string): void;
  close(): void;
}

/** At one router; those that nobody asked for the longest go first. */
const remembered = { texts: 1_000, characters: 4 * 1024 * 1024 };
const redisSeconds = 30 * 24 * 3_600;

/** In this process; with `redisUrl` also there, for routers that stand side by side. */
export function openStore(redisUrl: string | undefined, logger: Logger): PersistedQueryStore {
  if (redisUrl === undefined) {
    const memory = createMemory(() => {});
    return { get: async (id) => memory.get(id), set: (id, text) => void memory.set(id, text), close: () => {} };
  }

  const redis = connectRedis(redisUrl, logger, 'persisted queries: Redis is away, each router knows its own');
  const keyOf = (id: string): string => `router-persisted-query:${id}`;
  const note = (error: unknown): undefined => void logger.debug({ err: error }, 'persisted queries: Redis has failed');
  // Redis holds jobs too and throws nothing out by itself, so what a router forgets is forgotten there as well.
  const memory = createMemory((id) => void redis.unlink(keyOf(id)).catch(note));
  return {
    async get(id) {
      const known = memory.get(id);
      if (known !== undefined) return known;
      const text = await redis.get(keyOf(id)).catch(note);
      if (text) memory.set(id, text);
      return text ?? undefined;
    },
    set(id, text) {
      memory.set(id, text);
      redis.set(keyOf(id), text, 'EX', redisSeconds).catch(note);
    },
    close: () => redis.disconnect(),
  };
}

const createMemory = (onForgotten: (id: string) => void): LRUCache<string, string> =>
  new LRUCache({
    max: remembered.texts,
    maxSize: remembered.characters,
    sizeCalculation: (text, id) => text.length + id.length,
    dispose: (_text, id, reason) => {
      if (reason === 'evict') onForgotten(id);
    },
  });
