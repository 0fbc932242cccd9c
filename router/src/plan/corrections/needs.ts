import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  print,
  type ValueNode,
} from 'graphql';
import { directivesOf, fieldedTypes, fieldSetOf, requirementsOf, visitFieldSet } from './join-directives.ts';

/** What the planner may add to a selection on its own: fields of `@key` and `@requires`, each with its arguments. */
export interface Needs {
  /** How the field of this name is needed of objects that can stand where `typeName` is: a signature for each way. */
  of(typeName: string, fieldName: string): ReadonlySet<string>;
  readonly fieldNames: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** `schema` is the schema of `supergraph`, whole. */
export function readNeeds(supergraph: DocumentNode, schema: GraphQLSchema): Needs {
  const declared = new Map<string, Map<string, Set<string>>>();
  for (const type of fieldedTypes(supergraph)) {
    const keys = directivesOf(type, 'join__type').flatMap((directive) => fieldSetOf(directive, 'key') ?? []);
    const requirements = (type.fields ?? []).flatMap(requirementsOf);
    for (const fieldSet of [...keys, ...requirements])
      visitFieldSet(fieldSet, type.name.value, schema, (field, typeName) => {
        const fields = entry(declared, typeName, () => new Map<string, Set<string>>());
        entry(fields, field.name.value, () => new Set<string>()).add(signatureOf(field));
      });
  }

  const known = new Map<string, Map<string, Set<string>>>();
  const neededOf = (typeName: string) =>
    entry(known, typeName, () => {
      const all = new Map<string, Set<string>>();
      for (const related of relatedTypes(schema, typeName))
        for (const [name, signatures] of declared.get(related) ?? [])
          for (const signature of signatures) entry(all, name, () => new Set<string>()).add(signature);
      return all;
    });
  const fieldNames = new Set([...declared.values()].flatMap((fields) => [...fields.keys()]));
  return { of: (typeName, fieldName) => neededOf(typeName).get(fieldName) ?? nothing, fieldNames };
}

/** The field and its arguments, the same text for all that GraphQL would merge. */
export function signatureOf({ name, arguments: given = [] }: FieldNode): string {
  const written = given.map((argument) => `${argument.name.value}:${print(sorted(argument.value))}`).sort();
  return `${name.value}(${written.join(',')})`;
}

function sorted(value: ValueNode): ValueNode {
  if (value.kind === Kind.LIST) return { ...value, values: value.values.map(sorted) };
  if (value.kind !== Kind.OBJECT) return value;
  const fields = value.fields.map((field) => ({ ...field, value: sorted(field.value) }));
  return { ...value, fields: fields.sort((a, b) => (a.name.value < b.name.value ? -1 : 1)) };
}

/** The type, the objects that it can be, and the interfaces of these: a selection on any of them can meet one on it. */
export function relatedTypes(schema: GraphQLSchema, typeName: string): ReadonlySet<string> {
  const type = schema.getType(typeName);
  const objects: readonly GraphQLNamedType[] = isAbstractType(type)
    ? schema.getPossibleTypes(type)
    : type
      ? [type]
      : [];
  const interfaces = [...objects, ...(isInterfaceType(type) ? [type] : [])].flatMap((object) =>
    isObjectType(object) || isInterfaceType(object) ? object.getInterfaces() : [],
  );
  return new Set([typeName, ...[...objects, ...interfaces].map(({ name }) => name)]);
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
