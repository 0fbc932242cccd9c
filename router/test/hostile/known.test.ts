import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { codesIn, expectRefused, Victim } from './victim.ts';

let victim: Victim;
beforeAll(async () => {
  victim = await Victim.open();
});
afterEach(() => victim.expectAlive());
afterAll(() => victim.close());

const times = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join(' ');

/** Each fragment asks twice for the next: 1 KB of text, two to the power of twelve books. */
const bomb = `{ latestReview { ...a0 } } ${times(12, (i) => `fragment a${i} on Review{x:book{reviews{...a${i + 1}}}y:book{reviews{...a${i + 1}}}}`)} fragment a12 on Review{id}`;

test.each([
  ['a fragment bomb of 1 KB', bomb, 'GRAPHQL_VALIDATION_FAILED'],
  [
    'a fragment that spreads itself',
    '{ books { ...f } } fragment f on Book { title ...f }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a ring of fragments',
    `{ books { ...f0 } } ${times(80, (i) => `fragment f${i} on Book { title ...f${(i + 1) % 80} }`)}`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'twenty levels',
    `{ latestReview { ${'book { reviews { '.repeat(10)} id ${'} } '.repeat(10)} } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['brackets without end', '{ a '.repeat(20_000), 'GRAPHQL_PARSE_FAILED'],
  ['a list in a list in a list …', `{ wall(a: ${'['.repeat(20_000)}`, 'GRAPHQL_PARSE_FAILED'],
  [
    'inline fragments in inline fragments',
    `{ books { ${'... on Book { '.repeat(300)} title ${'} '.repeat(300)} } }`,
    'GRAPHQL_PARSE_FAILED',
  ],
  ['as many inline fragments as fit', `{ books { ${'... { '.repeat(320)} title ${'} '.repeat(320)} } }`, undefined],
  ['thousands of directives', `{ wall ${'@include(if: true) '.repeat(3_000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ['a hundred directives', `{ wall ${'@include(if: true) '.repeat(100)} }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['a hundred aliases', `{ books { ${times(100, (i) => `a${i}: title`)} } }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['a hundred fields at the root', `{ ${times(100, () => 'wall')} }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['the same object hundreds of times', `{ books { ${'reviews { id } '.repeat(240)} } }`, 'OPERATION_TOO_EXPENSIVE'],
  ['an integer of a thousand digits', `{ opensAt(day: ${'9'.repeat(1_000)}) }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['a name of 90 KB', `{ ${'x'.repeat(90_000)} }`, 'GRAPHQL_VALIDATION_FAILED'],
  ['a character that is none', '{ book(isbn: "\\uD800") { title } }', 'GRAPHQL_PARSE_FAILED'],
  [
    'introspection that goes round and round',
    `{ __schema { types { ${'fields { type { fields { type { '.repeat(2)} name ${'} } } } '.repeat(2)} } } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'unknown names, each with guesses at what was meant',
    `{ ${times(900, (i) => `titl${i}`)} }`,
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'what only subgraphs are asked',
    '{ _entities(representations: []) { __typename } _service { sdl } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
])('%s', async (_what, query, code) => {
  const seen = await victim.ask(query);
  if (code === undefined) return expect(seen.status).toBe(200);
  expectRefused(seen, query.slice(0, 200));
  expect(codesIn(seen)).toContain(code);
  expect(seen.text.length).toBeLessThan(200_000);
});

test('bad variables by the thousand are told of by the handful', async () => {
  const query = 'query ($isbns: [ID!]!) { booksBy(isbns: $isbns) { title } }';
  for (const isbns of [Array.from({ length: 4_000 }, () => ({ a: [] })), Array.from({ length: 15_000 }, () => [[]])]) {
    const seen = await victim.ask(query, { isbns });
    expectRefused(seen, 'bad variables');
    expect([...new Set(codesIn(seen))]).toEqual(['BAD_USER_INPUT']);
    expect(codesIn(seen).length).toBeGreaterThan(1);
    expect(codesIn(seen).length).toBeLessThanOrEqual(6);
    expect(seen.text.length).toBeLessThan(2_000);
  }
  const tooMany = await victim.ask(query, { isbns: Array.from({ length: 66_000 }, () => [1]) }); // 391 KB
  expect([tooMany.status, codesIn(tooMany)]).toEqual([413, ['PAYLOAD_TOO_LARGE']]);
});

test('large variables of many documents are not kept', async () => {
  const isbns = Array.from({ length: 30_000 }, () => []);
  const send = async (from: number, to: number) => {
    for (let index = from; index < to; index += 1) {
      const query = `query ($isbns: [ID!]!) { booksBy(isbns: $isbns) { title } } # ${index}`;
      expect((await victim.ask(query, { isbns: ['1'] })).status).toBe(200);
      expectRefused(await victim.ask(query, { isbns }), 'large variables');
    }
    return victim.memory();
  };
  const before = await send(0, 100); // what the garbage of one request after the other takes
  expect((await send(100, 300)) - before).toBeLessThan(150 * 1024 * 1024);
});

test('variables nested deeper than any stack', async () => {
  const nested = `${'['.repeat(45_000)}${']'.repeat(45_000)}`;
  for (const query of ['{ latestReview { id } }', 'query ($isbns: [ID!]!) { booksBy(isbns: $isbns) { title } }']) {
    for (const variables of [`{"isbns":${nested}}`, `{"other":${nested}}`, `{"isbns":["1"],"other":${nested}}`]) {
      // Once when the query is new, then when it is known.
      for (let times = 0; times < 2; times += 1) {
        const seen = await victim.send(`{"query":${JSON.stringify(query)},"variables":${variables}}`);
        expectRefused(seen, query);
        expect(codesIn(seen)).toEqual(['BAD_USER_INPUT']);
        if (query.includes('isbns')) await victim.ask(query, { isbns: ['1'] });
      }
    }
  }
});

test.each([
  ['{"query":"query($isbn:ID!){book(isbn:$isbn){title}}","variables":{"__proto__":{"isbn":"1"}}}', 400],
  ['{"query":"query($isbn:ID!){book(isbn:$isbn){title}}","variables":{"isbn":{"__proto__":{"toString":"x"}}}}', 400],
  ['{"query":"query($__proto__:ID!){book(isbn:$__proto__){title}}","variables":{"__proto__":"1"}}', 400],
  ['{"__proto__":{"query":"{wall}"}}', 400],
  ['{"query":"{wall}","constructor":{"prototype":{"polluted":1}}}', 400],
])('keys that would change what every object is: %s', async (body, status) => {
  const seen = await victim.send(body);
  expectRefused(seen, body);
  expect(seen.status).toBe(status);
});

test.each([
  ['a batch', JSON.stringify(Array.from({ length: 500 }, () => ({ query: '{ wall }' }))), {}, 400],
  ['half of a body', '{"query": "{ wall', {}, 400],
  ['a body that is no object', '"{ wall }"', {}, 400],
  ['nothing', '', {}, 400],
  ['lists in lists', `{"query":"{wall}","variables":{"a":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`, {}, 400],
  ['variables that are a list', '{"query":"{wall}","variables":[]}', {}, 400],
  ['a query that is none', '{"query":{"a":1}}', {}, 400],
  ['a form', 'query=%7Bwall%7D', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['a form with files', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ['plain text', '{"query":"{wall}"}', { 'content-type': 'text/plain' }, 400],
  ['a charset of its own', '{"query":"{wall}"}', { 'content-type': 'application/json; charset=utf-7' }, undefined],
  ['a content type that is none', '{"query":"{wall}"}', { 'content-type': '/' }, 415],
  ['more than 100 KB', `{"query":"{wall}","variables":{"a":"${'x'.repeat(101 * 1024)}"}}`, {}, 413],
])('a body that is %s', async (_what, body, headers, status) => {
  const seen = await victim.send(body, headers);
  if (status === undefined) return expect(seen.status).toBeLessThan(500);
  expectRefused(seen, body.slice(0, 200));
  expect(seen.status).toBe(status);
});

test('bytes that are no UTF-8 are refused, or nothing but characters that are none', async () => {
  const head = Buffer.from('{"query":"{ book(isbn: \\"');
  const tail = Buffer.from('\\") { title } }"}');
  for (const bytes of [
    [0xff, 0xfe],
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
  ]) {
    const seen = await victim.send(Buffer.concat([head, Buffer.from(bytes), tail]));
    expect(seen.status).toBeLessThan(500);
    if (seen.status === 200) expect(JSON.parse(seen.text)).toEqual({ data: { book: null } });
  }
  expectRefused(await victim.send(Buffer.from([0xff, 0x00, 0x80])), 'nonsense');
});

test('addresses of every kind', async () => {
  const get = async (path: string) => {
    const response = await fetch(victim.url + path, { headers: { 'apollo-require-preflight': '1' } });
    return { status: response.status, text: await response.text() };
  };
  for (const path of [
    '/graphql?query=%ff',
    '/graphql?query=%7Bwall%7D&query=%7Bwall%7D',
    '/graphql?query=%7Bwall%7D&variables=%7B',
    '/graphql?query=%7Bwall%7D&extensions=[]',
    '/graphql?extensions=%7B%22persistedQuery%22%3A1%7D',
    `/graphql?query=${'%7B'.repeat(2_000)}`,
    '/graphql/%2e%2e/%00',
    '/%',
    '//nowhere.invalid/graphql',
  ])
    expectRefused(await get(path), path);
});

test('methods that GraphQL has no use for', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'].filter((name) => name !== 'TRACE')) {
    const response = await fetch(victim.graphql, { method });
    const seen = { status: response.status, text: await response.text() };
    expectRefused(seen, method);
  }
});
