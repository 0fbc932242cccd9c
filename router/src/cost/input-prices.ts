import { type GraphQLArgument, type GraphQLInputField, getNamedType, isInputObjectType } from 'graphql';
import { type CostDirectives, weightOn } from './directives.ts';

/** Of an argument or an input field, each time that it is given. */
export type InputPrice = { readonly weight: number; readonly fields: InputPrices };
export type InputPrices = ReadonlyMap<string, InputPrice>;

/** Reads prices of arguments. Input types may hold themselves, so each is read once. */
export function createInputPrices(names: CostDirectives) {
  const read = new Map<string, InputPrices>();
  const pricesOf = (inputs: readonly (GraphQLArgument | GraphQLInputField)[], into = new Map<string, InputPrice>()) => {
    for (const { name, type, astNode } of inputs) {
      const named = getNamedType(type);
      const weight = weightOn(astNode, names) ?? weightOn(named.astNode, names) ?? 0;
      const known = read.get(named.name);
      const fields = new Map<string, InputPrice>();
      if (!known && isInputObjectType(named)) {
        read.set(named.name, fields);
        pricesOf(Object.values(named.getFields()), fields);
      }
      into.set(name, { weight, fields: known ?? fields });
    }
    return into;
  };
  return (args: readonly GraphQLArgument[]): InputPrices => pricesOf(args);
}

/** What values as a client gives them cost; each entry of a list counts. */
export function costOfInput(values: unknown, prices: InputPrices): number {
  if (prices.size === 0 || typeof values !== 'object' || values === null) return 0;
  if (Array.isArray(values)) return values.reduce<number>((sum, value) => sum + costOfInput(value, prices), 0);
  let cost = 0;
  for (const [name, value] of Object.entries(values)) {
    const price = prices.get(name);
    if (!price || value === undefined || value === null) continue;
    cost += price.weight + costOfInput(value, price.fields);
  }
  return cost;
}
