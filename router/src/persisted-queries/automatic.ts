import type { Logger } from '@moa/telemetry';
import { RouterError } from '../errors.ts';
import { type Documents, idIn, sha256Of } from './documents.ts';
import { openStore } from './store.ts';

export type PersistedQueryOptions = {
  /** Where routers that stand side by side keep texts together; each for itself without it. */
  readonly redisUrl?: string | undefined;
};

/** Automatic persisted queries: a client sends a text once, and its SHA-256 from then on. */
export function openPersistedQueries({ redisUrl }: PersistedQueryOptions, logger: Logger): Documents {
  const store = openStore(redisUrl, logger);
  return {
    async find({ query, extensions }) {
      const id = idIn(extensions);
      if (id === undefined) return query ? { text: query, byId: false } : undefined;
      if (!query) {
        const text = isSha256(id) ? await store.get(id) : undefined;
        if (text === undefined) throw new RouterError('PERSISTED_QUERY_NOT_FOUND');
        return { text, byId: true };
      }
      if (sha256Of(query) !== id) throw new RouterError('BAD_REQUEST', 'The hash is not the SHA-256 of the query.');
      return { text: query, byId: true, remember: () => store.set(id, query) };
    },
    close: store.close,
  };
}

/** Nothing else is kept, so nothing else is looked for. */
const isSha256 = (id: string): boolean => /^[0-9a-f]{64}$/.test(id);
