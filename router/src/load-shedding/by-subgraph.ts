import type { Executor } from '../execute/execute.ts';
import type { PlannedRequest } from '../plan/operation.ts';
import { subgraphsOf } from '../plan/subgraphs.ts';
import type { SubgraphClient } from '../subgraphs/client.ts';
import type { LoadShedding } from './load-shedding.ts';

/**
 * Refuses an operation before it begins where one of its subgraphs has more in hand than it gets done: half of an answer would be of
 * no use, and cost the others. Operations without that subgraph are none the worse for it.
 */
export function limitBySubgraph(executor: Executor, clients: ReadonlyMap<string, SubgraphClient>): Executor {
  const known = new WeakMap<PlannedRequest, readonly LoadShedding[]>();
  const loadsOf = (operation: PlannedRequest): readonly LoadShedding[] => {
    const loads = known.get(operation) ?? subgraphsOf(operation.plan).flatMap((name) => clients.get(name)?.load ?? []);
    known.set(operation, loads);
    return loads;
  };
  return {
    async request(operation, variables, context) {
      const loads = loadsOf(operation);
      for (const { refusal } of loads) if (refusal) throw refusal;
      for (const load of loads) load.enter();
      try {
        return await executor.request(operation, variables, context);
      } finally {
        for (const load of loads) load.leave();
      }
    },
    event: executor.event,
  };
}
