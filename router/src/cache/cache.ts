import { createHash } from 'node:crypto';
import type { Logger } from '@moa/telemetry';
import { JsonText, textOf } from '../execute/json-text.ts';
import type { PlannedRequest, Variables } from '../plan/operation.ts';
import { createMemoryStore } from './memory-store.ts';
import { openRedisStore } from './redis-store.ts';
import type { CacheStore } from './store.ts';

export type CacheOptions = {
  /** Where routers that stand side by side keep answers together; each for itself without it. */
  readonly redisUrl?: string | undefined;
};

/** Answers that their subgraphs allow to be given to anybody again. A fault of it is noted, and costs no more than a fetch. */
export interface ResponseCache {
  /** @param subgraphs those that the operation is answered by */
  find(operation: PlannedRequest, variables: Variables, subgraphs: readonly string[]): Promise<Find>;
  /** Resolves once nobody, at any router, is given what was kept of these subgraphs before. */
  clear(subgraphs: readonly string[]): Promise<void>;
  /** For a subgraph that may be changing still, since what it was told to do was not answered. */
  suspend(subgraphs: readonly string[]): Promise<void>;
  close(): void;
}

export type Find =
  | { readonly kind: 'found'; readonly data: JsonText }
  /** `keep` does nothing for an answer that was overtaken by `clear` since. */
  | { readonly kind: 'missing'; keep(data: JsonText | Record<string, unknown>, maxAgeSeconds: number): Promise<void> };

/** What a subgraph was told to do has happened by then, or never will: no request takes longer. */
const suspensionSeconds = 30;

export const openCache = ({ redisUrl }: CacheOptions, logger: Logger): ResponseCache =>
  createCache(redisUrl ? openRedisStore(redisUrl, logger) : createMemoryStore(), logger);

function createCache(store: CacheStore, logger: Logger): ResponseCache {
  // Not warned of: while the store is away it would be a line for each question, and the store has said that it is away.
  const traced = (what: string) => (error: unknown) => {
    logger.debug({ err: error }, `response cache: ${what}`);
    return undefined;
  };
  const noted = (what: string) => (error: unknown) => logger.warn({ err: error }, `response cache: ${what}`);
  const missing: Find = { kind: 'missing', keep: async () => {} };

  return {
    async find(operation, variables, subgraphs) {
      const key = keyOf(operation, variables);
      const reading = await store.read(key, subgraphs).catch(traced('an answer could not be looked up'));
      const versions = reading?.versions;
      if (versions === undefined) return missing;
      const data = reading?.entry && dataIn(reading.entry, versions);
      if (data) return { kind: 'found', data };
      return {
        kind: 'missing',
        // Under the versions from before the answer was fetched: a change since then has given them new ones.
        keep: (answer, maxAgeSeconds) =>
          store
            .write(key, `${versions}\n${textOf(answer)}`, maxAgeSeconds)
            .catch(traced('an answer could not be kept')),
      };
    },
    clear: (subgraphs) => store.clear(subgraphs).catch(noted('answers could not be thrown away')),
    suspend: (subgraphs) =>
      store.suspend(subgraphs, suspensionSeconds).catch(noted('answers could not be thrown away')),
    close: store.close,
  };
}

/** The same for the same document, operation and variables at every router. */
const keyOf = ({ text, operationName, supergraph }: PlannedRequest, variables: Variables): string =>
  createHash('sha256')
    .update(JSON.stringify([supergraph.id, text, operationName ?? null, variables]))
    .digest('base64url');

function dataIn(entry: string, versions: string): JsonText | undefined {
  const end = entry.indexOf('\n');
  return entry.slice(0, end) === versions ? new JsonText(entry.slice(end + 1)) : undefined;
}
