import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * How many fields an operation asks for at its root, those under another alias and those in fragments included; a
 * mutation runs each of them. `@skip` and `@include` are not looked at. The document must be valid.
 */
export function countRootFields(document: DocumentNode, operation: OperationDefinitionNode): number {
  const count = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return sum + (selection.name.value.startsWith('__') ? 0 : 1);
        case Kind.INLINE_FRAGMENT:
          return sum + count(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD: {
          const fragment = document.definitions.find(
            (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
          );
          return sum + (fragment?.kind === Kind.FRAGMENT_DEFINITION ? count(fragment.selectionSet) : 0);
        }
        default:
          return selection satisfies never;
      }
    }, 0);
  return count(operation.selectionSet);
}
