import type { FetchNode } from '@apollo/query-planner';
import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLSchema,
  getOperationAST,
  isInputType,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  parse,
  parseType,
  print,
  type SelectionSetNode,
  stripIgnoredCharacters,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
  visit,
} from 'graphql';
import { responseNameOf, responseNamesOf } from './corrections/client-fields.ts';
import type { ResumableFields } from './resumable-fields.ts';

/** How a subscription goes on where it broke off. */
export type Resumption = {
  /** The field, its argument and the cursor: where those of two plans are the same, so are their cursors. */
  readonly means: string;
  /** The variable by which the subgraph is told after which item to begin. No client's has this name. */
  readonly variable: string;
  /** Where an event has its cursor; the second is an alias of the router's own. */
  readonly place: readonly [field: string, alias: string];
  /** What the client has given, or else the argument's default. */
  readonly begin: (variables: Readonly<Record<string, unknown>>) => unknown;
};

/**
 * Rewrites what a subscription asks its subgraph, so that it can begin after any item and each event tells which one it is.
 * Nothing for a field that can't be resumed.
 */
export function makeResumable(
  source: FetchNode,
  schema: GraphQLSchema,
  fields: ResumableFields,
): { readonly source: FetchNode; readonly resumption: Resumption } | undefined {
  if (fields.size === 0) return undefined;
  const document = parse(source.operation);
  const operation = getOperationAST(document);
  const [root] = operation ? rootFieldsOf(operation.selectionSet) : [];
  const resumable = root && fields.get(root.name.value);
  if (!operation || !root || !resumable) return undefined;

  const { argument, from } = resumable;
  const declared = operation.variableDefinitions ?? [];
  const variable = freeName(argument.name, new Set(declared.map(nameOf)));
  const alias = freeName(from, responseNamesOf(document));
  const rewritten = { ...operation, selectionSet: atRoot(operation.selectionSet, rewrite) };
  function rewrite(field: FieldNode): FieldNode {
    const value = { kind: Kind.VARIABLE, name: named(variable) } as const;
    const others = field.arguments?.filter(({ name }) => name.value !== argument.name) ?? [];
    const cursor: FieldNode = { kind: Kind.FIELD, alias: named(alias), name: named(from) };
    return {
      ...field,
      arguments: [...others, { kind: Kind.ARGUMENT, name: named(argument.name), value }],
      selectionSet: { kind: Kind.SELECTION_SET, selections: [...(field.selectionSet?.selections ?? []), cursor] },
    };
  }
  const used = variablesIn(rewritten);
  const kept = declared.filter((definition) => used.has(nameOf(definition)));
  const own: VariableDefinitionNode = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: named(variable) },
    type: parseType(String(argument.type)),
  };
  const text = stripIgnoredCharacters(print({ ...rewritten, variableDefinitions: [...kept, own] }));
  return {
    source: { ...source, operation: text, variableUsages: kept.map(nameOf) },
    resumption: {
      means: `${root.name.value}(${argument.name}) ${from}`,
      variable,
      place: [responseNameOf(root), alias],
      begin: createBegin(root, argument, declared, schema),
    },
  };
}

/** The same field may stand there more than once, each time under another condition, and with the same arguments. */
const rootFieldsOf = ({ selections }: SelectionSetNode): readonly FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return selection.kind === Kind.INLINE_FRAGMENT ? rootFieldsOf(selection.selectionSet) : [];
  });

const atRoot = (selectionSet: SelectionSetNode, rewrite: (field: FieldNode) => FieldNode): SelectionSetNode => ({
  ...selectionSet,
  selections: selectionSet.selections.map((selection) => {
    if (selection.kind === Kind.FIELD) return rewrite(selection);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return selection; // the planner writes none
    return { ...selection, selectionSet: atRoot(selection.selectionSet, rewrite) };
  }),
});

function variablesIn({ selectionSet, directives = [] }: OperationDefinitionNode): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of [selectionSet, ...directives]) visit(node, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

function createBegin(
  { arguments: given = [] }: FieldNode,
  argument: GraphQLArgument,
  declared: readonly VariableDefinitionNode[],
  schema: GraphQLSchema,
): Resumption['begin'] {
  const value = given.find(({ name }: ArgumentNode) => name.value === argument.name)?.value;
  if (!value) return () => argument.defaultValue;
  const defaults = Object.fromEntries(
    declared.flatMap((definition) => {
      const type = typeFromAST(schema, definition.type);
      if (!definition.defaultValue || !isInputType(type)) return [];
      return [[nameOf(definition), valueFromAST(definition.defaultValue, type)] as const];
    }),
  );
  return (variables) => {
    const begin: unknown = valueFromAST(value, argument.type, { ...defaults, ...variables });
    return begin === undefined ? argument.defaultValue : begin;
  };
}

const nameOf = ({ variable }: VariableDefinitionNode): string => variable.name.value;
const named = (value: string): NameNode => ({ kind: Kind.NAME, value });

function freeName(name: string, taken: ReadonlySet<string>): string {
  const free = `router_${name}`;
  return taken.has(free) ? freeName(free, taken) : free;
}
