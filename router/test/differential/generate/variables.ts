import {
  GraphQLBoolean,
  type GraphQLInputType,
  GraphQLNonNull,
  isNonNullType,
  Kind,
  parseType,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';
import type { Dice } from './dice.ts';
import type { ValueWriter } from './values.ts';

export type Variable = {
  readonly name: string;
  readonly definition: VariableDefinitionNode;
  readonly type: GraphQLInputType;
  /** Null fits wherever it is used. */
  readonly nullable: boolean;
};

/** The variables of one document, made as its fields and directives come to need them. */
export class Variables {
  readonly #values: ValueWriter;
  readonly #all = new Map<string, Variable>();

  constructor(values: ValueWriter) {
    this.#values = values;
  }

  /** One for a place of this type: an earlier one that was made for such a place, or a new one. */
  at(type: GraphQLInputType, dice: Dice, placeHasDefault: boolean): VariableNode {
    const declaring = dice.roll(5);
    const bare = isNonNullType(type) ? type.ofType : type;
    const withDefault = declaring === 1 || declaring === 2;
    // A variable that may be null fits a place that may not only where one of the two has a default; null itself never does.
    const declared = isNonNullType(type) && !withDefault && !(declaring === 3 && placeHasDefault) ? type : bare;
    const required = declaring === 4 ? new GraphQLNonNull(bare) : declared;
    const nullable = !isNonNullType(type);
    const defaultValue = withDefault && required === bare ? this.#values.literal(bare, dice) : undefined;

    const key = `${required}${defaultValue ? ` = ${JSON.stringify(defaultValue)}` : ''}${nullable}${placeHasDefault}`;
    const known = this.#all.get(key);
    if (known && dice.roll(2) === 0) return known.definition.variable;
    const variable = variableNode(`v${this.#all.size}`);
    const definition: VariableDefinitionNode = {
      kind: Kind.VARIABLE_DEFINITION,
      variable,
      type: parseType(String(required)),
      ...(defaultValue?.kind !== Kind.VARIABLE && defaultValue && { defaultValue: constant(defaultValue) }),
    };
    this.#all.set(known ? `${key} ${variable.name.value}` : key, {
      name: variable.name.value,
      definition,
      type: required,
      nullable,
    });
    return variable;
  }

  condition(dice: Dice): VariableNode {
    return this.at(new GraphQLNonNull(GraphQLBoolean), dice, false);
  }

  named(names: ReadonlySet<string>): readonly Variable[] {
    return [...this.#all.values()].filter(({ name }) => names.has(name));
  }
}

/** One set of values: each variable has one, is null or is left out, as far as it may be. */
export function valuesFor(variables: readonly Variable[], values: ValueWriter, dice: Dice): Record<string, unknown> {
  const given = variables.flatMap(({ name, type, nullable }): [string, unknown][] => {
    const form = dice.roll(6);
    if (!isNonNullType(type)) {
      if (form === 4) return [];
      if (form === 5 && nullable) return [[name, null]];
    }
    return [[name, values.json(type, dice)]];
  });
  return Object.fromEntries(given);
}

const variableNode = (name: string): VariableNode => ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } });

/** Written without `variableAt`, so there are no variables in it. */
const constant = (value: ValueNode) => value as NonNullable<VariableDefinitionNode['defaultValue']>;
