import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
} from 'graphql';
import { limits } from '../../../src/limits.ts';
import { withoutConflicts } from './conflicts.ts';
import { Dice } from './dice.ts';
import { namesOf, reachable } from './reachable.ts';
import { type Page, selectionSet } from './selections.ts';
import type { OperationSketch } from './sketch.ts';
import { Variables } from './variables.ts';

export type WrittenDocument = {
  readonly document: DocumentNode;
  /** Of its operations; one that stands alone may have none. */
  readonly names: readonly (string | undefined)[];
  readonly variables: Variables;
};

/** Sketches → a valid document, whose operations share fragments. */
export function writeDocument(
  about: Pick<Page, 'schema' | 'values' | 'reserved'>,
  kind: OperationTypeNode,
  sketches: readonly OperationSketch[],
): WrittenDocument {
  const { schema } = about;
  const root = schema.getRootType(kind);
  if (!root) throw new Error(`The schema has no ${kind}.`);
  const variables = new Variables(about.values);
  const fragments: FragmentDefinitionNode[] = [];
  const operations = sketches.map(({ dice, below }, at): OperationDefinitionNode => {
    const room = { aliases: limits.aliases, directives: limits.directives };
    const name = sketches.length > 1 ? `Op${at}` : new Dice(dice).roll(3) > 0 ? 'Only' : undefined;
    return {
      kind: Kind.OPERATION_DEFINITION,
      operation: kind,
      ...(name && { name: { kind: Kind.NAME, value: name } }),
      selectionSet: selectionSet({ ...about, variables, fragments, room }, root, below),
    };
  });
  const definitions = [...operations, ...fragments];
  return {
    document: declared(withoutUnused(withoutConflicts(schema, { kind: Kind.DOCUMENT, definitions })), variables),
    names: operations.map(({ name }) => name?.value),
    variables,
  };
}

function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? reachable(document, node.name?.value) : [],
    ),
  );
  return { ...document, definitions: document.definitions.filter((definition) => used.has(definition)) };
}

/** Each operation declares what it and its fragments use. */
function declared(document: DocumentNode, variables: Variables): DocumentNode {
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return definition;
    const used = variables.named(namesOf('variables', reachable(document, definition.name?.value)));
    return { ...definition, variableDefinitions: used.map((variable) => variable.definition) };
  });
  return { ...document, definitions };
}
