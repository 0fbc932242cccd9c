import { until } from '@moa/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compose, loadSupergraph, type Router } from '../src/index.ts';
import { Mailroom, sdl } from './support/mailroom.ts';
import { RawSocket } from './support/socket.ts';

let mailroom: Mailroom;
let router: Router;
const sockets: RawSocket[] = [];

beforeEach(async () => {
  mailroom = await Mailroom.open();
  router = await mailroom.openRouter();
});
afterEach(async () => {
  for (const { socket } of sockets.splice(0)) socket.terminate();
  await router.close();
  await mailroom.close();
});

/** Subscribes, and returns once the subgraph listens. */
async function follow(query: string, variables: object = {}) {
  const before = mailroom.arrived.listeners;
  const socket = await connect();
  socket.subscribe('a', query, variables);
  await until(() => mailroom.arrived.listeners > before);
  return reading(socket);
}

async function connect(): Promise<RawSocket> {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  sockets.push(socket);
  await until(() => socket.received.some(({ type }) => type === 'connection_ack'));
  return socket;
}

const reading = (socket: RawSocket) => ({
  socket,
  payloads: () => socket.of('a').map(({ payload }) => payload),
  ids: () => socket.of('a').map(({ payload }) => (payload as { data: { arrived: { id: string } } }).data.arrived.id),
});

async function away(meanwhile: () => void): Promise<void> {
  await mailroom.subgraphs.letters.stop();
  await until(() => mailroom.arrived.listeners === 0);
  meanwhile();
  await mailroom.subgraphs.letters.start();
}

test.each([
  ['a literal', 'subscription { arrived(after: "1") { id } }', {}],
  ['a number', 'subscription { arrived(after: 1) { id } }', {}],
  ['a variable', 'subscription($after: ID) { arrived(after: $after) { id } }', { after: '1' }],
  ["a variable's default", 'subscription($after: ID = "1") { arrived(after: $after) { id } }', {}],
  [
    'a variable beside others',
    'subscription($a: ID, $b: String, $c: Boolean!) { arrived(after: $a, to: $b) { id text @skip(if: $c) } }',
    { a: '1', b: 'Emma', c: true },
  ],
  [
    "the router's own name",
    'subscription($router_after: ID!) { arrived(after: $router_after) { id } }',
    { router_after: '1' },
  ],
  ["the argument's default", 'subscription { arrived: sinceFirst { id } }', {}],
])(
  'with %s for the first item, what came while the subgraph was away is told, once',
  async (_what, query, variables) => {
    mailroom.bring('1', '2');
    const news = await follow(query, variables);
    await until(() => news.ids().length === 1);
    await away(() => mailroom.bring('3', '4'));
    await until(() => news.ids().length >= 3);
    mailroom.bring('5');
    await until(() => news.ids().at(-1) === '5');
    expect(news.ids()).toEqual(['2', '3', '4', '5']);
    expect(mailroom.afters.letters).toEqual(['1', '2']);
  },
);

test('nothing has come yet after the item that the client knows: it goes on after that one', async () => {
  mailroom.bring('1');
  const news = await follow('subscription($after: ID) { arrived(after: $after) { id } }', { after: '1' });
  await away(() => mailroom.bring('2'));
  await until(() => news.ids().length > 0);
  expect(news.ids()).toEqual(['2']);
  expect(mailroom.afters.letters).toEqual(['1', '1']);
});

test.each([
  ['no first item', 'subscription { arrived { id } }'],
  ['null for it', 'subscription { arrived(after: null) { id } }'],
  ['a variable without a value', 'subscription($after: ID) { arrived(after: $after) { id } }'],
])('with %s it goes on after the last event, however often the subgraph goes', async (_what, query) => {
  mailroom.bring('1');
  const news = await follow(query);
  mailroom.bring('2');
  await until(() => news.ids().length === 1);
  await away(() => mailroom.bring('3'));
  await until(() => news.ids().length === 2);
  await away(() => mailroom.bring('4', '5'));
  await until(() => news.ids().length >= 4);
  expect(news.ids()).toEqual(['2', '3', '4', '5']);
  expect(mailroom.afters.letters.slice(1)).toEqual(['2', '3']);
});

test('nobody knows where it was before the first event: it ends, so that the client comes again', async () => {
  const news = await follow('subscription { arrived { id } }');
  await mailroom.subgraphs.letters.stop();
  await until(() => news.payloads().length === 1);
  expect(news.socket.of('a')).toMatchObject([
    { type: 'error', payload: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] },
  ]);
  await mailroom.subgraphs.letters.start();
  news.socket.subscribe('b', 'subscription { arrived { id } }');
  await until(() => mailroom.arrived.listeners === 1);
  mailroom.bring('1');
  await until(() => news.socket.of('b').length === 1);
});

test.each([
  ['text', (id: string) => ({ text: `Letter ${id}` })],
  ['id: text', (id: string) => ({ id: `Letter ${id}` })],
  ['router_id: text number: id', (id: string) => ({ router_id: `Letter ${id}`, number: id })],
  ['router_id: id', (id: string) => ({ router_id: id })],
  ['writer { id name }', () => ({ writer: { id: '9', name: 'Writer 9' } })],
  ['id writer { router_id: name }', (id: string) => ({ id, writer: { router_id: 'Writer 9' } })],
  ['__typename ... on Letter { text }', (id: string) => ({ __typename: 'Letter', text: `Letter ${id}` })],
])('a client that selects { %s } gets just that', async (selection, letter) => {
  const news = await follow(`subscription { mine: arrived(to: "Emma") { ${selection} } }`);
  mailroom.bring('1');
  await until(() => news.payloads().length === 1);
  await away(() => mailroom.bring('2'));
  await until(() => news.payloads().length === 2);
  expect(news.payloads()).toEqual(['1', '2'].map((id) => ({ data: { mine: letter(id) } })));
});

test("an error about the router's own field is told of the item", async () => {
  const news = await follow('subscription { arrived { text } }');
  mailroom.bring('broken');
  await until(() => news.payloads().length === 1);
  expect(news.payloads()).toMatchObject([{ data: { arrived: null }, errors: [{ path: ['arrived'] }] }]);
});

test('clients who share it go on together, whoever leaves', async () => {
  mailroom.bring('1');
  const query = 'subscription($after: ID) { arrived(after: $after) { id } }';
  const one = await follow(query, { after: '1' });
  const other = await connect();
  other.subscribe('a', 'subscription { arrived(after: "1") { id } }');
  await other.answered();
  const both = [one, reading(other)];
  mailroom.bring('2');
  await until(() => both.every(({ ids }) => ids().length === 1));
  await away(() => mailroom.bring('3'));
  await until(() => both.every(({ ids }) => ids().length === 2));
  one.socket.send({ type: 'complete', id: 'a' });
  await one.socket.answered();
  await away(() => mailroom.bring('4'));
  await until(() => other.of('a').length === 3);
  expect(both.map(({ ids }) => ids())).toEqual([
    ['2', '3'],
    ['2', '3', '4'],
  ]);
  expect(mailroom.afters.letters).toEqual(['1', '2', '3']);
});

test('another source goes on after the last event, where the answers differ too', async () => {
  const news = await follow('subscription { arrived { id to text } }');
  mailroom.bring('1', '2');
  await until(() => news.ids().length === 2);
  await router.swap(mailroom.supergraph('moved'));
  mailroom.bring('3');
  await until(() => mailroom.subgraphs.archive.running === 1 && mailroom.arrived.listeners === 1);
  mailroom.bring('4');
  await until(() => news.ids().includes('4'));
  expect(news.ids()).toEqual(['1', '2', '3', '4']);
  await router.swap(mailroom.supergraph('first'));
  await until(() => mailroom.subgraphs.letters.running === 1 && mailroom.arrived.listeners === 1);
  await away(() => mailroom.bring('5'));
  await until(() => news.ids().length === 5);
  expect(news.ids().at(-1)).toBe('5');
  expect(mailroom.afters.archive).toMatchObject([expect.stringMatching(/^[23]$/)]);
});

test('events that come while sources change one after the other are told once, in order', async () => {
  const news = await follow('subscription { arrived { id to } }');
  let brought = 0;
  const bringing = setInterval(() => {
    brought += 1;
    mailroom.bring(String(brought));
  }, 2);
  try {
    for (const version of ['moved', 'first', 'moved', 'first'] as const) {
      const before = news.ids().length;
      await until(() => news.ids().length > before + 20);
      await router.swap(mailroom.supergraph(version));
    }
    const before = news.ids().length;
    await until(() => news.ids().length > before + 20);
  } finally {
    clearInterval(bringing);
  }
  await until(() => news.ids().at(-1) === String(brought));
  expect(news.ids()).toEqual(Array.from({ length: brought }, (_, index) => String(index + 1)));
  await until(() => mailroom.arrived.listeners === 1);
});

test('before the first event both sources are heard for a while', async () => {
  const news = await follow('subscription { arrived { id } }');
  await router.swap(mailroom.supergraph('moved'));
  await until(() => mailroom.arrived.listeners === 2);
  mailroom.bring('1', '2');
  await until(() => mailroom.arrived.listeners === 1);
  mailroom.bring('3');
  await until(() => news.ids().includes('3'));
  expect(news.ids()).toEqual(['1', '2', '3']);
});

test.each([
  ['an argument', 'argument: "since", from: "id"', /"arrived" names an argument that it hasn't: "since"/],
  ['a field', 'argument: "after", from: "number"', /"arrived" names a field that Letter hasn't: "number"/],
])('a supergraph whose @resume names %s that is not there is refused', (_what, argumentsOfIt, message) => {
  const letters = sdl.letters.replace('argument: "after", from: "id"', argumentsOfIt);
  const composed = compose([{ name: 'letters', url: 'http://localhost/', sdl: letters }]);
  expect(() => loadSupergraph(composed)).toThrow(message);
});
