import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  OverlappingFieldsCanBeMergedRule,
  type SelectionSetNode,
  validate,
  visit,
} from 'graphql';

/** Takes out fields until no two of one response name contradict each other. */
export function withoutConflicts(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const [conflict] = validate(schema, document, [OverlappingFieldsCanBeMergedRule], { maxErrors: 1 });
  const last = conflict?.nodes?.at(-1);
  if (last?.kind !== Kind.FIELD) return document;
  return withoutConflicts(schema, without(document, last));
}

const without = (document: DocumentNode, field: FieldNode): DocumentNode =>
  visit(document, {
    Field: (node) => (node === field ? null : undefined),
    SelectionSet: {
      leave: (set): SelectionSetNode | undefined => (set.selections.length > 0 ? undefined : onlyTypename),
    },
  });

const onlyTypename: SelectionSetNode = {
  kind: Kind.SELECTION_SET,
  selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
};
