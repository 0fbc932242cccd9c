import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type ErrorCode, errorCatalogue } from '../../errors.ts';
import { responseNameOf } from './client-fields.ts';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

const refused: ErrorCode = 'GRAPHQL_VALIDATION_FAILED';

/**
 * The planner leaves out what it finds no way to, and the answer would have null there as if a subgraph had said so.
 * @throws GraphQLError that names the root fields which the plan does not ask any subgraph for
 */
export function refuseUnplanned(plan: QueryPlan, operation: OperationDefinitionNode, fragments: Fragments): void {
  const left = unplannedFields(plan, operation, fragments);
  if (left.length === 0) return;
  const names = left.map((name) => `"${name}"`).join(', ');
  throw new GraphQLError(
    `No subgraph can answer what is asked of ${names}; select other fields of it, or leave it out.`,
    {
      extensions: { code: refused, http: { status: errorCatalogue[refused].status } }, // `http` is for Apollo Server
    },
  );
}

/** Response names of root fields that stand under no `@skip` or `@include` and that no root fetch of the plan asks for. */
export function unplannedFields(
  plan: QueryPlan,
  operation: OperationDefinitionNode,
  fragments: Fragments,
): readonly string[] {
  const asked = rootFields(operation.selectionSet, fragments, isUndirected);
  if (asked.size === 0) return [];
  const planned = new Set(rootFetches(plan.node).flatMap(({ operation: text }) => [...fetchedFields(text)]));
  return [...asked].filter((name) => !planned.has(name));
}

function rootFetches(node: QueryPlan['node']): readonly FetchNode[] {
  if (!node) return [];
  switch (node.kind) {
    case 'Fetch':
      return node.requires ? [] : [node];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(rootFetches);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap(rootFetches);
    case 'Subscription':
      return [node.primary];
    case 'Flatten':
    case 'Defer': // never planned: it is not switched on
      return [];
  }
}

function fetchedFields(text: string): ReadonlySet<string> {
  const document: DocumentNode = parse(text, { noLocation: true });
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  return operation ? rootFields(operation.selectionSet, fragments, () => true) : new Set();
}

function rootFields(
  { selections }: SelectionSetNode,
  fragments: Fragments,
  counts: (selection: SelectionNode) => boolean,
): Set<string> {
  const names = new Set<string>();
  for (const selection of selections.filter(counts)) {
    if (selection.kind === Kind.FIELD) {
      if (!selection.name.value.startsWith('__')) names.add(responseNameOf(selection));
      continue;
    }
    const set =
      selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet;
    if (set) for (const name of rootFields(set, fragments, counts)) names.add(name);
  }
  return names;
}

const isUndirected = ({ directives = [] }: SelectionNode): boolean =>
  !directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
