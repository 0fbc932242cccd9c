import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
  Kind,
} from 'graphql';

/** A way into the graph that somebody could try with an id of somebody else. */
export type Door = {
  /** `Mutation.cancelOrder(input.orderId)`, or `Member.orders` for a field with arguments on a type. */
  readonly name: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** Where the id stands; undefined for a field on a type, whose object is what is asked for by id. */
  readonly at: string | undefined;
};

/** Every root field that takes an id, once for each place where one may stand, and every field with arguments on a type. */
export function doorsOf(schema: GraphQLSchema): readonly Door[] {
  const roots = rootsOf(schema);
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .flatMap(({ type, field }): readonly Door[] => {
      const name = `${type.name}.${field.name}`;
      if (!roots.includes(type)) return field.args.length > 0 ? [{ name, field, at: undefined }] : [];
      return idPlaces(field).map((at) => ({ name: `${name}(${at})`, field, at }));
    });
}

export const rootsOf = (schema: GraphQLSchema): readonly GraphQLObjectType[] =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null);

const idPlaces = ({ args }: GraphQLField<unknown, unknown>): readonly string[] =>
  args.flatMap(({ name, type }) => placesIn(type, name));

function placesIn(type: GraphQLInputType, place: string): readonly string[] {
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    return Object.values(named.getFields()).flatMap((field) => placesIn(field.type, `${place}.${field.name}`));
  }
  return named.name === 'ID' ? [place] : [];
}

/** The keys by which others refer to a subgraph's types: `Order(id)`. */
export const entityKeysOf = (document: DocumentNode): readonly { readonly type: string; readonly key: string }[] =>
  document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
    const type = definition.name.value;
    return (definition.directives ?? [])
      .filter((directive) => directive.name.value === 'key')
      .flatMap((directive) => directive.arguments ?? [])
      .filter((argument) => argument.name.value === 'fields')
      .flatMap(({ value }) => (value.kind === Kind.STRING ? [{ type, key: value.value }] : []));
  });
