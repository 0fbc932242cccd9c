import fc, { type Arbitrary } from 'fast-check';

/** Names that the schema knows, and some that trip whoever takes objects for maps. Fields that fail by intent are left out. */
const names = [
  'books book title isbn weight copies postage reviews text id latestReview wall opensAt Book Review Query Mutation',
  'renameBook reviewed ticked __typename __schema __type types fields name ofType on query mutation subscription fragment',
  'null true false __proto__ constructor toString hasOwnProperty prototype _entities _service _Any x y',
].flatMap((line) => line.split(' '));

const anyName = fc.oneof(fc.constantFrom(...names), fc.stringMatching(/^[_A-Za-z]\w{0,8}$/));

const scalars = fc.oneof(
  fc.constantFrom(
    '1e999',
    '-0',
    '99999999999999999999999',
    '0x1',
    '1.',
    '"\\uD800"',
    '"\\u{110000}"',
    '"""block',
    '"""a"""',
    '"x',
  ),
  fc.constantFrom('[[[[[[1]]]]]]', '{a: {a: {a: 1}}}', '$x', '$undefined', 'ENUM', '"\u0000"', '"\u2028"', '"😀"', '#'),
  fc.integer().map(String),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => JSON.stringify(text)),
);

const punctuation = fc.constantFrom(
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '!',
  '=',
  '|',
  '&',
  '@',
  '$',
  '...',
  '... on',
  ',',
  '\n',
  '\uFEFF',
);
const directive = fc.constantFrom(
  '@include(if: true)',
  '@skip(if: $x)',
  '@deprecated',
  '@specifiedBy(url: "")',
  '@defer',
  '@stream',
  '@@',
  '@include',
);

/** Tokens that are GraphQL, one after the other as they come. */
const soup = fc
  .array(fc.oneof({ weight: 4, arbitrary: anyName }, { weight: 3, arbitrary: punctuation }, scalars, directive), {
    maxLength: 120,
  })
  .map((tokens) => tokens.join(' '));

const repeated = (least: number, most: number, write: (count: number) => string): Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map(write);

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

const rings = 'book { reviews { ';

/** Well-formed, and too much of something. */
const bombs = fc.oneof(
  repeated(
    2,
    60,
    (n) =>
      `{ latestReview { ...f0 } } ${times(n, (i) => `fragment f${i} on Review { a: book { reviews { ...f${i + 1} } } b: book { reviews { ...f${i + 1} } } }`)} fragment f${n} on Review { id }`,
  ),
  repeated(
    2,
    100,
    (n) => `{ books { ...f0 } } ${times(n, (i) => `fragment f${i} on Book { title ...f${(i + 1) % n} }`)}`,
  ),
  repeated(1, 300, (n) => `{ latestReview { ${rings.repeat(n)} id ${'} } '.repeat(n)} } }`),
  repeated(1, 3_000, (n) => '{ a '.repeat(n)),
  repeated(1, 3_000, (n) => `{ wall(a: ${'['.repeat(n)}${']'.repeat(n)}) }`),
  repeated(1, 2_000, (n) => `{ books { ${times(n, (i) => `a${i}: title`)} } }`),
  repeated(1, 2_000, (n) => `{ ${times(n, (i) => `a${i}: wall`)} }`),
  repeated(1, 500, (n) => `{ wall ${'@include(if: true) '.repeat(n)} }`),
  repeated(1, 500, (n) => `{ wall ${times(n, (i) => `@d${i}`)} }`),
  repeated(1, 240, (n) => `{ books { ${'reviews { id } '.repeat(n)} } }`),
  repeated(1, 240, (n) => `{ ${'...f '.repeat(n)} } fragment f on Query { books { title } }`),
  repeated(1, 200, (n) => `query (${times(n, (i) => `$v${i}: [[[[Int!]!]!]!] = [[[[1]]]]`)}) { wall }`),
  repeated(1, 50, (n) => times(n, (i) => `query q${i} { wall }`)),
  repeated(1, 10, (n) => `{ __schema { types { ${'fields { type { '.repeat(n)} name ${'} } '.repeat(n)} } } }`),
  repeated(1, 60, (n) => `{ __type(name: "Query") { ${'ofType { '.repeat(n)} name ${'} '.repeat(n)} } }`),
  repeated(1, 50_000, (n) => `{ ${'x'.repeat(n)} }`),
  repeated(1, 50_000, (n) => `{ book(isbn: "${'\\u0041'.repeat(Math.ceil(n / 6))}") { title } }`),
  repeated(1, 3_000, (n) => `{ books { ${'... on Book { '.repeat(n)} title ${'} '.repeat(n)} } }`),
);

export const soundDocuments = fc.constantFrom(
  'query ($isbn: ID!, $x: Boolean = true) { book(isbn: $isbn) { title copies reviews @include(if: $x) { id text } } }',
  'mutation Rename($isbn: ID!) { renameBook(isbn: $isbn, title: "Dune") { title } }',
  'query A { books { ...f } } query B { wall } fragment f on Book { title postage reviews { id book { isbn } } }',
  'subscription { reviewed(isbn: "1") { id text } }',
);

/** A sound document with some characters lost, doubled or changed. */
const damaged = fc
  .tuple(
    soundDocuments,
    fc.array(fc.tuple(fc.nat(200), fc.nat(3), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 3 }),
  )
  .map(([document, wounds]) =>
    wounds.reduce<string>(
      (text, [at, length, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + length),
      document,
    ),
  );

/** Documents that nobody means well with. */
export const hostileDocuments: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: soup },
  { weight: 4, arbitrary: bombs },
  { weight: 3, arbitrary: damaged },
);
