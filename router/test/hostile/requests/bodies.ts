import fc, { type Arbitrary } from 'fast-check';
import { hostileDocuments, soundDocuments } from './documents.ts';

/** A request's body with the headers that go along. */
export type Attack = { readonly body: string; readonly headers: Readonly<Record<string, string>> };

const json = fc.jsonValue({ maxDepth: 4 });
const strangeKeys = fc.constantFrom('__proto__', 'constructor', 'toString', 'isbn', 'x', 'toJSON', 'length', '');

/** Stands for lists in lists, of which JSON.stringify can't write as many as a server can be sent. */
const nested = 'nested ';

const nestedVariables = fc.integer({ min: 1, max: 45_000 }).map((depth) => ({ isbn: `${nested}${depth}` }));

const variables = fc.oneof(
  json,
  fc.dictionary(strangeKeys, json, { noNullPrototype: true }),
  fc.constant({ isbn: '1' }),
  fc.integer({ min: 1, max: 4_000 }).map((length) => ({ isbn: Array.from({ length }, () => ({ a: [] })) })),
  nestedVariables,
);

const extensions = fc.oneof(
  json,
  fc.record({
    persistedQuery: fc.oneof(
      json,
      fc.record({ version: fc.constantFrom(1, '1', 2), sha256Hash: fc.oneof(strangeKeys, json) }),
    ),
  }),
);

const operationName = fc.oneof(fc.constantFrom('A', 'B', 'Rename', '', '__proto__', null), json);

/** A GraphQL request of which any part may be missing or be something else. */
const requests = fc
  .record(
    { query: fc.oneof({ weight: 9, arbitrary: hostileDocuments }, json), variables, operationName, extensions },
    { requiredKeys: ['query'] },
  )
  .map(textOf);

/** `__proto__` as a key of its own, as JSON.parse makes it, whatever an object literal would take it for. */
function textOf(request: object): string {
  return JSON.stringify(request)
    .replaceAll('"constructor":', '"__proto__":')
    .replace(new RegExp(`"${nested}(d+)"`), (_, depth) => '['.repeat(depth) + ']'.repeat(depth));
}

/** What runs, so that the others meet a router at work. */
const harmless = fc
  .record({
    query: soundDocuments,
    variables: fc.oneof({ weight: 4, arbitrary: fc.constant({ isbn: '1' }) }, nestedVariables),
    operationName: fc.constantFrom(null, 'A', 'Rename'),
  })
  .map(textOf);

const bodies = fc.oneof(
  { weight: 3, arbitrary: harmless },
  { weight: 12, arbitrary: requests },
  fc.array(requests, { maxLength: 5 }).map((batch) => `[${batch.join()}]`),
  fc.tuple(requests, fc.nat(500)).map(([text, end]) => text.slice(0, end)),
  json.map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const headers = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  fc.record({
    accept: fc.constantFrom(
      'application/graphql-response+json',
      '*/*',
      'multipart/mixed;deferSpec=20220824, application/json',
      'text/html',
      ';;;',
      '',
    ),
  }),
  fc.record({
    'content-type': fc.constantFrom(
      'text/plain',
      'application/graphql',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-7',
      'application/json; charset=',
      'application/jsonp',
      '',
    ),
  }),
  fc.record({
    authorization: fc.constantFrom('Bearer', 'Bearer x', 'Basic YTpi', 'null'),
    'accept-encoding': fc.constantFrom('br;q=9', 'gzip;q=x, *', ','),
    'x-request-id': fc.constantFrom('a', '%0d%0a', '../..'),
  }),
);

export const attacks: Arbitrary<Attack> = fc.record({ body: bodies, headers });
