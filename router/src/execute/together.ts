import type { PlanNode } from '@apollo/query-planner';
import type { EntityFetch } from './entity-fetch.ts';
import type { PlanPath } from './places.ts';

/** Fetches that ask one subgraph the same of entities at several places, and what comes after each. */
export type Together = {
  readonly kind: 'Together';
  readonly fetches: readonly [EntityFetch, ...EntityFetch[]];
  readonly then: readonly PlanNode[];
};

/**
 * Of nodes that start at the same moment, those that can be one request. Only fetches with the very same operation are put
 * together: an entity is answered the same in a longer list, none waits for another's slower fields, and what follows
 * them starts as it would have. `path` is where the nodes stand.
 */
export function together(nodes: readonly PlanNode[], path: PlanPath): readonly (PlanNode | Together)[] {
  const groups = new Map<string | PlanNode, { node: PlanNode; fetch: EntityFetch | undefined; rest: PlanNode[] }[]>();
  for (const node of nodes) {
    const [first = node, ...rest] = node.kind === 'Sequence' ? node.nodes : [node];
    const fetch = entityFetchOf(first, path);
    const key = fetch ? keyOf(fetch) : node;
    groups.set(key, [...(groups.get(key) ?? []), { node, fetch, rest }]);
  }
  return Array.from(groups.values(), (members): readonly (PlanNode | Together)[] => {
    const [first, ...others] = members.flatMap(({ fetch }) => fetch ?? []);
    if (!first || others.length === 0) return members.map(({ node }) => node);
    const then = members.flatMap(({ rest }): PlanNode[] =>
      rest.length > 1 ? [{ kind: 'Sequence', nodes: rest }] : rest,
    );
    return [{ kind: 'Together', fetches: [first, ...others], then }];
  }).flat();
}

function entityFetchOf(node: PlanNode, path: PlanPath): EntityFetch | undefined {
  if (node.kind !== 'Flatten' || node.node.kind !== 'Fetch') return undefined;
  const { requires } = node.node;
  return requires && { node: { ...node.node, requires }, path: [...path, ...node.path] };
}

/** The same for fetches that differ in nothing but the name that the planner gave their operations. */
function keyOf({ node }: EntityFetch): string {
  const { serviceName, operation, operationName, requires, inputRewrites, outputRewrites, variableUsages } = node;
  const head = `query ${operationName}`;
  const text = operation.startsWith(head) ? operation.slice(head.length) : operation;
  return JSON.stringify([serviceName, text, requires, inputRewrites, outputRewrites, variableUsages]);
}
