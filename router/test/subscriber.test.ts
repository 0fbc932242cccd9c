import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { anonymous, type Signer } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { until } from '@moa/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { SubgraphUnavailable } from '../src/subgraphs/response.ts';
import { createSubscriber, type Subscriber } from '../src/subgraphs/subscriber.ts';

type Said = { readonly type: string; readonly id?: string };

let server: WebSocketServer;
let subscriber: Subscriber;
/** What was said on each socket. */
let heard: Said[][];
let signing: Promise<unknown>;

const signer: Signer = { sign: (_viewer, audience) => signing.then(() => `for ${audience}`) };
const subscribe = (number: number) =>
  subscriber.subscribe({
    query: 'subscription { a }',
    variables: { number },
    viewer: anonymous,
    requestId: 'request-1',
  });
/** The items of a list, after one or from now on. */
const subscribeToList = (after?: string, field = 'b') =>
  subscriber.subscribe({
    query: `subscription($router_after: ID) { a(after: $router_after) { ${field} router_id: id } }`,
    variables: after === undefined ? {} : { router_after: after },
    viewer: anonymous,
    requestId: 'request-1',
    resumption: { variable: 'router_after', place: ['a', 'router_id'] },
  });
const sockets = (): readonly WebSocket[] => [...server.clients];
const idsOn = (socket: number): readonly unknown[] =>
  (heard[socket] ?? []).filter(({ type }) => type === 'subscribe').map(({ id }) => id);

beforeEach(async () => {
  heard = [];
  signing = Promise.resolve();
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' });
  server.on('connection', (socket) => {
    const said: Said[] = [];
    heard.push(said);
    socket.on('message', (bytes) => {
      const message = JSON.parse(String(bytes));
      said.push(message);
      if (message.type === 'connection_init') socket.send('{"type":"connection_ack"}');
    });
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  subscriber = createSubscriber({
    name: 'a',
    url: `http://127.0.0.1:${port}/graphql`,
    signer,
    logger: createLogger('test'),
  });
});
afterEach(async () => {
  await subscriber.close();
  for (const socket of server.clients) socket.terminate();
  server.close();
});

test('one socket carries all, each with a token and an id of its own', async () => {
  const events = [subscribe(1), subscribe(2)];
  await until(() => idsOn(0).length === 2);
  expect(new Set(idsOn(0)).size).toBe(2);
  expect(heard[0]?.at(-1)).toMatchObject({ payload: { extensions: { viewer: 'for a', requestId: 'request-1' } } });
  sockets()[0]?.send(JSON.stringify({ type: 'next', id: idsOn(0)[1], payload: { data: { a: 7 } } }));
  await until(() => events[1]?.outcome);
  expect(events.map(({ outcome }) => outcome)).toEqual([undefined, { kind: 'item', item: { data: { a: 7 } } }]);
  expect(heard).toHaveLength(1);
});

test('a socket that is lost while tokens are signed is followed by another, on which each is asked once', async () => {
  subscribe(1);
  await until(() => idsOn(0).length === 1);
  const signed = Promise.withResolvers<void>();
  signing = signed.promise;
  subscribe(2);
  for (const socket of sockets()) socket.terminate();
  await until(() => heard.length === 2 && heard[1]?.length === 1);
  for (const socket of sockets()) socket.terminate();
  await until(() => heard.length === 3 && heard[2]?.length === 1);
  signed.resolve();
  await until(() => idsOn(2).length === 2);
  expect(new Set(idsOn(2)).size).toBe(2);
  expect(idsOn(1)).toEqual([]);
});

test.each([
  ['is left', (id: unknown) => ({ type: 'next', id, payload: { data: {} } })],
  ['is complete', (id: unknown) => ({ type: 'complete', id })],
  ['fails', (id: unknown) => ({ type: 'error', id, payload: [{ message: 'No.' }] })],
])('the socket is closed when the last subscription %s', async (what, message) => {
  const events = subscribe(1);
  await until(() => idsOn(0).length === 1);
  const [socket] = sockets();
  socket?.send(JSON.stringify(message(idsOn(0)[0])));
  await until(() => events.outcome);
  if (what === 'is left') events.leave();
  await until(() => server.clients.size === 0);
  expect(heard[0]?.some(({ type }) => type === 'complete')).toBe(what === 'is left');
});

test('a subgraph that refuses the socket for good is not asked again', async () => {
  const events = subscribe(1);
  await until(() => idsOn(0).length === 1);
  sockets()[0]?.close(4401, 'Unauthorized');
  await until(() => events.outcome);
  expect(events.outcome).toMatchObject({ kind: 'failure', error: expect.any(SubgraphUnavailable) });
  expect(heard).toHaveLength(1);
});

test('what is none of the protocol ends the socket and not the subscription', async () => {
  const events = subscribe(1);
  await until(() => idsOn(0).length === 1);
  sockets()[0]?.send('{"type":"nonsense"}');
  await until(() => idsOn(1).length === 1);
  expect(events.outcome).toBeUndefined();
});

test('a list goes on after its last item; where none is known it is unavailable, unless it was never asked for', async () => {
  const [known, unknown] = [subscribeToList('7'), subscribeToList()];
  await until(() => idsOn(0).length === 2);
  sockets()[0]?.send(
    JSON.stringify({ type: 'next', id: idsOn(0)[0], payload: { data: { a: { router_id: '8', b: 1 } } } }),
  );
  await until(() => known.outcome);
  expect(known.outcome).toEqual({ kind: 'item', item: { data: { a: { b: 1 } }, cursor: '8' } });
  const signed = Promise.withResolvers<void>();
  signing = signed.promise;
  const unasked = subscribeToList(undefined, 'c');
  for (const socket of sockets()) socket.terminate();
  await until(() => unknown.outcome);
  expect(unknown.outcome).toMatchObject({ kind: 'failure', error: expect.any(SubgraphUnavailable) });
  signed.resolve();
  await until(() => idsOn(1).length === 2);
  expect(heard[1]?.slice(1)).toMatchObject([
    { payload: { variables: { router_after: '8' } } },
    { payload: { variables: {} } },
  ]);
  expect(unasked.outcome).toBeUndefined();
});
