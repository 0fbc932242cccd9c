import { until } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Router } from '../../src/index.ts';
import { Library } from '../support/library.ts';
import { RawSocket } from '../support/socket.ts';

let library: Library;
let router: Router;

beforeAll(async () => {
  library = await Library.open();
  router = await library.openRouter();
});
afterAll(async () => {
  await router.close();
  await library.close();
});

/** 10 books, 100 reviews of them, the 100 books of those and so on: 11,210 objects where it isn't left out. */
const deep = `... @include(if: $deep) { reviews { book { reviews { book { reviews { id } } } } } }`;
const query = `query ($deep: Boolean!) { books { title ${deep} } }`;
const tooExpensive = {
  message: expect.stringContaining('5,000'),
  extensions: { code: 'OPERATION_TOO_EXPENSIVE' },
};

async function post(body: object, accept: string): Promise<[number, Record<string, unknown>]> {
  const response = await fetch(`${router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });
  return [response.status, JSON.parse(await response.text())];
}

test.each(['application/json', 'application/graphql-response+json', '*/*'])(
  'what would cost too much is refused with 400 before any subgraph hears of it (%s)',
  async (accept) => {
    const cheap = { query, variables: { deep: false } };
    const dear = { query, variables: { deep: true } };
    library.subgraphs.books.calls.length = 0;
    expect(await post(dear, accept)).toMatchObject([400, { errors: [tooExpensive] }]);
    expect(library.subgraphs.books.calls).toEqual([]);
    // Once the query is known, the lane takes it; what it costs is asked each time.
    for (let times = 0; times < 3; times += 1) expect((await post(cheap, accept))[0]).toBe(200);
    const [status, { data, errors }] = await post(dear, accept);
    expect([status, data, errors]).toMatchObject([400, undefined, [tooExpensive]]);
  },
);

test('a mutation and what comes over a socket are weighed, too', async () => {
  const inner = 'reviews { book { reviews { book { reviews { book { reviews { id } } } } } } }';
  const mutation = `mutation { renameBook(isbn: "1", title: "x") { ${inner} } }`;
  expect(await post({ query: mutation }, '*/*')).toMatchObject([400, { errors: [tooExpensive] }]);
  expect(library.titles.get('1')).toBe('Dune');

  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.some(({ type }) => type === 'connection_ack'));
  socket.subscribe('query', `{ latestReview { book { ${inner} } } }`);
  socket.subscribe('mutation', mutation);
  socket.subscribe('subscription', `subscription { reviewed { book { ${inner} } } }`);
  const ids = ['query', 'mutation', 'subscription'];
  await until(() => ids.every((id) => socket.of(id).length > 0));
  for (const id of ids) expect(socket.of(id)).toMatchObject([{ type: 'error', payload: [tooExpensive] }]);
  socket.socket.close();
});
