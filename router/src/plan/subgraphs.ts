import type { FetchNode, PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';

/** Every subgraph that the plan may ask, by name and in their order. */
export const subgraphsOf = ({ node }: QueryPlan): readonly string[] =>
  [...new Set(fetchesOf(node).map(({ serviceName }) => serviceName))].toSorted();

function fetchesOf(node: PlanNode | SubscriptionNode | undefined): readonly FetchNode[] {
  switch (node?.kind) {
    case undefined:
      return [];
    case 'Fetch':
      return [node];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap(fetchesOf);
    case 'Defer':
      return [node.primary.node, ...node.deferred.map((deferred) => deferred.node)].flatMap(fetchesOf);
    case 'Subscription':
      return [node.primary, node.rest].flatMap(fetchesOf);
  }
}
