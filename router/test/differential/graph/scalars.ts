import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const literal = (node: ValueNode, variables: Record<string, unknown> | null | undefined): unknown => {
  switch (node.kind) {
    case Kind.VARIABLE:
      return variables?.[node.name.value];
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
    case Kind.NULL:
      return null;
    case Kind.LIST:
      return node.values.map((value) => literal(value, variables));
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, literal(value, variables)]));
    default:
      return node satisfies never;
  }
};

/** Any JSON. */
export const Json = new GraphQLScalarType({ name: 'Json', parseValue: (value) => value, parseLiteral: literal });

const moment = (value: unknown): string => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(value)) throw new Error('This is no moment.');
  return value;
};

/** A scalar whose values only its subgraph can tell from others. */
export const Moment = new GraphQLScalarType({
  name: 'Moment',
  parseValue: moment,
  parseLiteral: (node) => moment(node.kind === Kind.STRING ? node.value : undefined),
});

/** An amount and its currency in one text. */
export const Money = new GraphQLScalarType({ name: 'Money' });
