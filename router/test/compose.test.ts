import { expect, test } from 'vitest';
import { CompositionError, compose } from '../src/index.ts';
import { sdl } from './support/library.ts';

const at = (name: string, text: string) => ({ name, url: `http://${name}.example/graphql`, sdl: text });

test('subgraph schemas compose into a supergraph that knows their addresses', () => {
  const supergraph = compose([at('books', sdl.books), at('reviews', sdl.reviews), at('shelves', sdl.shelves)]);
  expect(supergraph).toContain('http://shelves.example/graphql');
});

test('the error names every fault, its subgraph and its code', () => {
  const clash = () =>
    compose([
      at('one', 'type Query { a: Int b: Thing } type Thing { id: ID }'),
      at('two', 'type Query { a: String } type Thing { id: Int }'),
    ]);
  expect(clash).toThrow(CompositionError);
  expect(clash).toThrow(/2 faults/);
  expect(clash).toThrow(/"Query\.a".*\(FIELD_TYPE_MISMATCH\)[\s\S]*"Thing\.id".*\(FIELD_TYPE_MISMATCH\)/);
});

test('a schema that is not GraphQL is named', () => {
  expect(() => compose([at('one', 'type Query {'), at('two', 'nonsense')])).toThrow(
    /\[one\] is not GraphQL[\s\S]*\[two\] is not GraphQL/,
  );
});
