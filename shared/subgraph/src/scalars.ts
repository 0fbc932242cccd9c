import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const rfc3339 = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

const parse = (value: unknown): Date => {
  const [text = '', day = ''] = typeof value === 'string' ? (rfc3339.exec(value) ?? []) : [];
  const date = new Date(text);
  if (Number.isNaN(date.getTime()) || !isInCalendar(day)) {
    throw new GraphQLError('A DateTime is text such as 2026-01-31T12:00:00Z.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return date;
};

/** JavaScript takes 30 February for 2 March. */
const isInCalendar = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/** What we send ourselves is no fault of the client, whatever is wrong with it. */
const serialize = (value: unknown): string => {
  const date = value instanceof Date ? value : new Date(String(value));
  if (Number.isNaN(date.getTime())) throw new TypeError(`${value} is no moment`);
  return date.toISOString();
};

/** The GraphQL scalar `DateTime`: RFC 3339 in UTC. Inside it may also be the text that a JSON column or the live log keeps. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment, as RFC 3339 text in UTC: 2026-01-31T12:00:00.000Z.',
  serialize,
  parseValue: parse,
  parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
});
