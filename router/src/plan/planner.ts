import type { DocumentNode } from 'graphql';
import type { Supergraph } from '../supergraph.ts';
import { type PlannedOperation, planOperation } from './operation.ts';

export interface Planner {
  readonly supergraph: Supergraph;
  /** `source` is the text that `document` was parsed from; plans are remembered by it and the operation's name. */
  plan(source: string, document: DocumentNode, operationName: string | undefined): PlannedOperation;
}

const remembered = 1_000;

/** Belongs to one supergraph; its plans go when it goes. */
export function createPlanner(supergraph: Supergraph): Planner {
  const plans = new Map<string, PlannedOperation>();
  return {
    supergraph,
    plan(source, document, operationName) {
      const key = `${operationName ?? ''}\n${source}`;
      const hit = plans.get(key);
      const planned = hit ?? planOperation(supergraph, source, document, operationName);
      plans.delete(key); // so that the entry moves to the young end
      plans.set(key, planned);
      const oldest = plans.size > remembered ? plans.keys().next().value : undefined;
      if (oldest !== undefined) plans.delete(oldest);
      return planned;
    },
  };
}
