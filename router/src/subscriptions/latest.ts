import type { GraphQLSchema } from 'graphql';
import type { PlannedSubscription } from '../plan/operation.ts';

/** Whether each event of a subscription tells the whole present state, so that the last one stands for all before it. */
export type IsLatest = (planned: PlannedSubscription) => boolean;

/**
 * By the directive `@latest` on a field of the subscription type, which its subgraph composes into the supergraph
 * (`@composeDirective`), or by the names of such fields.
 */
export function createIsLatest(fields: readonly string[] = []): IsLatest {
  const declared = new WeakMap<GraphQLSchema, ReadonlySet<string>>();
  const declaredIn = (schema: GraphQLSchema): ReadonlySet<string> => {
    const names = declared.get(schema) ?? new Set([...fields, ...fieldsWithDirective(schema)]);
    declared.set(schema, names);
    return names;
  };
  return ({ supergraph: { fullSchema }, operation }) => {
    const names = declaredIn(fullSchema);
    const fields = operation.expandAllFragments().selectionSet.selections();
    return fields.every((field) => field.kind === 'FieldSelection' && names.has(field.element.name));
  };
}

const fieldsWithDirective = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getSubscriptionType()?.getFields() ?? {})
    .filter(({ astNode }) => astNode?.directives?.some(({ name }) => name.value === 'latest'))
    .map(({ name }) => name);
