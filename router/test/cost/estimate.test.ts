import { getOperationAST, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { compose } from '../../src/compose.ts';
import { fragmentsIn } from '../../src/cost/meter.ts';
import { loadSupergraph } from '../../src/supergraph.ts';

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;

const sdl = compose([
  {
    name: 'shop',
    url: 'http://shop.invalid',
    sdl: `${link('"@key", "@shareable", { name: "@cost", as: "@price" }, "@listSize"')}
      type Query {
        item: Item
        items: [Item!]
        shelves: [[Item!]!]
        page(first: Int = 20, last: Int): ItemPage!
        some(limit: Int): [Item!]
        top: [Item!] @listSize(assumedSize: 3)
        edges(first: Int, last: Int): ItemPage
          @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes"], requireOneSlicingArgument: false)
        dear: Item @price(weight: 100)
        anything: [Anything!]
        advise(by: Filter, many: [Filter!]): Int @price(weight: 2)
      }
      type Mutation { buy: Item }
      type ItemPage { nodes: [Item!] more: [Item!] total: Int owner: Owner }
      type Owner { items: [Item!] }
      type Item implements Named @key(fields: "id") { id: ID! name: String parts: [Item!] tags: [String!] owner: Owner }
      type Vault implements Named @price(weight: 7) { name: String items: [Item!] }
      type Picture { items: [Item!] bytes: Blob }
      scalar Blob @price(weight: 4)
      interface Named { name: String }
      union Anything = Item | Vault | Picture
      input Filter { text: String @price(weight: 5) and: [Filter!] deep: Filter @price(weight: 1) }`,
  },
  {
    name: 'stock',
    url: 'http://stock.invalid',
    sdl: `${link('"@key", { name: "@cost", as: "@price" }')}
      type Item @key(fields: "id") { id: ID! left: Int @price(weight: 6) }`,
  },
]);
const supergraph = loadSupergraph(sdl);

function costOf(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source);
  expect(validate(supergraph.apiSchema, document)).toEqual([]);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  return supergraph.cost.costOf(operation, fragmentsIn(document), variables);
}

test.each([
  ['an object counts, its leaves do not', '{ item { id name } }', 1],
  [
    'leaves at the root are free, and so is what the schema says of itself',
    '{ __typename __schema { types { name } } }',
    0,
  ],
  ['a mutation', 'mutation { buy { id } }', 1],
  ['a list of which nobody knows the length has ten entries', '{ items { id parts { id } } }', 10 + 100],
  ['a list of lists is guessed at once', '{ shelves { id } }', 10],
  ['a list that is limited', '{ some(limit: 4) { parts { id } } }', 4 + 40],
  [
    "a page's lists are as long as its field is asked for",
    '{ page(first: 5) { nodes { id } more { id } } }',
    1 + 5 + 5,
  ],
  [
    'only those right below it',
    '{ page(first: 5) { nodes { parts { id } } owner { items { id } } } }',
    1 + 5 + 50 + 1 + 10,
  ],
  ['by default as long as the schema says', '{ page { nodes { id } } }', 1 + 20],
  ['the longer of two lengths counts', '{ page(first: 2, last: 30) { nodes { id } } }', 1 + 30],
  ['a length below nothing tells nothing', '{ page(first: -5) { nodes { id } } item { id } }', 1 + 10 + 1],
  ['@listSize: an assumed length', '{ top { id } }', 3],
  [
    '@listSize: fields that have the length, and others that have not',
    '{ edges(last: 3) { nodes { id } more { id } } }',
    14,
  ],
  ['@cost of a field goes before that of its type', '{ dear { id } }', 100],
  ['@cost of a leaf of another subgraph', '{ items { left } }', 10 + 60],
  [
    'the dearest type of a union counts',
    '{ anything { ... on Item { id } ... on Vault { items { id } } ... on Picture { items { id } } } }',
    170,
  ],
  [
    'what is asked of an interface counts for each of its types',
    '{ anything { ... on Named { name } ... on Picture { bytes } } }',
    70,
  ],
  ['arguments', '{ advise(by: { text: "x", deep: { and: [{ text: "y" }, { text: "z" }] } }) }', 2 + 5 + 1 + 5 + 5],
  ['what is left out costs nothing', '{ items @skip(if: true) { id } top @include(if: false) { id } item { id } }', 1],
])('%s', (_what, source, cost) => {
  expect(costOf(source)).toBe(cost);
});

test('variables are read, their defaults and those of arguments as well', () => {
  const page =
    'query ($first: Int = 7, $with: Boolean! = true) { page(first: $first) @include(if: $with) { nodes { id } } }';
  expect(costOf(page)).toBe(1 + 7);
  expect(costOf(page, { first: 50 })).toBe(1 + 50);
  expect(costOf(page, { with: false })).toBe(0);
  expect(costOf('query ($first: Int) { page(first: $first) { nodes { id } } }')).toBe(1 + 20);
  expect(costOf('query ($first: Int) { page(first: $first) { nodes { id } } }', { first: null })).toBe(1 + 10);
  const many = Array.from({ length: 3 }, () => ({ text: 'x' }));
  expect(costOf('query ($many: [Filter!]) { advise(many: $many) }', { many })).toBe(2 + 3 * 5);
});

test('names and values from everywhere are no trouble', () => {
  const query =
    'query ($__proto__: Int, $constructor: Int) { a: page(first: $__proto__) { nodes { id } } some(limit: $constructor) { id } }';
  expect(costOf(query)).toBe(1 + 20 + 10);
  const variables: unknown = JSON.parse('{"__proto__": 3, "constructor": "many"}');
  expect(costOf(query, variables as Record<string, unknown>)).toBe(1 + 3 + 10); // JSON objects are records
});

test('fragments that multiply are measured once each', () => {
  const levels = Array.from(
    { length: 200 },
    (_, level) => `fragment f${level} on Item { a: parts { ...f${level + 1} } b: parts { ...f${level + 1} } }`,
  );
  expect(costOf(`{ item { ...f0 } } ${levels.join(' ')} fragment f200 on Item { id }`)).toBeGreaterThan(1e200);
});

test('an operation that is asked again is weighed with its own variables each time', () => {
  const document = parse(
    'query ($deep: Boolean!, $first: Int = 3, $by: Filter) { page(first: $first) @include(if: $deep) { nodes { id } } advise(by: $by) }',
  );
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  const cost = (variables: Record<string, unknown>) => supergraph.cost.costOf(operation, {}, variables);
  for (let times = 0; times < 2; times += 1) {
    expect(cost({ deep: false })).toBe(2);
    expect(cost({ deep: false, first: 9 })).toBe(2);
    expect(cost({ deep: true, first: 9 })).toBe(2 + 1 + 9);
    expect(cost({ deep: true })).toBe(2 + 1 + 3);
    expect(cost({ deep: true, first: null })).toBe(2 + 1 + 10);
    const by = { text: 'x', and: [{ text: 'y' }] };
    expect(cost({ deep: false, by })).toBe(2 + 10);
    expect(cost({ deep: false, by: { and: [by] } })).toBe(2 + 10);
  }
});
