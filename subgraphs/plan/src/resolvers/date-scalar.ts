import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const form = /^\d{4}-\d{2}-\d{2}$/;

const parse = (value: unknown): string => {
  if (typeof value === 'string' && form.test(value) && isInCalendar(value)) return value;
  throw new GraphQLError('A Date is a day of the calendar, such as 2026-01-31.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
};

/** JavaScript takes 30 February for 2 March. */
function isInCalendar(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}

/** What we send ourselves is no fault of the client, whatever is wrong with it. */
const serialize = (value: unknown): string => {
  if (typeof value !== 'string' || !form.test(value)) throw new TypeError(`${value} is no day`);
  return value;
};

/** The GraphQL scalar `Date`: a day of the calendar, as text, inside too. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar, as text such as 2026-01-31.',
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
