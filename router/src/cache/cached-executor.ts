import type { Executor } from '../execute/execute.ts';
import type { PlannedRequest } from '../plan/operation.ts';
import { subgraphsOf } from '../plan/subgraphs.ts';
import { type HeardSubgraph, heardBy } from '../request-context.ts';
import type { ResponseCache } from './cache.ts';

/** What is asked once more is answered from the cache where its subgraphs allow it. */
export function cacheAnswers(executor: Executor, cache: ResponseCache): Executor {
  /** Operations of which an answer could be kept, or not: those need no look. */
  const isCacheable = new WeakMap<PlannedRequest, boolean>();
  const subgraphs = new WeakMap<PlannedRequest, readonly string[]>();
  const namesOf = (operation: PlannedRequest): readonly string[] => {
    const known = subgraphs.get(operation) ?? subgraphsOf(operation.plan);
    subgraphs.set(operation, known);
    return known;
  };

  const query: Executor['request'] = async (operation, variables, context) => {
    const names = namesOf(operation);
    const look = names.length > 0 && isCacheable.get(operation) !== false;
    const find = look ? await cache.find(operation, variables, names) : undefined;
    if (find?.kind === 'found') return { data: find.data };

    const asked = performance.now();
    let maxAge = Number.POSITIVE_INFINITY;
    const heard: HeardSubgraph = (_subgraph, answer) => {
      maxAge = Math.min(maxAge, answer?.maxAge ?? 0);
    };
    const result = await executor.request(operation, variables, heardBy(heard, context));
    if (result.errors || result.extensions) return result; // of data that doesn't fit the schema the extensions tell
    isCacheable.set(operation, maxAge > 0);
    // The answer may have been made when the question was asked (RFC 9111, 4.2.3).
    const restSeconds = maxAge - Math.ceil((performance.now() - asked) / 1_000);
    if (restSeconds > 0 && Number.isFinite(restSeconds) && result.data) void find?.keep(result.data, restSeconds);
    return result;
  };

  const mutation: Executor['request'] = async (operation, variables, context) => {
    const changed = new Set<string>();
    const unanswered = new Set<string>();
    const heard: HeardSubgraph = (subgraph, answer) => {
      if (!answer) unanswered.add(subgraph);
      else if (answer.clearsCache) changed.add(subgraph);
    };
    try {
      return await executor.request(operation, variables, heardBy(heard, context));
    } finally {
      if (changed.size > 0) await cache.clear([...changed]);
      if (unanswered.size > 0) await cache.suspend([...unanswered]);
    }
  };

  return {
    request: (operation, variables, context) =>
      operation.definition.operation === 'query'
        ? query(operation, variables, context)
        : mutation(operation, variables, context),
    event: executor.event,
  };
}
