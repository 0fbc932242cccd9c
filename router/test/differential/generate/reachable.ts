import { type ASTNode, type DefinitionNode, type DocumentNode, Kind, visit } from 'graphql';

/** An operation and all fragments that it uses, directly or not. */
export function reachable(document: DocumentNode, operationName: string | undefined): readonly DefinitionNode[] {
  const found = new Set(
    document.definitions.filter(
      (node) => node.kind === Kind.OPERATION_DEFINITION && node.name?.value === operationName,
    ),
  );
  for (const node of found) {
    const spread = namesOf('fragments', [node]);
    for (const other of document.definitions)
      if (other.kind === Kind.FRAGMENT_DEFINITION && spread.has(other.name.value)) found.add(other);
  }
  return [...found];
}

/** What `nodes` use themselves; declarations of variables are no use of them. */
export function namesOf(what: 'variables' | 'fragments', nodes: readonly ASTNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  const kind = what === 'variables' ? Kind.VARIABLE : Kind.FRAGMENT_SPREAD;
  for (const node of nodes)
    visit(node, {
      enter(inner) {
        if (inner.kind === Kind.VARIABLE_DEFINITION) return false;
        if (inner.kind === kind) names.add(inner.name.value);
        return undefined;
      },
    });
  return names;
}
