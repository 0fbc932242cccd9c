import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * The fields that an operation asks for at its root, those under another alias and those in fragments included; a mutation
 * runs each of them. `@skip` and `@include` are not looked at. The document must be valid.
 */
export function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode): readonly string[] {
  const fieldsOf = ({ selections }: SelectionSetNode): readonly string[] =>
    selections.flatMap((selection) => {
      switch (selection.kind) {
        case Kind.FIELD:
          return selection.name.value.startsWith('__') ? [] : [selection.name.value];
        case Kind.INLINE_FRAGMENT:
          return fieldsOf(selection.selectionSet);
        case Kind.FRAGMENT_SPREAD: {
          const fragment = document.definitions.find(
            (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
          );
          return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fieldsOf(fragment.selectionSet) : [];
        }
        default:
          return selection satisfies never;
      }
    });
  return fieldsOf(operation.selectionSet);
}
