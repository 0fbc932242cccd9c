import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  isOutputType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** A type of a supergraph schema that has fields. */
export type FieldedType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

export const fieldedTypes = ({ definitions }: DocumentNode): readonly FieldedType[] =>
  definitions.filter(
    (node): node is FieldedType =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );

type Node = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

export const directivesOf = ({ directives = [] }: Node, name: string): readonly ConstDirectiveNode[] =>
  directives.filter((directive) => directive.name.value === name);

/** An argument that is a string, an enum value or a boolean, as written. */
export function argumentOf(directive: ConstDirectiveNode, name: string): string | boolean | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && 'value' in value ? value.value : undefined;
}

/** The field set of a `key:` or a `requires:`, if the directive has one. */
export function fieldSetOf(directive: ConstDirectiveNode, name: 'key' | 'requires'): SelectionSetNode | undefined {
  const text = argumentOf(directive, name);
  return typeof text === 'string' ? parseFieldSet(text) : undefined;
}

/** What the field needs of other subgraphs, for each subgraph that serves it and says so. */
export const requirementsOf = (field: FieldDefinitionNode): readonly SelectionSetNode[] =>
  directivesOf(field, 'join__field').flatMap((directive) => fieldSetOf(directive, 'requires') ?? []);

/** Visits every field with the type that it is selected on, inner ones first; one that is returned takes its place. */
export function visitFieldSet(
  fieldSet: SelectionSetNode,
  typeName: string,
  schema: GraphQLSchema,
  leave: (field: FieldNode, typeName: string) => FieldNode | undefined,
): SelectionSetNode {
  const type = schema.getType(typeName);
  const types = new TypeInfo(schema, isOutputType(type) ? type : undefined);
  const leaveTyped = (field: FieldNode) => {
    const parent = types.getParentType();
    return parent ? leave(field, parent.name) : undefined;
  };
  return visit(fieldSet, visitWithTypeInfo(types, { Field: { leave: leaveTyped } }));
}

/** As a directive writes it. */
export const printFieldSet = (fieldSet: SelectionSetNode): string =>
  stripIgnoredCharacters(print(fieldSet)).slice(1, -1);

function parseFieldSet(text: string): SelectionSetNode | undefined {
  const [definition] = parse(`{${text}}`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
}
