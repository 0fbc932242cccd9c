import { type ConstDirectiveNode, type DocumentNode, visit } from 'graphql';
import { argumentOf, type FieldedType } from './join-directives.ts';

/**
 * Puts the keys that a subgraph can't be entered by behind those that it can. To bring what a `@requires` needs, the planner
 * takes the first key that the subgraph knows, without asking whether it is resolvable.
 */
export function resolvableKeysFirst(supergraph: DocumentNode): DocumentNode {
  return visit(supergraph, { ObjectTypeDefinition: ordered, InterfaceTypeDefinition: ordered });
}

function ordered(type: FieldedType): FieldedType | undefined {
  const { directives = [] } = type;
  const closed = directives.filter(isClosedKey);
  if (closed.length === 0) return undefined;
  return { ...type, directives: [...directives.filter((directive) => !isClosedKey(directive)), ...closed] };
}

const isClosedKey = (directive: ConstDirectiveNode): boolean =>
  directive.name.value === 'join__type' && argumentOf(directive, 'resolvable') === false;
