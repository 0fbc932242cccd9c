import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, ask, errorsAgree } from './answers.ts';
import { type Both, openBoth } from './both.ts';

let both: Both;

beforeAll(async () => {
  both = await openBoth();
});
afterAll(() => both.close());

/** What has once been answered otherwise. `alone` is what the plain gateway is asked instead, where it fails as well. */
type Regression = {
  readonly what: string;
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly alone?: string;
  /** The messages are graphql-js's own, so they are equal as well. */
  readonly sameWords?: boolean;
};

const regressions: readonly Regression[] = [
  {
    what: "another operation's fragment that uses a variable of that operation",
    query: 'query A($x: ID!) { ...F } query B { ping } fragment F on Query { item(id: $x) { name } }',
    operationName: 'B',
    alone: 'query B { ping }',
  },
  {
    what: "a variable that doesn't fit, beside another operation's fragment with variables",
    query:
      'query A($x: ID!) { ...F } query B($y: Int!) { items(first: $y) { name } } fragment F on Query { item(id: $x) { name } }',
    operationName: 'B',
    variables: { y: 'text' },
    sameWords: true,
    alone: 'query B($y: Int!) { items(first: $y) { name } }',
  },
  {
    what: "a variable that doesn't fit, in an operation that can't be planned",
    query: 'query ($x: Int!) { me { favourites { ... on Node { id } } } items(first: $x) { id } }',
    variables: { x: null },
    sameWords: true,
  },
  {
    what: 'the same asked of two entities in two places',
    query: '{ a: item(id: "b1") { rating } b: item(id: "b2") { rating } }',
  },
  {
    what: 'the same entity in two places, at which a field fails',
    query: '{ a: book { box { size } } b: book { box { size } } c: book(isbn: "isbn-b2") { box { size } } }',
  },
];

test.each(regressions)(
  'answered as by the plain gateway: $what',
  async ({ query, alone = query, variables = {}, operationName, sameWords }) => {
    const question = { query, variables, ...(operationName && { operationName }) };
    const ours = await ask(both.ours, question);
    const plain = await ask(both.plain, { ...question, query: alone });
    expect(answerOf(ours)).toEqual(answerOf(plain));
    expect(errorsAgree(ours, plain)).toBe(true);
    if (sameWords) expect(ours.messages).toEqual(plain.messages);
  },
);

test('an error in a list of a union is told where its null is', async () => {
  const query = '{ search(text: "a", kinds: []) { __typename ... on Review { replyTo { id } } } }';
  const { data, paths } = await ask(both.ours, { query, variables: {} });
  const { search } = JSON.parse(data) as { search: { replyTo?: unknown }[] }; // as the query says
  const nulls = search.flatMap(({ replyTo }, at) => (replyTo === null ? [at] : []));
  for (const path of paths) expect(nulls).toContain(path[1]);
  expect(paths.length).toBeGreaterThan(0);
});
