import { Counter, type Registry } from 'prom-client';
import type { ResponseCache } from '../cache/cache.ts';

/** The same cache, counted. */
export function countLookups(cache: ResponseCache, registry: Registry): ResponseCache {
  const registers = [registry];
  const lookups = new Counter({
    name: 'router_response_cache_lookups_total',
    help: 'Queries that were looked up: answered from the cache (hit) or by subgraphs (miss). Those that can not be kept are not looked up.',
    labelNames: ['result'],
    registers,
  });
  const kept = new Counter({
    name: 'router_response_cache_kept_total',
    help: 'Answers that were put into the cache; of those that are overtaken by a change, or find it away, nothing is kept.',
    registers,
  });
  for (const result of ['hit', 'miss']) lookups.inc({ result }, 0);
  return {
    ...cache,
    async find(...asked) {
      const find = await cache.find(...asked);
      lookups.inc({ result: find.kind === 'found' ? 'hit' : 'miss' });
      if (find.kind === 'found') return find;
      return {
        ...find,
        keep(...answer) {
          kept.inc();
          return find.keep(...answer);
        },
      };
    },
  };
}
