import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** What one client may ask of the router. Times in milliseconds, sizes in bytes. */
export const limits = {
  bodyBytes: 100 * 1024,
  headersMs: 10_000,
  requestMs: 30_000,
  connectionsCheckMs: 1_000,
  keepAliveMs: 65_000,
  tokens: 1_000,
  /** Fields and spreads of an operation once its fragments are written out. */
  selections: 10_000,
  variableErrors: 5,
  socketFrameBytes: 64 * 1024,
  socketInitMs: 3_000,
  subscriptionsPerSocket: 20,
  eventsWaiting: 1_000,
} as const;

/**
 * Refuses a document whose fragments multiply. Each fragment is counted once, so the check is linear where the
 * expansion would be exponential.
 */
export function fewSelections(context: ValidationContext): ASTVisitor {
  const counted = new Map<FragmentDefinitionNode, number>();

  const count = (set: SelectionSetNode | undefined): number => {
    let sum = 0;
    for (const selection of set?.selections ?? []) {
      sum += 1;
      if (selection.kind !== Kind.FRAGMENT_SPREAD) sum += count(selection.selectionSet);
      else sum += countFragment(context.getFragment(selection.name.value));
    }
    return sum;
  };
  const countFragment = (fragment: FragmentDefinitionNode | null | undefined): number => {
    if (!fragment) return 0;
    const known = counted.get(fragment);
    if (known !== undefined) return known;
    counted.set(fragment, 0); // a fragment that spreads itself is another rule's affair
    const sum = count(fragment.selectionSet);
    counted.set(fragment, sum);
    return sum;
  };

  return {
    OperationDefinition(operation) {
      if (count(operation.selectionSet) <= limits.selections) return;
      context.reportError(
        new GraphQLError(`The operation selects more than ${limits.selections} fields; ask for less at a time.`, {
          nodes: operation,
        }),
      );
    },
  };
}

/** Beyond the rules of the GraphQL specification; for requests and subscriptions alike. */
export const validationRules = [fewSelections] as const;
