import { type GraphQLArgument, type GraphQLSchema, getNullableType, isInterfaceType, isObjectType } from 'graphql';
import { argumentOf, directivesOf } from './corrections/join-directives.ts';

/** A field of the subscription type whose events are the items of a list, and which can begin after any of them. */
export type ResumableField = {
  /** It is given the item after which to begin. */
  readonly argument: GraphQLArgument;
  /** The field of an item that says which one it is. */
  readonly from: string;
};

/** By name. */
export type ResumableFields = ReadonlyMap<string, ResumableField>;

/**
 * The fields with the directive `@resume(argument:, from:)`, which their subgraph composes into the supergraph
 * (`@composeDirective`). @throws Error where one names something that isn't there
 */
export function readResumableFields(schema: GraphQLSchema): ResumableFields {
  const resumable = new Map<string, ResumableField>();
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const [directive] = field.astNode ? directivesOf(field.astNode, 'resume') : [];
    const name = directive && argumentOf(directive, 'argument');
    const from = directive && argumentOf(directive, 'from');
    if (typeof name !== 'string' || typeof from !== 'string') continue; // none, or somebody else's of that name
    const argument = field.args.find((each) => each.name === name);
    if (!argument)
      throw new Error(`@resume on the subscription "${field.name}" names an argument that it hasn't: "${name}".`);
    const item = getNullableType(field.type);
    if (!(isObjectType(item) || isInterfaceType(item)) || !item.getFields()[from])
      throw new Error(`@resume on the subscription "${field.name}" names a field that ${item} hasn't: "${from}".`);
    resumable.set(field.name, { argument, from });
  }
  return resumable;
}
