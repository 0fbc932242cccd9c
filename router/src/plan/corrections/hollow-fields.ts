import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  type TypeNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { freeName, responseNamesOf } from './client-fields.ts';
import { argumentOf, directivesOf, type FieldedType, fieldedTypes } from './join-directives.ts';

/** Names such as `Query.offers`. */
export type HollowFields = ReadonlySet<string>;

/**
 * Fields of an interface that no object implements in the subgraphs which serve the field. They can only be null or an empty
 * list, but where what is selected of them would have to come from other subgraphs the planner leaves them out, with
 * whatever is above them.
 */
export function findHollowFields(supergraph: DocumentNode): HollowFields {
  const types = fieldedTypes(supergraph);
  const objects = types.filter(({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION);
  const implemented = new Set(
    objects.flatMap((type) =>
      directivesOf(type, 'join__implements').map((join) =>
        place(argumentOf(join, 'graph'), argumentOf(join, 'interface')),
      ),
    ),
  );
  const interfaces = types.filter(({ kind }) => kind === Kind.INTERFACE_TYPE_DEFINITION);
  const hollow = new Set(
    interfaces.flatMap((type) =>
      directivesOf(type, 'join__type')
        .filter((join) => argumentOf(join, 'isInterfaceObject') !== true)
        .map((join) => argumentOf(join, 'graph'))
        .filter((graph) => !implemented.has(place(graph, type.name.value)) && !servesAll(type, graph))
        .map((graph) => place(graph, type.name.value)),
    ),
  );
  const isHollow = (type: FieldedType, field: FieldDefinitionNode): boolean => {
    const graphs = graphsServing(type, field);
    return graphs.length > 0 && graphs.every((graph) => hollow.has(place(graph, namedType(field.type))));
  };
  return new Set(
    types.flatMap((type) =>
      (type.fields ?? [])
        .filter((field) => isHollow(type, field))
        .map((field) => fieldName(type.name.value, field.name.value)),
    ),
  );
}

/** Adds an aliased `__typename` to what is selected of hollow fields; a plain one the planner would leave out as well. */
export function askHollowFields(document: DocumentNode, schema: GraphQLSchema, hollow: HollowFields): DocumentNode {
  if (hollow.size === 0) return document;
  const alias = freeName('typename', responseNamesOf(document));
  const typename = {
    kind: Kind.FIELD,
    alias: { kind: Kind.NAME, value: alias },
    name: { kind: Kind.NAME, value: '__typename' },
  };
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave(field) {
          const parent = types.getParentType();
          const { selectionSet } = field;
          if (!selectionSet || !parent || !hollow.has(fieldName(parent.name, field.name.value))) return undefined;
          return { ...field, selectionSet: { ...selectionSet, selections: [...selectionSet.selections, typename] } };
        },
      },
    }),
  );
}

/** A field that says nothing of subgraphs is served by all that have its type. */
function graphsServing(type: FieldedType, field: FieldDefinitionNode): readonly unknown[] {
  const joins = directivesOf(field, 'join__field');
  if (joins.length === 0) return directivesOf(type, 'join__type').map((join) => argumentOf(join, 'graph'));
  const isServed = (join: ConstDirectiveNode): boolean =>
    argumentOf(join, 'external') !== true && argumentOf(join, 'usedOverridden') !== true;
  return joins.filter(isServed).map((join) => argumentOf(join, 'graph'));
}

const servesAll = (type: FieldedType, graph: unknown): boolean =>
  (type.fields ?? []).every((field) => graphsServing(type, field).includes(graph));

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

const place = (graph: unknown, type: unknown): string => `${graph} ${type}`;

const fieldName = (type: string, field: string): string => `${type}.${field}`;
