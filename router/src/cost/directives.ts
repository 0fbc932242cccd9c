import { type ConstDirectiveNode, type GraphQLSchema, valueFromASTUntyped } from 'graphql';

/** How the supergraph spells the directives of the cost specification. */
export type CostDirectives = { readonly cost: string; readonly listSize: string };

const specification = /^https?:\/\/specs\.apollo\.dev\/cost\//;

/** Composition keeps the subgraphs' own spelling, as its `@link` of the specification tells. */
export function costDirectivesOf({ astNode, extensionASTNodes }: GraphQLSchema): CostDirectives {
  const links = [astNode, ...extensionASTNodes]
    .flatMap((node) => node?.directives ?? [])
    .filter(({ name }) => name.value === 'link')
    .map(argumentsOf);
  const link = links.find(({ url }) => typeof url === 'string' && specification.test(url)) ?? {};
  const prefix = typeof link.as === 'string' ? link.as : 'cost';
  const imports = new Map((Array.isArray(link.import) ? link.import : []).map(importOf));
  return {
    cost: imports.get('@cost') ?? prefix,
    listSize: imports.get('@listSize') ?? `${prefix}__listSize`,
  };
}

/** `"@cost"` or `{name: "@cost", as: "@price"}`. */
function importOf(entry: unknown): [name: string, spelling: string] {
  if (typeof entry !== 'object' || entry === null) return [String(entry), String(entry).slice(1)];
  const { name, as = name }: { name?: unknown; as?: unknown } = entry;
  return [String(name), String(as).slice(1)];
}

type Node = { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;

/** The arguments of a node's directive as plain values, if it has the directive. */
export function directiveOn(node: Node, name: string): Readonly<Record<string, unknown>> | undefined {
  const directive = node?.directives?.find((candidate) => candidate.name.value === name);
  return directive && argumentsOf(directive);
}

/** The weight that `@cost` gives a node. */
export function weightOn(node: Node, { cost }: CostDirectives): number | undefined {
  const weight = directiveOn(node, cost)?.weight;
  return typeof weight === 'number' ? weight : undefined;
}

const argumentsOf = ({ arguments: given = [] }: ConstDirectiveNode): Record<string, unknown> =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
