import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { limits } from './limits.ts';

/** How much a selection set asks for once its fragments are written out. */
type Size = {
  /** Of its own level. */
  readonly fields: number;
  readonly selections: number;
  /** Introspection, which graphql-js bounds by itself, has none. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
};

const nothing: Size = { fields: 0, selections: 0, depth: 0, aliases: 0, directives: 0 };

const together = (one: Size, other: Size): Size => ({
  fields: one.fields + other.fields,
  selections: one.selections + other.selections,
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
});

/**
 * Refuses an operation that asks for too much. Each fragment is measured once, so the check is linear where the expansion
 * would be exponential.
 */
export function operationSize(context: ValidationContext): ASTVisitor {
  const measured = new Map<FragmentDefinitionNode, Size>();

  const sizeOf = (set: SelectionSetNode | undefined): Size =>
    (set?.selections ?? []).map(sizeOfSelection).reduce(together, nothing);

  const sizeOfSelection = (selection: SelectionNode): Size => {
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? sizeOfFragment(context.getFragment(selection.name.value))
        : sizeOf(selection.selectionSet);
    const size = {
      ...inner,
      selections: inner.selections + 1,
      directives: inner.directives + (selection.directives?.length ?? 0),
    };
    if (selection.kind !== Kind.FIELD) return size;
    const depth = selection.name.value.startsWith('__') ? 0 : inner.depth + 1;
    return { ...size, fields: 1, depth, aliases: inner.aliases + (selection.alias ? 1 : 0) };
  };

  const sizeOfFragment = (fragment: FragmentDefinitionNode | null | undefined): Size => {
    if (!fragment) return nothing;
    const known = measured.get(fragment);
    if (known) return known;
    measured.set(fragment, nothing); // a fragment that spreads itself is another rule's affair
    const size = sizeOf(fragment.selectionSet);
    measured.set(fragment, size);
    return size;
  };

  return {
    OperationDefinition(operation) {
      const size = sizeOf(operation.selectionSet);
      const [excess] = [
        { count: size.selections, most: limits.selections, what: 'selected fields' },
        { count: size.fields, most: limits.rootFields, what: 'root fields' },
        { count: size.depth, most: limits.depth, what: 'levels' },
        { count: size.aliases, most: limits.aliases, what: 'aliases' },
        { count: size.directives, most: limits.directives, what: 'directives' },
      ].filter(({ count, most }) => count > most);
      if (!excess) return;
      const message = `The operation has more than ${excess.most} ${excess.what}; ask for less at a time.`;
      context.reportError(new GraphQLError(message, { nodes: operation }));
    },
  };
}

/** graphql-js finds no fault with a mutation where the schema has none: it would say so when it runs it. */
export function rootTypeExists(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (context.getSchema().getRootType(operation.operation)) return;
      context.reportError(new GraphQLError(`The schema has no ${operation.operation} fields.`, { nodes: operation }));
    },
  };
}

/** Beyond the rules of the GraphQL specification; for requests and subscriptions alike. */
export const validationRules = [operationSize, rootTypeExists] as const;
