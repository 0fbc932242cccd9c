import type { OperationDefinitionNode } from 'graphql';
import type { Fragments } from './cost/estimate.ts';
import { RouterError } from './errors.ts';
import { limits } from './limits.ts';
import type { Variables } from './plan/operation.ts';
import type { Supergraph } from './supergraph.ts';

/** What a valid operation asks too much of with these variables, if it does. It is told before it is planned. */
export function excessOf(
  { cost: meter }: Supergraph,
  operation: OperationDefinitionNode,
  fragments: Fragments,
  variables: Variables,
): RouterError | undefined {
  // First of all: whoever walks through values by recursion could run out of stack.
  if (isDeeper(variables, limits.variableDepth))
    return new RouterError(
      'BAD_USER_INPUT',
      `Variables may be nested ${limits.variableDepth} levels deep; these are deeper.`,
    );
  const cost = meter.costOf(operation, fragments, variables);
  if (cost <= limits.cost) return undefined;
  const estimate = cost.toLocaleString('en', { maximumSignificantDigits: 3 });
  const most = limits.cost.toLocaleString('en');
  return new RouterError(
    'OPERATION_TOO_EXPENSIVE',
    `The operation may return about ${estimate} objects, and ${most} is the most; ask for shorter lists or fewer fields.`,
  );
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
