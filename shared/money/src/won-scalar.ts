import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { type Won, won } from './won.ts';

const parse = (value: unknown): Won => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new GraphQLError('A Won amount is a whole number of won, 0 or more.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return won(value);
};

/** What we send ourselves is no fault of the client, whatever is wrong with it. */
const serialize = (value: unknown): Won => won(typeof value === 'number' ? value : Number.NaN);

/** The GraphQL scalar `Won`: a JSON number of whole won. */
export const WonScalar = new GraphQLScalarType<Won, number>({
  name: 'Won',
  description: 'An amount of money in whole South Korean won.',
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.INT ? Number(node.value) : undefined),
});
