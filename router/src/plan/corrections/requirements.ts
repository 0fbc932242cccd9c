import {
  type ArgumentNode,
  BREAK,
  buildASTSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type GraphQLSchema,
  isInterfaceType,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';
import {
  type FieldedType,
  fieldedTypes,
  fieldSetOf,
  printFieldSet,
  requirementsOf,
  visitFieldSet,
} from './join-directives.ts';
import { readNeeds, signatureOf } from './needs.ts';

/** A field of the planner's copy of the supergraph only: a real field with the arguments that some `@requires` gives it. */
export type SyntheticField = { readonly name: string; readonly arguments: readonly ArgumentNode[] };
export type SyntheticFields = ReadonlyMap<string, SyntheticField>;

export type Separated = { readonly supergraph: DocumentNode; readonly fields: SyntheticFields };

/**
 * The planner tells fields apart by response name, and so mixes up two `@requires` that need one field with different
 * arguments. In its copy of the supergraph each of these gets a field of its own: `requires: "price(currency: USD)"` becomes
 * `requires: "price_required1"`. `separateFetches` makes of its plans what subgraphs understand.
 */
export function separateRequirements(supergraph: DocumentNode): Separated {
  const unchanged = { supergraph, fields: new Map() };
  const types = fieldedTypes(supergraph);
  const requirements = types.flatMap(({ fields = [] }) => fields.flatMap(requirementsOf));
  if (!requirements.some(hasArguments)) return unchanged;

  const schema = buildASTSchema(supergraph, { assumeValid: true, assumeValidSDL: true });
  const needs = readNeeds(supergraph, schema);
  const fields = new Map<string, SyntheticField>();
  const nameOf = createNames(types);
  /** The synthetic fields that each type gets. */
  const added = new Map<string, Set<string>>();
  const separate = (fieldSet: SelectionSetNode, typeName: string): SelectionSetNode =>
    visitFieldSet(fieldSet, typeName, schema, (field, on) => {
      if (needs.of(on, field.name.value).size < 2) return undefined;
      const { name, arguments: given = [] } = field;
      const synthetic = nameOf(field);
      fields.set(synthetic, { name: name.value, arguments: given });
      for (const type of [on, ...implementationsOf(schema, on)])
        added.set(type, (added.get(type) ?? new Set()).add(synthetic));
      return { ...field, name: { ...name, value: synthetic }, arguments: [] };
    });

  const rewrite = (type: FieldedType): FieldedType => ({
    ...type,
    fields: type.fields?.map((field) => withRequirements(field, (set) => separate(set, type.name.value))) ?? [],
  });
  const rewritten = visit(supergraph, { ObjectTypeDefinition: rewrite, InterfaceTypeDefinition: rewrite });
  if (fields.size === 0) return unchanged;

  const extend = (type: FieldedType): FieldedType => ({
    ...type,
    fields: [
      ...(type.fields ?? []),
      ...[...(added.get(type.name.value) ?? [])].flatMap((name) => copyOf(type, name, fields)),
    ],
  });
  return { supergraph: visit(rewritten, { ObjectTypeDefinition: extend, InterfaceTypeDefinition: extend }), fields };
}

/** One name for each field with its arguments; none that a field of the graph has. */
function createNames(types: readonly FieldedType[]): (field: FieldNode) => string {
  const taken = new Set(types.flatMap(({ fields = [] }) => fields.map(({ name }) => name.value)));
  const names = new Map<string, string>();
  return (field) => {
    const signature = signatureOf(field);
    const known = names.get(signature);
    if (known) return known;
    let count = 1;
    while (taken.has(`${field.name.value}_required${count}`)) count += 1;
    const name = `${field.name.value}_required${count}`;
    taken.add(name);
    names.set(signature, name);
    return name;
  };
}

/** The real field under another name: the same subgraphs serve it, and it needs the same. */
function copyOf(
  { fields = [] }: FieldedType,
  name: string,
  synthetic: SyntheticFields,
): readonly FieldDefinitionNode[] {
  const real = fields.find((field) => field.name.value === synthetic.get(name)?.name);
  return real ? [{ ...real, name: { kind: Kind.NAME, value: name }, arguments: [] }] : [];
}

function withRequirements(
  field: FieldDefinitionNode,
  separate: (fieldSet: SelectionSetNode) => SelectionSetNode,
): FieldDefinitionNode {
  if (requirementsOf(field).length === 0) return field;
  return { ...field, directives: field.directives?.map((directive) => withRequirement(directive, separate)) ?? [] };
}

function withRequirement(
  directive: ConstDirectiveNode,
  separate: (fieldSet: SelectionSetNode) => SelectionSetNode,
): ConstDirectiveNode {
  const fieldSet = fieldSetOf(directive, 'requires');
  if (directive.name.value !== 'join__field' || !fieldSet) return directive;
  const value = { kind: Kind.STRING, value: printFieldSet(separate(fieldSet)) } as const;
  const given = directive.arguments ?? [];
  return {
    ...directive,
    arguments: given.map((argument) => (argument.name.value === 'requires' ? { ...argument, value } : argument)),
  };
}

function implementationsOf(schema: GraphQLSchema, typeName: string): readonly string[] {
  const type = schema.getType(typeName);
  if (!isInterfaceType(type)) return [];
  const { objects, interfaces } = schema.getImplementations(type);
  return [...objects, ...interfaces].map(({ name }) => name);
}

function hasArguments(fieldSet: SelectionSetNode): boolean {
  let found = false;
  visit(fieldSet, {
    Argument() {
      found = true;
      return BREAK;
    },
  });
  return found;
}
