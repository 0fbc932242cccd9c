import {
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { limits } from '../limits.ts';
import { costOfInput } from './input-prices.ts';
import type { FieldPrice, Prices } from './prices.ts';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode | undefined>>;
type Values = Readonly<Record<string, unknown>>;

export type Estimate = {
  readonly cost: number;
  /** The variables that it depends on, as they were sent. */
  readonly read: ReadonlyMap<string, unknown>;
};

/** How long the lists right below a field are, as its arguments tell: `orders(first: 5) { nodes }`. */
type Page = { readonly size: number; readonly fields: readonly string[] | undefined };

/**
 * What an operation may cost its subgraphs before anybody knows the data: every object that it may return counts, lists
 * multiply by the length that was asked for, and of an interface or a union the dearest type counts. Each selection set is
 * measured once per type, however often its fragment is spread. The document must be valid.
 */
export function estimateCost(
  prices: Prices,
  definition: OperationDefinitionNode,
  fragments: Fragments,
  variables: Values,
): Estimate {
  const read = new Map<string, unknown>();
  const values = readable(definition, variables, read);
  const measured = new Map<SelectionSetNode, Map<string, number>>();

  /** Of one object of the type, which may be abstract. */
  const costOfSet = (set: SelectionSetNode, typeName: string, weight: number | undefined, page: Page | undefined) => {
    let dearest = 0;
    for (const type of prices.objectTypes.get(typeName) ?? [])
      dearest = Math.max(dearest, (weight ?? prices.weights.get(type) ?? 1) + costOn(set, type, page));
    return dearest;
  };

  const costOn = (set: SelectionSetNode, type: string, page: Page | undefined): number => {
    const known = measured.get(set) ?? new Map<string, number>();
    const key = page ? `${type} ${page.size} ${page.fields?.join() ?? ''}` : type;
    let cost = known.get(key);
    if (cost === undefined) {
      cost = set.selections.reduce((sum, selection) => sum + costOfSelection(selection, type, page), 0);
      measured.set(set, known.set(key, cost));
    }
    return cost;
  };

  const costOfSelection = (selection: SelectionNode, type: string, page: Page | undefined): number => {
    if (isLeftOut(selection, values)) return 0;
    if (selection.kind === Kind.FIELD) {
      const price = prices.fields.get(type)?.get(selection.name.value); // the schema's own fields have none
      return price ? costOfField(selection, price, page) : 0;
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
    const condition = fragment?.typeCondition?.name.value;
    if (!fragment || (condition !== undefined && !prices.objectTypes.get(condition)?.has(type))) return 0;
    return costOn(fragment.selectionSet, type, page);
  };

  const costOfField = (field: FieldNode, price: FieldPrice, above: Page | undefined): number => {
    const { selectionSet, name } = field;
    const args = price.slicedBy.length > 0 || price.inputs.size > 0 ? argumentsOf(field, price, values) : {};
    const size = sizeIn(args, price.slicedBy) ?? price.assumedSize;
    const page = !price.isList && size !== undefined ? { size, fields: price.sizedFields } : undefined;
    const one =
      selectionSet && price.returns !== undefined
        ? costOfSet(selectionSet, price.returns, price.weight, page)
        : (price.weight ?? 0);
    const count = price.isList ? (size ?? sizeFor(name.value, above) ?? limits.listSize) : 1;
    return count * one + costOfInput(args, price.inputs);
  };

  return { cost: costOn(definition.selectionSet, prices.roots[definition.operation] ?? '', undefined), read };
}

const sizeFor = (field: string, page: Page | undefined): number | undefined =>
  page && (page.fields?.includes(field) ?? true) ? page.size : undefined;

/** The largest of the sizes that are asked for. */
function sizeIn(args: Values, names: readonly string[]): number | undefined {
  const sizes = names.map((name) => args[name]).filter(isLength);
  return sizes.length > 0 ? Math.max(...sizes) : undefined;
}

const isLength = (value: unknown): value is number => typeof value === 'number' && value >= 0;

function argumentsOf({ arguments: given = [] }: FieldNode, { defaults }: FieldPrice, values: Values): Values {
  const args: Record<string, unknown> = Object.fromEntries(defaults);
  for (const { name, value } of given) {
    const known = valueFromASTUntyped(value, values);
    if (known !== undefined) args[name.value] = known;
  }
  return args;
}

/** By `@skip` or `@include`. */
const isLeftOut = ({ directives = [] }: SelectionNode, values: Values): boolean =>
  directives.some(({ name, arguments: [condition] = [] }) => {
    const met = condition && valueFromASTUntyped(condition.value, values);
    return (name.value === 'skip' && met === true) || (name.value === 'include' && met === false);
  });

/** Values of variables, as they are looked up; each that is read is noted as it was sent. */
function readable(
  { variableDefinitions = [] }: OperationDefinitionNode,
  sent: Values,
  read: Map<string, unknown>,
): Values {
  const values: Record<string, unknown> = Object.create(null); // `__proto__` is a legal name
  for (const { variable, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const get = (): unknown => {
      const value = sentValue(sent, name);
      read.set(name, value);
      return value === undefined && defaultValue ? valueFromASTUntyped(defaultValue) : value;
    };
    Object.defineProperty(values, name, { get });
  }
  return values;
}

/** What a client gave a variable. */
export const sentValue = (sent: Values, name: string): unknown => (Object.hasOwn(sent, name) ? sent[name] : undefined);
