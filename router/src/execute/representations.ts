import type { FetchDataRewrite, QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { applyRewrites } from '../plan/corrections/rewrites.ts';
import { jsonOf } from './json-text.ts';
import { merge } from './merge.ts';
import type { Entity } from './run.ts';

/** JSON of the representation by which a subgraph knows an entity; nothing when too little of it is known to ask for it. */
export type Represent = (entity: Entity) => string | undefined;

/**
 * For each type the fragment that holds is found once. Where there are several, where a selection has conditions of its
 * own further down or where the planner wants values rewritten, representations are built as objects.
 */
export function createRepresent(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  rewrites: FetchDataRewrite[] | undefined,
): Represent {
  const asObject: Represent = (entity) => {
    const representation = select(schema, entity, requires);
    if (!representation?.__typename) return undefined;
    applyRewrites(schema, rewrites, representation);
    return JSON.stringify(representation);
  };
  if (rewrites?.length) return asObject;

  const byType = new Map<unknown, Represent>();
  let lastTypename: unknown;
  let last: Represent | undefined;
  return (entity) => {
    const typename = entity.__typename;
    if (last === undefined || typename !== lastTypename) {
      last = byType.get(typename);
      if (last === undefined) {
        last = writerFor(schema, requires, entity) ?? asObject;
        if (schema.getType(String(typename))) byType.set(typename, last); // a subgraph could think up names without end
      }
      lastTypename = typename;
    }
    return last(entity);
  };
}

/** The fields that representations are made of, where one type is asked for and no field has others below. */
export function plainFieldsOf(requires: readonly QueryPlanSelectionNode[]): readonly string[] | undefined {
  const [only, ...others] = requires;
  if (others.length > 0 || only?.kind !== 'InlineFragment') return undefined;
  const names = only.selections.flatMap((field) =>
    field.kind === 'Field' && !field.selections ? responseNameOf(field) : [],
  );
  const isPlain = names.length === only.selections.length && names.includes('__typename');
  return isPlain && !names.some((name) => name in Object.prototype) ? names : undefined;
}

function writerFor(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  entity: Entity,
): Represent | undefined {
  const fitting = requires.filter(
    (selection) => selection.kind === 'Field' || isOfType(schema, entity, selection.typeCondition),
  );
  if (fitting.length === 0) return () => undefined;
  const [only, ...others] = fitting;
  if (others.length > 0 || only?.kind !== 'InlineFragment') return undefined;
  const named = only.selections.some((field) => field.kind === 'Field' && responseNameOf(field) === '__typename');
  const write = named ? writerOf(only.selections) : undefined;
  return write && ((known) => (known.__typename ? write(known) : undefined));
}

/** Fields without fragments among them; each key once, none that an object has by birth. */
function writerOf(selections: readonly QueryPlanSelectionNode[]): Represent | undefined {
  const fields: { readonly name: string; readonly key: string; readonly write: (value: unknown) => string }[] = [];
  for (const selection of selections) {
    if (selection.kind !== 'Field') return undefined;
    const name = responseNameOf(selection);
    const inner = selection.selections ? writerOf(selection.selections) : undefined;
    if (selection.selections && !inner) return undefined;
    if (name in Object.prototype || fields.some((field) => field.name === name)) return undefined;
    const key = `${fields.length === 0 ? '' : ','}${JSON.stringify(name)}:`;
    fields.push({ name, key, write: inner ? nested(inner) : jsonOf });
  }
  return (entity) => {
    let text = '{';
    for (const { name, key, write } of fields) {
      const value = entity[name];
      if (value === undefined) return undefined;
      text += key + write(value);
    }
    return `${text}}`;
  };
}

/** An object of which something is missing counts as null. */
const nested = (write: Represent) => {
  const one = (value: unknown): string =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? (write(value as Entity) ?? 'null') : 'null';
  return (value: unknown): string => (Array.isArray(value) ? `[${value.map(one).join(',')}]` : one(value));
};

/** What the gateway selects for a representation, rule by rule: nothing at all when a field is missing. */
function select(schema: GraphQLSchema, source: unknown, selections: readonly QueryPlanSelectionNode[]): Entity | null {
  if (source === null || source === undefined) return null;
  const entity = source as Entity; // of a scalar Object.hasOwn finds no fields
  const result: Entity = Object.create(null);
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = responseNameOf(selection);
      const value = Object.hasOwn(entity, name) ? entity[name] : undefined;
      if (value === undefined) return null;
      const { selections: inner } = selection;
      const pick = (each: unknown): unknown => (inner ? select(schema, each, inner) : each);
      result[name] = Array.isArray(value) ? value.map(pick) : pick(value);
    } else if (isOfType(schema, entity, selection.typeCondition)) {
      const part = select(schema, entity, selection.selections);
      if (part) merge(result, part);
    }
  }
  return result;
}

const responseNameOf = ({ alias, name }: QueryPlanFieldNode): string => alias ?? name;

/** An object without `__typename` is of no type. */
function isOfType(schema: GraphQLSchema, { __typename: typename }: Entity, condition: string | undefined): boolean {
  if (!typename || condition === undefined) return false;
  if (typename === condition) return true;
  const type = schema.getType(String(typename));
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}
