import { buildSchema, type Operation, parseOperation } from '@apollo/federation-internals';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeResponse } from '../../src/execute/gateway-internals.ts';
import type { Entity } from '../../src/execute/run.ts';
import { createShaper } from '../../src/execute/shape/shaper.ts';

const schema = buildSchema(`
  type Query { book: Book shelf: [[Media!]] found: [Found!]! odd: Odd json: JSON media: Media }
  scalar JSON
  enum Colour { RED GREEN }
  interface Media { id: ID! title: String self: Media }
  type Book implements Media { id: ID! title: String! price: Float pages: Int colour: Colour sold: Boolean self: Book extra: JSON by: Author! }
  type Film implements Media { id: ID! title: String minutes: Int self: Film }
  type Author { name: String! books: [Book!] }
  union Found = Book | Author
  type Odd { label: String constructor: Int toString: [String] }
`);

const documents = [
  '{ book { id title price pages colour sold extra } }',
  '{ a: book { b: id } book { title } c: json }',
  '{ book { by { name } ...F } } fragment F on Book { by { books { title } } id }',
  '{ shelf { __typename id ... on Book { title price } ... on Film { title minutes } } }',
  '{ found { ... on Book { id by { name } } ... on Author { name books { id } } kind: __typename } }',
  '{ odd { __proto__: label constructor toString valueOf: constructor } }',
  '{ media { ... on Media { title self { id ... on Film { minutes } } } ... on Book { self { title } } } }',
  'query($x: Boolean!, $y: Boolean = true) { book { id @skip(if: $x) title @include(if: $y) ... @include(if: $x) { title pages } } }',
  'query($x: Boolean!, $y: Boolean) { book @include(if: $y) { id } book @skip(if: $x) { title } json }',
  '{ __typename book { __typename self { t: __typename id } } }',
];

/** Anything that JSON can hold, mostly what the fields of the schema are. */
const leaves = [
  null,
  0,
  1,
  -0,
  1.5,
  1e21,
  3_000_000_000,
  'x',
  '"\\\n',
  '\ud800',
  'ü😀',
  true,
  'RED',
  '',
  {},
  [],
  [[1]],
];
const names = [
  ...['id', 'title', 'price', 'pages', 'colour', 'sold', 'self', 'extra', 'by', 'name', 'books', 'minutes'],
  ...['__proto__', 'constructor', 'toString', 'a', 'b', 'c', 't', 'kind', 'json'],
];

/** A value for the field of this name: right, or with a `fault` in one of some twenty places. */
function valueFor(name: string, fault: () => unknown, depth = 0): unknown {
  const wrong = fault();
  if (wrong !== undefined) return wrong;
  const object = (...types: string[]) => objectOf(types, fault, depth + 1);
  switch (name) {
    case 'book':
    case 'a':
      return depth > 1 ? null : object('Book');
    case 'self':
    case 'media':
      return depth > 1 ? null : object('Book', 'Film');
    case 'by':
      return depth > 2 ? { name: 'Ann' } : object('Author');
    case 'books':
      return depth > 2 ? [] : [object('Book'), object('Book')];
    case 'shelf':
      return [[object('Book'), object('Film')], null, []];
    case 'found':
      return [object('Author'), object('Book')];
    case 'odd':
      return object('Odd');
    case 'price':
      return 1.5;
    case 'pages':
    case 'minutes':
    case 'constructor':
      return 3;
    case 'colour':
      return 'RED';
    case 'sold':
      return true;
    case 'toString':
      return ['x', null];
    case 'kind':
    case 't':
      return undefined;
    default:
      return name;
  }
}

function objectOf(types: readonly string[], fault: () => unknown, depth: number): Entity {
  const object: Entity = {};
  const define = (name: string, value: unknown) =>
    value !== undefined && Object.defineProperty(object, name, { value, enumerable: true });
  define('__typename', types[depth % types.length]);
  for (const name of names) define(name, valueFor(name, fault, depth));
  return object;
}

const rootFields = ['book', 'a', 'shelf', 'found', 'odd', 'json', 'c', 'media'];
const dataWith = (fault: () => unknown): Entity =>
  // As subgraphs send it.
  JSON.parse(JSON.stringify(Object.fromEntries(rootFields.map((name) => [name, valueFor(name, fault)]))));

function byGateway(operation: Operation, input: Entity, variables: Record<string, unknown>) {
  try {
    return computeResponse({ operation, input, variables, introspectionHandling: () => undefined });
  } catch {
    return undefined;
  }
}

describe.each(documents)('%s', (document) => {
  const operation = parseOperation(schema, document);
  const shape = createShaper(operation, undefined);
  const plain = { x: false, y: true };

  test('what is as the schema has it is written as the gateway shapes it', () => {
    const data = dataWith(() => undefined);
    const text = shape(data, plain);
    if (document.includes('self { t')) expect(text).toBeDefined();
    expect(text ?? JSON.stringify(byGateway(operation, data, plain)?.data)).toBe(
      JSON.stringify(byGateway(operation, data, plain)?.data),
    );
  });

  test('of what is not, either the same is written or nothing', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.nat(60)),
        fc.infiniteStream(fc.constantFrom(...leaves)),
        fc.record({ x: fc.boolean(), y: fc.constantFrom(true, false, null) }, { requiredKeys: ['x'] }),
        (dice, faults, variables) => {
          const data = dataWith(() => (dice.next().value === 0 ? faults.next().value : undefined));
          const text = shape(data, variables);
          if (text === undefined) return;
          const expected = byGateway(operation, data, variables);
          expect(expected?.errors).toEqual([]);
          expect(text).toBe(JSON.stringify(expected?.data));
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('most answers are written the fast way', () => {
  const written = documents.filter((document) =>
    createShaper(parseOperation(schema, document), undefined)(
      dataWith(() => undefined),
      { x: false, y: true },
    ),
  );
  expect(documents.filter((document) => !written.includes(document))).toEqual([]);
});

test("the client's names stand where the planner worked with others", () => {
  const operation = parseOperation(schema, '{ book { upc_1: id title } }');
  const shape = createShaper(operation, new Map([['upc_1', 'upc']]));
  expect(shape({ book: { upc_1: '7', title: 'Dune' } }, {})).toBe('{"book":{"upc":"7","title":"Dune"}}');
});

test('numbers that JSON can hold and JavaScript can not are left to the gateway', () => {
  const shape = createShaper(parseOperation(schema, '{ book { price } }'), undefined);
  expect(shape(JSON.parse('{"book":{"price":1e999}}'), {})).toBeUndefined();
});
