import { buildSchema, parseOperation } from '@apollo/federation-internals';
import { expect, test } from 'vitest';
import { computeResponse } from '../../src/execute/gateway-internals.ts';

const schema = buildSchema('type Query { book: Book books: [Book!] } type Book { id: ID! pages: Int self: Book! }');
const shape = (document: string, input: Record<string, unknown>) => {
  const { data, errors } = computeResponse({
    operation: parseOperation(schema, document),
    input,
    variables: {},
    introspectionHandling: ({ element }) => `about ${element.responseName()}`,
  });
  return { data: JSON.stringify(data), errors: errors.map(({ message, path }) => [message, path]) };
};

test('a null that may not be goes up to what may, and is told of', () => {
  expect(shape('{ book { id self { id } } }', { book: { id: '1', self: { id: null } } })).toEqual({
    data: '{"book":null}',
    errors: [['Cannot return null for non-nullable field Book.id.', ['book', 'self', 'id']]],
  });
  expect(shape('{ books { id } }', { books: [{ id: '1' }, null] })).toEqual({
    data: '{"books":null}',
    errors: [['Cannot return null for non-nullable array element of type Book at index 1.', ['books', 1]]],
  });
});

test('a value that does not fit its type is null, and is told of', () => {
  expect(shape('{ book { pages } }', { book: { pages: 'many' } })).toEqual({
    data: '{"book":{"pages":null}}',
    errors: [['Invalid value found for field Book.pages.', ['book', 'pages']]],
  });
});

test('an object where a list should be is not shaped at all', () => {
  expect(() => shape('{ books { id } }', { books: {} })).toThrow();
});

test('introspection is left to whoever calls', () => {
  expect(shape('{ s: __schema { types { name } } }', {})).toEqual({ data: '{"s":"about s"}', errors: [] });
});
