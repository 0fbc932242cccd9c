import type { FetchDataRewrite, FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type FieldNode, type GraphQLSchema, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { readEntityOperation } from './entity-selections.ts';
import { relatedTypes } from './needs.ts';
import type { SyntheticFields } from './requirements.ts';
import { placeOf, type Told, type ToldFor } from './told.ts';

export type Requirements = { readonly fields: SyntheticFields; readonly told: ToldFor };

type Group = { readonly fields: Set<FieldNode>; readonly told: Map<string, ReadonlySet<string>> };

/**
 * Makes of a plan over synthetic fields what subgraphs understand: asks for the real ones with their arguments, gives them
 * their real names in representations, and splits a fetch for which one name would have to stand for two values.
 */
export function separateFetches(plan: QueryPlan, { fields, told }: Requirements, schema: GraphQLSchema): QueryPlan {
  const { node } = plan;
  if (fields.size === 0 || !node) return plan;
  const fetches = (fetch: FetchNode): readonly FetchNode[] => {
    const named = withRealFields(fetch, fields);
    return named.requires && selects(named.requires, fields) ? splitFetch(named, { fields, told }, schema) : [named];
  };
  const separate = (each: PlanNode): PlanNode => {
    switch (each.kind) {
      case 'Fetch':
        return inParallel(fetches(each));
      case 'Flatten':
        if (each.node.kind !== 'Fetch') return { ...each, node: separate(each.node) };
        return inParallel(fetches(each.node).map((fetch) => ({ ...each, node: fetch })));
      case 'Sequence':
        return { ...each, nodes: each.nodes.map(separate) };
      case 'Parallel':
        return inParallel(each.nodes.map(separate).flatMap((part) => (part.kind === 'Parallel' ? part.nodes : [part])));
      case 'Condition': {
        const { ifClause, elseClause } = each;
        return {
          ...each,
          ...(ifClause && { ifClause: separate(ifClause) }),
          ...(elseClause && { elseClause: separate(elseClause) }),
        };
      }
      case 'Defer': // never planned: it is not switched on
        return each;
    }
  };
  if (node.kind !== 'Subscription') return { ...plan, node: separate(node) };
  const { primary, rest } = node;
  return {
    ...plan,
    node: { ...node, primary: withRealFields(primary, fields), ...(rest && { rest: separate(rest) }) },
  };
}

function inParallel(nodes: readonly PlanNode[]): PlanNode {
  const [only, ...others] = nodes;
  return only && others.length === 0 ? only : { kind: 'Parallel', nodes: [...nodes] };
}

/** `price_required1` → `price_required1:price(currency:"EUR")` */
function withRealFields(fetch: FetchNode, fields: SyntheticFields): FetchNode {
  if (![...fields.keys()].some((name) => fetch.operation.includes(name))) return fetch;
  const document = visit(parse(fetch.operation, { noLocation: true }), {
    Field(field) {
      const real = fields.get(field.name.value);
      if (!real) return undefined;
      const { alias = field.name, name } = field;
      return { ...field, alias, name: { ...name, value: real.name }, arguments: [...real.arguments] };
    },
  });
  return { ...fetch, operation: stripIgnoredCharacters(print(document)) };
}

function splitFetch(fetch: FetchNode, { fields, told }: Requirements, schema: GraphQLSchema): readonly FetchNode[] {
  const operation = readEntityOperation(fetch.operation);
  const groups: Group[] = [];
  for (const { field, typeName } of operation.fields) {
    const needed = toldTogether(
      [...relatedTypes(schema, typeName)].map((type) => told(fetch.serviceName, type, field.name.value)),
    );
    const fitting = groups.find((each) => agree(each.told, needed));
    const group: Group = fitting ?? { fields: new Set(), told: new Map() };
    if (!fitting) groups.push(group);
    group.fields.add(field);
    for (const [place, names] of needed) group.told.set(place, names);
  }
  return groups.map((group) => {
    const requires = narrowed(fetch.requires ?? [], fields, group.told);
    const inputRewrites = [...renamers(requires, fields, []), ...(fetch.inputRewrites ?? [])];
    if (groups.length === 1) return { ...fetch, requires, inputRewrites };
    const { text, variables } = operation.keep(group.fields);
    const variableUsages = fetch.variableUsages?.filter((name) => variables.has(name)) ?? [];
    return { ...fetch, operation: text, variableUsages, requires, inputRewrites };
  });
}

function toldTogether(each: readonly (Told | undefined)[]): Told {
  const together = new Map<string, Set<string>>();
  for (const told of each)
    for (const [place, names] of told ?? []) together.set(place, new Set([...(together.get(place) ?? []), ...names]));
  return together;
}

const agree = (one: Told, other: Told): boolean =>
  [...other].every(([place, names]) => {
    const known = one.get(place);
    return !known || (known.size === names.size && known.isSupersetOf(names));
  });

function selects(selections: readonly QueryPlanSelectionNode[], fields: SyntheticFields): boolean {
  return selections.some(
    (selection) =>
      (selection.kind === 'Field' && fields.has(selection.name)) || selects(selection.selections ?? [], fields),
  );
}

/** Without the synthetic fields that are told of at other places or not at all, and without what selects nothing else. */
function narrowed(
  selections: readonly QueryPlanSelectionNode[],
  fields: SyntheticFields,
  told: Told,
  above = '',
): QueryPlanSelectionNode[] {
  return selections.flatMap((selection): QueryPlanSelectionNode[] => {
    const place = selection.kind === 'Field' ? placeOf(above, selection.name, fields) : above;
    if (selection.kind === 'Field' && fields.has(selection.name) && !told.get(place)?.has(selection.name)) return [];
    if (!selection.selections) return [selection];
    const inner = narrowed(selection.selections, fields, told, place);
    return inner.length > 0 ? [{ ...selection, selections: inner }] : [];
  });
}

/** Inner ones first: the path to them goes through names that are not changed yet. */
function renamers(
  selections: readonly QueryPlanSelectionNode[],
  fields: SyntheticFields,
  above: readonly string[],
): FetchDataRewrite[] {
  return selections.flatMap((selection): FetchDataRewrite[] => {
    const step =
      selection.kind === 'Field' ? selection.name : selection.typeCondition && `... on ${selection.typeCondition}`;
    const path = step ? [...above, step] : [...above];
    const inner = renamers(selection.selections ?? [], fields, path);
    const real = selection.kind === 'Field' ? fields.get(selection.name) : undefined;
    return real ? [...inner, { kind: 'KeyRenamer', path, renameKeyTo: real.name }] : inner;
  });
}
