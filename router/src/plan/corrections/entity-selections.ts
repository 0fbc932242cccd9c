import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

/** What an operation of a plan selects of entities. */
export type EntityOperation = {
  /** Each field with the type of the fragment that it stands in. */
  readonly fields: readonly { readonly field: FieldNode; readonly typeName: string }[];
  /** The same operation with only these fields of entities. */
  keep(fields: ReadonlySet<FieldNode>): { readonly text: string; readonly variables: ReadonlySet<string> };
};

/** `operation` is a text such as the planner writes: `query($representations:[_Any!]!){_entities(…){...on Product{name}}}`. */
export function readEntityOperation(operation: string): EntityOperation {
  const document = parse(operation, { noLocation: true });
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const definition = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const [entities] = definition?.selectionSet.selections ?? [];
  if (!definition || entities?.kind !== Kind.FIELD || !entities.selectionSet)
    throw new Error(`A plan asks for entities in a way that is not known: ${operation}`);

  const all = withoutSpreads(entities.selectionSet, fragments);
  const fields: { field: FieldNode; typeName: string }[] = [];
  const collect = ({ selections }: SelectionSetNode, typeName: string): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) fields.push({ field: selection, typeName });
      if (selection.kind === Kind.INLINE_FRAGMENT)
        collect(selection.selectionSet, selection.typeCondition?.name.value ?? typeName);
    }
  };
  collect(all, '_Entity');
  return {
    fields,
    keep(kept) {
      const selectionSet = only(all, kept);
      const shorter = {
        ...definition,
        selectionSet: { ...definition.selectionSet, selections: [{ ...entities, selectionSet }] },
      };
      return written(shorter, fragments);
    },
  };
}

function withoutSpreads(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  const selections = set.selections.map((selection): SelectionNode => {
    if (selection.kind === Kind.FIELD) return selection;
    if (selection.kind === Kind.INLINE_FRAGMENT)
      return { ...selection, selectionSet: withoutSpreads(selection.selectionSet, fragments) };
    const fragment = fragments.get(selection.name.value);
    if (!fragment) throw new Error(`A plan spreads a fragment that it doesn't have: ${selection.name.value}`);
    const { typeCondition, selectionSet } = fragment;
    const { directives = [] } = selection;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      directives,
      selectionSet: withoutSpreads(selectionSet, fragments),
    };
  });
  return { ...set, selections };
}

function only(set: SelectionSetNode, kept: ReadonlySet<FieldNode>): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return kept.has(selection) ? [selection] : [];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const selectionSet = only(selection.selectionSet, kept);
    return selectionSet.selections.length > 0 ? [{ ...selection, selectionSet }] : [];
  });
  return { ...set, selections };
}

/** With the fragments and variables that are still used, since a subgraph refuses others. */
function written(definition: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
  const used = new Map<string, FragmentDefinitionNode>();
  const variables = new Set<string>();
  const read = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void variables.add(name.value),
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        read(fragment);
      },
    });
  };
  read(definition);
  const variableDefinitions =
    definition.variableDefinitions?.filter(({ variable }) => variables.has(variable.name.value)) ?? [];
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...definition, variableDefinitions }, ...used.values()],
  };
  return { text: stripIgnoredCharacters(print(document)), variables };
}
