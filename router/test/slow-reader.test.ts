import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { until } from '@moa/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Router } from '../src/index.ts';
import { limits } from '../src/limits.ts';
import { EventQueue, EventsOverflow } from '../src/subgraphs/event-queue.ts';
import type { Listener } from '../src/subscriptions/shared-subscriptions.ts';
import { deliver } from '../src/subscriptions/slow-reader.ts';
import { answersOn } from '../src/subscriptions/transport.ts';
import { Library } from './support/library.ts';
import { RawSocket } from './support/socket.ts';

let server: WebSocketServer;
let socket: WebSocket;
let client: WebSocket;
const received: number[] = [];

beforeEach(async () => {
  received.length = 0;
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  await once(server, 'listening');
  const accepted = once(server, 'connection');
  client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`); // a TCP server that listens has such an address
  client.on('message', (bytes) => received.push(JSON.parse(String(bytes)).payload.number));
  await once(client, 'open');
  [socket] = await accepted;
});
afterEach(() => {
  client.terminate();
  server.close();
});

/** A subscription to which the test gives its answers. */
function begin(latest: boolean) {
  let listener: Listener | undefined;
  let left = false;
  const delivery = deliver({
    outlet: answersOn(socket, 'a'),
    join(joined) {
      listener = joined;
      return {
        latest,
        leave() {
          left = true;
        },
      };
    },
    explain: (reason) => reason,
  });
  if (!listener) throw new Error('Nobody has joined.');
  return { listener, ended: delivery.next(), hasLeft: () => left };
}

const answer = (number: number, size: number) => JSON.stringify({ number, text: 'x'.repeat(size) });

test('a client that stops reading costs a bounded number of events, then it loses the subscription', async () => {
  const { listener, ended, hasLeft } = begin(false);
  client.pause();
  let sent = 0;
  const overflow = ended.catch((error: unknown) => error);
  while (!hasLeft() && sent < 100_000) {
    for (let index = 0; index < 100; index += 1) {
      sent += 1;
      listener.tell(answer(sent, 10_000));
    }
    expect(socket.bufferedAmount).toBeLessThan(200_000);
    await new Promise(setImmediate); // for what the network takes
  }
  expect(await overflow).toBeInstanceOf(EventsOverflow);
  const taken = received.length;
  expect(taken).toBe(0);
  client.resume();
  await until(() => socket.bufferedAmount === 0 && received.length > 0);
  // Nothing of what was dropped, and nothing twice.
  expect(received).toEqual(Array.from(received, (_, index) => index + 1));
});

test('few long events count as much as many short ones', async () => {
  const { listener, ended } = begin(false);
  client.pause();
  const size = limits.eventsWaitingLength / 4;
  for (let number = 1; number <= 8; number += 1) listener.tell(answer(number, size));
  await expect(ended).rejects.toBeInstanceOf(EventsOverflow);
});

test('where the newest stands for all before it a slow client gets that one, and is not sent away', async () => {
  const { listener, ended } = begin(true);
  client.pause();
  for (let number = 1; number <= 20_000; number += 1) {
    listener.tell(answer(number, 10_000));
    if (number % 1_000 === 0) await new Promise(setImmediate);
  }
  expect(socket.bufferedAmount).toBeLessThan(200_000);
  client.resume();
  await until(() => received.at(-1) === 20_000);
  expect(received.length).toBeLessThan(10_000);
  expect(received).toEqual(received.toSorted((one, other) => one - other));
  listener.end();
  expect((await ended).done).toBe(true);
});

test('the end comes after everything that still waits', async () => {
  const { listener, ended } = begin(false);
  client.pause();
  for (let number = 1; number <= 500; number += 1) listener.tell(answer(number, 10_000));
  listener.end();
  let over = false;
  void ended.then(() => {
    over = true;
  });
  await new Promise(setImmediate);
  expect(over).toBe(false);
  client.resume();
  await ended;
  await until(() => received.length === 500);
});

function* outcomesOf(queue: EventQueue<number>) {
  while (queue.outcome?.kind === 'item') {
    yield queue.outcome.item;
    queue.take();
  }
  yield queue.outcome?.kind;
}

test('a queue that drops the oldest keeps the newest', () => {
  const queue = new EventQueue<number>({ most: 2, dropsOldest: true }, { left: () => {} });
  for (const number of [1, 2, 3, 4]) queue.push(number);
  queue.end();
  expect([...outcomesOf(queue)]).toEqual([3, 4, 'end']);
});

test('one that must not loses all when more come than it holds, and its source hears of it once', () => {
  let left = 0;
  const queue = new EventQueue<number>({ most: 2 }, { left: () => (left += 1) });
  for (const number of [1, 2, 3, 4]) queue.push(number);
  expect([...outcomesOf(queue)]).toEqual(['failure']);
  queue.leave();
  expect(left).toBe(1);
});

test('one that does not read keeps nobody else waiting', async () => {
  const library = await Library.open();
  const router: Router = await library.openRouter();
  const goOn = library.holdReviews();
  const [deaf, awake] = [await RawSocket.open(`${router.url}/graphql`), await RawSocket.open(`${router.url}/graphql`)];
  for (const each of [deaf, awake]) {
    await until(() => each.received.length === 1);
    each.subscribe('a', 'subscription { reviewed { text } }');
    await each.answered();
  }
  goOn();
  await until(() => deaf.of('a').length === 1 && awake.of('a').length === 1);
  deaf.socket.pause();
  const text = 'x'.repeat(100_000);
  for (let number = 20; number <= 300; number += 20) {
    for (let index = 0; index < 20; index += 1) library.review(text);
    await until(() => awake.of('a').length === number + 1);
  }
  expect(library.subgraphs.reviews.subscribers).toHaveLength(1);
  deaf.socket.resume();
  await until(() => deaf.of('a').some(({ type }) => type === 'error'));
  expect(deaf.of('a').at(-1)).toMatchObject({ payload: [{ extensions: { code: 'SUBSCRIBER_TOO_SLOW' } }] });
  library.review('last');
  await until(() => awake.of('a').length === 302);
  deaf.socket.terminate();
  awake.socket.terminate();
  await router.close();
  await library.close();
});
