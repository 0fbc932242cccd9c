import {
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  type ObjectFieldNode,
  type ValueNode,
} from 'graphql';
import type { Dice } from './dice.ts';
import { anything, type Samples } from './samples.ts';

/** Gives a place of this type a variable, or nothing to have a literal there. */
export type VariableAt = (type: GraphQLInputType, dice: Dice, hasDefault: boolean) => ValueNode | undefined;

export type ValueWriter = {
  literal(type: GraphQLInputType, dice: Dice, variableAt?: VariableAt): ValueNode;
  /** A value for a variable, as JSON. */
  json(type: GraphQLInputType, dice: Dice): unknown;
  /** Like `json`, with something inside that its type doesn't allow; the type must be one that `hasMisfits`. */
  misfit(type: GraphQLInputType, dice: Dice): unknown;
};

const noVariables: VariableAt = () => undefined;

/** Writes values that fit their types. */
export function createValueWriter(samples: Samples): ValueWriter {
  const samplesOf = (scalar: string): readonly unknown[] => samples[scalar] ?? anything;

  const literal = (type: GraphQLInputType, dice: Dice, variableAt = noVariables): ValueNode => {
    if (isNonNullType(type)) return literal(type.ofType, dice, variableAt);
    if (isScalarType(type)) return literalOf(dice.choose(samplesOf(type.name)));
    if (isEnumType(type)) return { kind: Kind.ENUM, value: dice.choose(type.getValues()).name };
    if (isListType(type)) {
      const shape = dice.roll(8);
      // One item may stand for a list of one; a list in its place would be read as the outer one.
      if (shape === 7 && !isListType(getNullableType(type.ofType))) return literal(type.ofType, dice, variableAt);
      const values = Array.from({ length: shape % 4 }, () => nested(type.ofType, dice, variableAt, false));
      return { kind: Kind.LIST, values };
    }
    const fields = Object.values(type.getFields()).flatMap((field): ObjectFieldNode[] => {
      const hasDefault = field.defaultValue !== undefined;
      if (!isRequiredInputField(field) && dice.roll(3) === 0) return [];
      const value = nested(field.type, dice, variableAt, hasDefault);
      return [{ kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: field.name }, value }];
    });
    return { kind: Kind.OBJECT, fields };
  };

  const nested = (type: GraphQLInputType, dice: Dice, variableAt: VariableAt, hasDefault: boolean): ValueNode => {
    const form = dice.roll(8);
    if (form === 7 && !isNonNullType(type)) return { kind: Kind.NULL };
    return (form > 4 ? variableAt(type, dice, hasDefault) : undefined) ?? literal(type, dice, variableAt);
  };

  const json = (type: GraphQLInputType, dice: Dice): unknown => {
    if (isNonNullType(type)) return json(type.ofType, dice);
    if (isScalarType(type)) return dice.choose(samplesOf(type.name));
    if (isEnumType(type)) return dice.choose(type.getValues()).name;
    const inside = (of: GraphQLInputType) => (!isNonNullType(of) && dice.roll(8) === 7 ? null : json(of, dice));
    if (isListType(type)) {
      const shape = dice.roll(8);
      return shape === 7 ? json(type.ofType, dice) : Array.from({ length: shape % 4 }, () => inside(type.ofType));
    }
    const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || dice.roll(3) > 0);
    return Object.fromEntries(fields.map((field) => [field.name, inside(field.type)]));
  };

  const misfit = (type: GraphQLInputType, dice: Dice): unknown => {
    if (isNonNullType(type)) return dice.roll(3) === 0 || !hasMisfits(type.ofType) ? null : misfit(type.ofType, dice);
    if (isListType(type)) return [misfit(type.ofType, dice)];
    if (isInputObjectType(type)) return dice.choose<unknown>(['text', { nosuchfield: 1 }, 7]);
    return isEnumType(type) ? dice.choose<unknown>(['NO_SUCH_VALUE', 1]) : [{ neither: 'this' }];
  };

  return { literal, json, misfit };
}

/** Whether some value can be told to be none of this type; a scalar of the schema's own may take whatever it likes. */
export const hasMisfits = (type: GraphQLInputType): boolean =>
  isNonNullType(type) || !isScalarType(getNamedType(type)) || isSpecifiedScalarType(getNamedType(type));

function literalOf(value: unknown): ValueNode {
  switch (typeof value) {
    case 'boolean':
      return { kind: Kind.BOOLEAN, value };
    case 'number':
      return { kind: Number.isInteger(value) && Math.abs(value) < 1e15 ? Kind.INT : Kind.FLOAT, value: String(value) };
    case 'string':
      return { kind: Kind.STRING, value };
    default:
      if (value === null || typeof value !== 'object') return { kind: Kind.NULL };
      if (Array.isArray(value)) return { kind: Kind.LIST, values: value.map(literalOf) };
      return {
        kind: Kind.OBJECT,
        fields: Object.entries(value).map(([name, of]) => ({
          kind: Kind.OBJECT_FIELD,
          name: { kind: Kind.NAME, value: name },
          value: literalOf(of),
        })),
      };
  }
}
