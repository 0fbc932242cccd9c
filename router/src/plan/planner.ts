import { type DocumentNode, getOperationAST, separateOperations } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Supergraph } from '../supergraph.ts';
import { type PlannedOperation, planOperation } from './operation.ts';

export interface Planner {
  readonly supergraph: Supergraph;
  /** Texts that are remembered. */
  readonly size: number;
  /**
   * `source` is the text that `document` was parsed from, and valid; plans are remembered by it and the operation's name.
   * @throws what the planner throws for an operation that it can't plan
   */
  plan(source: string, document: DocumentNode, operationName: string | undefined): PlannedOperation;
  /** The same for a text that was planned before and isn't forgotten. */
  known(source: string, operationName: string | undefined): PlannedOperation | undefined;
}

/**
 * Texts, and characters of them all together: what is made of a text is some twenty times as large. A text counts once for
 * each of its operations that was planned, and `operation` more, for a plan is never small.
 */
const remembered = { texts: 1_000, characters: 4 * 1024 * 1024, operation: 1_000 };

/** Belongs to one supergraph; its plans go when it goes. */
export function createPlanner(supergraph: Supergraph): Planner {
  const plans = new LRUCache<string, ReadonlyMap<string, PlannedOperation>>({
    max: remembered.texts,
    maxSize: remembered.characters,
    sizeCalculation: (operations, source) => operations.size * (source.length + remembered.operation),
  });
  const known: Planner['known'] = (source, operationName = '') => plans.get(source)?.get(operationName);

  return {
    supergraph,
    get size() {
      return plans.size;
    },
    known,
    plan(source, document, operationName) {
      const hit = known(source, operationName);
      if (hit) return hit;
      const planned = planOperation(supergraph, source, alone(document, operationName), operationName);
      // A new map, since one that is there already is not measured again.
      plans.set(source, new Map(plans.get(source)).set(operationName ?? '', planned));
      return planned;
    },
  };
}

/** One operation with its fragments: the planner would look for the variables of all the others, too. */
function alone(document: DocumentNode, operationName: string | undefined): DocumentNode {
  const name = getOperationAST(document, operationName)?.name?.value ?? '';
  return separateOperations(document)[name] ?? document;
}
