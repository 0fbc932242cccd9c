import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { type Estimate, estimateCost, type Fragments, sentValue } from './estimate.ts';
import type { Prices } from './prices.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Weighs operations of one supergraph. */
export interface CostMeter {
  /** The operation must be valid; variables may be anything. */
  costOf(operation: OperationDefinitionNode, fragments: Fragments, variables: Variables): number;
}

export function createCostMeter(prices: Prices): CostMeter {
  const latest = new WeakMap<OperationDefinitionNode, Estimate>();
  return {
    costOf(operation, fragments, variables) {
      const known = latest.get(operation);
      if (known && isFor(known, variables)) return known.cost;
      const estimate = estimateCost(prices, operation, fragments, variables);
      if (isSmall(estimate)) latest.set(operation, estimate);
      return estimate.cost;
    },
  };
}

/** Most operations are asked again with the same lengths of their pages, or depend on no variable. */
function isFor({ read }: Estimate, variables: Variables): boolean {
  for (const [name, value] of read) if (sentValue(variables, name) !== value) return false;
  return true;
}

const longest = 100;

/** What is kept must not grow with what clients send; the same object never comes twice anyway. */
const isSmall = ({ read }: Estimate): boolean =>
  [...read.values()].every((value) =>
    typeof value === 'string' ? value.length <= longest : typeof value !== 'object' || value === null,
  );

export const fragmentsIn = ({ definitions }: DocumentNode): Fragments =>
  Object.fromEntries(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
