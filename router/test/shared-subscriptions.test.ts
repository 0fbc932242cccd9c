import { subscribe, until } from '@moa/testing';
import { parse } from 'graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compose, createAuthenticator, loadSupergraph, type Router, type RouterOptions } from '../src/index.ts';
import { createPlanner } from '../src/plan/planner.ts';
import { createIsLatest } from '../src/subscriptions/latest.ts';
import { audience, Issuer, issuer } from './support/issuer.ts';
import { Library } from './support/library.ts';
import { RawSocket } from './support/socket.ts';

let library: Library;
let router: Router;
const routers: Router[] = [];
const sockets: RawSocket[] = [];
const reviewed = 'subscription { reviewed { id book { title } } }';

beforeEach(async () => {
  library = await Library.open();
});
afterEach(async () => {
  for (const { socket } of sockets.splice(0)) socket.terminate();
  await Promise.all(routers.splice(0).map((each) => each.close()));
  await library.close();
});

async function open(options: Partial<RouterOptions> = {}): Promise<Router> {
  router = await library.openRouter(options);
  routers.push(router);
  return router;
}

async function connect(init: object = {}, headers: Record<string, string> = {}): Promise<RawSocket> {
  const socket = await RawSocket.open(`${router.url}/graphql`, init, headers);
  sockets.push(socket);
  await until(() => socket.received.some(({ type }) => type === 'connection_ack'));
  return socket;
}

const asked = () => library.subgraphs.reviews.subscribers.length;
const idsOf = (socket: RawSocket, id = 'a') =>
  socket.of(id).map(({ payload }) => (payload as { data: { reviewed: { id: string } } }).data.reviewed.id);

/** Each subscribes before the subgraph has said anything. */
async function subscribeTogether(count: number, subscribeOne: (socket: RawSocket, number: number) => void) {
  const goOn = library.holdReviews();
  const all = await Promise.all(Array.from({ length: count }, () => connect()));
  for (const [number, socket] of all.entries()) {
    subscribeOne(socket, number);
    await socket.answered();
  }
  await until(() => asked() > 0);
  goOn();
  return all;
}

test('who subscribes to the same at the same time shares one subscription, and each event is completed once', async () => {
  await open();
  const all = await subscribeTogether(20, (socket) => socket.subscribe('a', reviewed));
  await until(() => all.every((socket) => socket.of('a').length === 1));
  library.review('7', '2');
  await until(() => all.every((socket) => socket.of('a').length === 2));
  for (const socket of all)
    expect(socket.of('a').map(({ payload }) => payload)).toEqual([
      { data: { reviewed: { id: 'snapshot', book: { title: 'Dune' } } } },
      { data: { reviewed: { id: '7', book: { title: 'Emma' } } } },
    ]);
  expect(asked()).toBe(1);
  expect(library.subgraphs.books.calls).toHaveLength(2);
});

test('where only the documents differ the upstream is shared, and each document gets its own answers', async () => {
  await open();
  const documents = [
    'subscription { reviewed { id book { shown: title postage } } }',
    'subscription { reviewed { id book { shown: copies } } }',
  ];
  const [one, other] = await subscribeTogether(2, (socket, number) => socket.subscribe('a', documents[number] ?? ''));
  await until(() => one?.of('a').length === 1 && other?.of('a').length === 1);
  const books = (socket: RawSocket | undefined) =>
    socket?.of('a').map(({ payload }) => (payload as { data: { reviewed: { book: unknown } } }).data.reviewed.book);
  expect([books(one), books(other)]).toEqual([[{ shown: 'Dune', postage: 600 }], [{ shown: 10 }]]);
  one?.send({ type: 'complete', id: 'a' });
  await one?.answered();
  library.review('7', '2');
  await until(() => other?.of('a').length === 2);
  expect(books(other)).toEqual([{ shown: 10 }, { shown: 20 }]);
  expect(asked()).toBe(1);
});

test('other variables are another subscription, undeclared ones are not', async () => {
  await open();
  const query = 'subscription($isbn: ID) { reviewed(isbn: $isbn) { id } }';
  const variables = [{ isbn: '1' }, { isbn: '2' }, { isbn: '1', other: 1 }];
  const all = await subscribeTogether(3, (socket, number) => socket.subscribe('a', query, variables[number]));
  await until(() => all.every((socket) => socket.of('a').length === 1));
  expect(asked()).toBe(2);
});

test('a variable that is left out is not one that is null', async () => {
  await open();
  const query = 'subscription($isbn: ID = "7") { reviewed(isbn: $isbn) { id } }';
  const all = await subscribeTogether(2, (socket, number) =>
    socket.subscribe('a', query, number ? { isbn: null } : {}),
  );
  await until(() => all.every((socket) => socket.of('a').length === 1));
  expect(asked()).toBe(2);
});

test('anonymous viewers are one wherever they are, and no subgraph is told where', async () => {
  await open({ trustedProxies: ['127.0.0.1'] });
  const goOn = library.holdReviews();
  const all = [
    await connect({}, { 'x-forwarded-for': '192.0.2.1' }),
    await connect({}, { 'x-forwarded-for': '192.0.2.2' }),
  ];
  for (const socket of all) {
    socket.subscribe('a', reviewed);
    await socket.answered();
  }
  await until(() => asked() > 0);
  goOn();
  await until(() => all.every((socket) => socket.of('a').length === 1));
  expect(library.subgraphs.reviews.subscribers).toEqual([{ kind: 'anonymous' }]);
  expect(library.subgraphs.books.calls.map(({ viewer }) => viewer)).toEqual([{ kind: 'anonymous' }]);
});

test('members never share with each other; two sockets of one do, and one whose token expires ends alone', async () => {
  const members = await (await Issuer.create()).start();
  await open({ authenticate: createAuthenticator({ jwksUrl: members.jwksUrl, issuer, audience }) });
  const goOn = library.holdReviews();
  const connectAs = async (sub: string, seconds: number) =>
    connect({ authorization: `Bearer ${await members.token({ sub }, seconds)}` });
  const long = await connectAs('m1', 60);
  const other = await connectAs('m2', 60);
  const short = await connectAs('m1', 3);
  for (const socket of [long, other, short]) {
    socket.subscribe('a', reviewed);
    await socket.answered();
  }
  await until(() => asked() === 2);
  goOn();
  await until(() => [long, other, short].every((socket) => socket.of('a').length === 1));
  expect(library.subgraphs.reviews.subscribers).toMatchObject([{ memberId: 'm1' }, { memberId: 'm2' }]);
  expect((await short.closed).code).toBe(4403);
  library.review('8');
  await until(() => long.of('a').length === 2 && other.of('a').length === 2);
  expect(short.of('a')).toHaveLength(1);
  expect(library.reviewed.listeners).toBe(2);
  await members.stop();
});

test('who comes after the first event gets an upstream of their own, and so the present state first', async () => {
  await open();
  const early = await connect();
  early.subscribe('a', reviewed);
  await until(() => early.of('a').length === 1);
  library.review('9');
  await until(() => early.of('a').length === 2);
  const late = await connect();
  late.subscribe('a', reviewed);
  await until(() => late.of('a').length === 1);
  library.review('10');
  await until(() => early.of('a').length === 3 && late.of('a').length === 2);
  expect([idsOf(early), idsOf(late)]).toEqual([
    ['snapshot', '9', '10'],
    ['snapshot', '10'],
  ]);
  expect(asked()).toBe(2);
});

test('a count begins at its beginning for everybody', async () => {
  await open();
  const query = 'subscription { ticked(upTo: 30) { number } }';
  const count = async () => {
    const seen: unknown[] = [];
    const ticks = subscribe<{ ticked: { number: number } }>(`${router.url}/graphql`, { query });
    for await (const { data } of ticks) seen.push(data?.ticked.number);
    await ticks.close();
    return seen;
  };
  const all = await Promise.all(Array.from({ length: 10 }, count));
  for (const seen of all) expect(seen).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

test('one after the other leaves; the last one takes the upstream along, and the next one begins afresh', async () => {
  await open();
  const [first, second] = await subscribeTogether(2, (socket) => socket.subscribe('a', reviewed));
  await until(() => first?.of('a').length === 1 && second?.of('a').length === 1);
  first?.send({ type: 'complete', id: 'a' });
  await first?.answered();
  library.review('11');
  await until(() => second?.of('a').length === 2);
  expect(first?.of('a')).toHaveLength(1);
  expect(library.reviewed.listeners).toBe(1);
  second?.socket.terminate();
  await until(() => library.reviewed.listeners === 0);
  first?.subscribe('b', reviewed);
  await until(() => first?.of('b').length === 1);
  expect(asked()).toBe(2);
});

test('a refusal reaches all who share it, each with a code', async () => {
  await open();
  const all = await Promise.all(Array.from({ length: 5 }, () => connect()));
  for (const socket of all) socket.subscribe('a', 'subscription { reviewed(secret: true) { id } }');
  await until(() => all.every((socket) => socket.of('a').length === 1));
  for (const socket of all)
    expect(socket.of('a')).toMatchObject([{ type: 'error', payload: [{ extensions: { code: 'FORBIDDEN' } }] }]);
});

test('a subgraph that restarts is rejoined once for all of them', async () => {
  await open();
  const all = await subscribeTogether(5, (socket) => socket.subscribe('a', reviewed));
  await until(() => all.every((socket) => socket.of('a').length === 1));
  await library.subgraphs.reviews.stop();
  await library.subgraphs.reviews.start();
  await until(() => all.every((socket) => socket.of('a').length === 2));
  library.review('12');
  await until(() => all.every((socket) => socket.of('a').length === 3));
  for (const socket of all) expect(idsOf(socket)).toEqual(['snapshot', 'snapshot', '12']);
  expect(asked()).toBe(2);
});

test('another supergraph is planned for all of them at once', async () => {
  await open();
  const all = await subscribeTogether(5, (socket) => socket.subscribe('a', reviewed));
  await until(() => all.every((socket) => socket.of('a').length === 1));
  await router.swap(`${library.supergraphSdl}\n# another`);
  library.review('13');
  await until(() => all.every((socket) => socket.of('a').length === 2));
  for (const socket of all) expect(idsOf(socket)).toEqual(['snapshot', '13']);
});

test('where the last event stands for the state, who comes later gets it first, with what other subgraphs say now', async () => {
  await open({ latestSubscriptions: ['reviewed'] });
  const early = await connect();
  early.subscribe('a', reviewed);
  await until(() => early.of('a').length === 1);
  library.review('14', '2');
  await until(() => early.of('a').length === 2);
  library.titles.set('2', 'Emma II');
  const late = await connect();
  late.subscribe('a', reviewed);
  late.subscribe('plain', 'subscription { reviewed { id } }');
  await until(() => late.of('a').length === 1 && late.of('plain').length === 1);
  expect(late.of('a').map(({ payload }) => payload)).toEqual([
    { data: { reviewed: { id: '14', book: { title: 'Emma II' } } } },
  ]);
  library.review('15');
  await until(() => early.of('a').length === 3 && late.of('a').length === 2);
  expect(idsOf(late)).toEqual(['14', '15']);
  expect(asked()).toBe(2); // the plain one asks the subgraph for less
  const alike = await connect();
  alike.subscribe('plain', 'subscription { reviewed { id } }');
  await until(() => alike.of('plain').length === 1);
  expect(idsOf(alike, 'plain')).toEqual(['15']);
  expect(asked()).toBe(2);
});

test('who comes after an event is not told what was on its way about the one before', async () => {
  await open({ latestSubscriptions: ['reviewed'] });
  const [early, second, third] = [await connect(), await connect(), await connect()];
  early.subscribe('a', reviewed);
  await until(() => early.of('a').length === 1);
  const found = Promise.withResolvers<void>();
  const { calls } = library.subgraphs.books;
  library.untilFound = found.promise;
  const asks = calls.length;
  second.subscribe('a', reviewed);
  await until(() => calls.length === asks + 1);
  library.untilFound = undefined;
  library.review('16', '2');
  await until(() => early.of('a').length === 2 && second.of('a').length === 1);
  third.subscribe('a', reviewed);
  await third.answered();
  found.resolve();
  await until(() => third.of('a').length === 1);
  expect([idsOf(second), idsOf(third)]).toEqual([['16'], ['16']]);
});

test('a field may say so itself, by a directive that its subgraph composes into the supergraph', () => {
  const supergraph = loadSupergraph(
    compose([
      {
        name: 'rides',
        url: 'http://localhost/',
        sdl: `extend schema
          @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@composeDirective"])
          @link(url: "https://rides.example/latest/v1.0", import: ["@latest"])
          @composeDirective(name: "@latest")
        directive @latest on FIELD_DEFINITION
        type Query { riders: Int }
        type Subscription { ride: Ride @latest called: Ride named: Ride }
        type Ride { place: String }`,
      },
    ]),
  );
  const isLatest = createIsLatest(['named']);
  const latest = (query: string) => {
    const planned = createPlanner(supergraph).plan(query, parse(query), undefined);
    return planned.kind === 'subscription' && isLatest(planned);
  };
  expect(latest('subscription { now: ride { place } }')).toBe(true);
  expect(latest('subscription { ...Both } fragment Both on Subscription { named { place } }')).toBe(true);
  expect(latest('subscription { called { place } }')).toBe(false);
});
