import { until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { RawSocket } from '../support/socket.ts';
import { Victim } from './victim.ts';

let victim: Victim;
beforeAll(async () => {
  victim = await Victim.open();
});
afterEach(() => victim.expectAlive());
afterAll(() => victim.close());

const open = async (): Promise<RawSocket> => {
  const socket = await RawSocket.open(victim.graphql);
  await until(() => socket.received.some(({ type }) => type === 'connection_ack'));
  return socket;
};
const codeOf = (socket: RawSocket, id: string): unknown =>
  socket.of(id).flatMap(({ type, payload }) => (type === 'error' && Array.isArray(payload) ? payload : []))[0]
    ?.extensions.code;

test.each([
  ['no JSON', 'nonsense', 4400],
  ['no message', '[]', 4400],
  ['a message of no kind', '{"type":"explode"}', 4400],
  ['a subscribe without a payload', '{"type":"subscribe","id":"a"}', 4400],
  ['a payload that is none', '{"type":"subscribe","id":"a","payload":[]}', 4400],
  ['a query that is none', '{"type":"subscribe","id":"a","payload":{"query":1}}', 4400],
  ['an id that is none', '{"type":"subscribe","id":{},"payload":{"query":"{wall}"}}', 4400],
  ['a second connection_init', '{"type":"connection_init"}', 4429],
  ['a frame of 65 KB', `{"type":"ping","payload":{"a":"${'x'.repeat(65 * 1024)}"}}`, 1009],
  ['bytes that are no UTF-8', Buffer.from([0xff, 0xff]), 4400],
])('%s closes the socket', async (_what, frame, code) => {
  const socket = await open();
  socket.socket.send(frame);
  expect((await socket.closed).code).toBe(code);
});

test('text that is no UTF-8, and frames that break the protocol', async () => {
  for (const bytes of [
    Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xff]), // text that is none
    Buffer.from([0x83, 0x80, 0, 0, 0, 0]), // an opcode that is reserved
    Buffer.from([0x81, 0x05, 1, 2, 3, 4, 5]), // without a mask
    Buffer.from([0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0]), // a ping that is too long
    Buffer.from([0xc1, 0x80, 0, 0, 0, 0]), // compressed, which was not agreed on
  ]) {
    const socket = await open();
    Reflect.get(socket.socket, '_socket').write(bytes); // past the library, which wouldn't write such a frame
    expect((await socket.closed).code).toBeGreaterThanOrEqual(1002);
  }
});

test('who speaks before connection_init is sent away, and who says nothing at all', async () => {
  const early = await RawSocket.open(victim.graphql, null);
  early.subscribe('a', '{ wall }');
  expect((await early.closed).code).toBe(4401);
  const silent = await RawSocket.open(victim.graphql, null);
  expect((await silent.closed).code).toBe(4408);
});

test('a flood of inits on one socket, and of sockets without any', async () => {
  const flood = await RawSocket.open(victim.graphql, null);
  for (let n = 0; n < 200; n += 1) flood.send({ type: 'connection_init', payload: { n } });
  expect([4429, 1008]).toContain((await flood.closed).code);
  const many = await Promise.all(Array.from({ length: 200 }, () => RawSocket.open(victim.graphql, null)));
  await victim.expectAlive();
  expect(new Set((await Promise.all(many.map(({ closed }) => closed))).map(({ code }) => code))).toEqual(
    new Set([4408]),
  );
});

test('a flood of messages ends with 1008', async () => {
  const socket = await open();
  for (let n = 0; n < 1_000; n += 1) socket.send({ type: 'ping' });
  expect((await socket.closed).code).toBe(1008);
});

test('documents meet the limits that they meet over HTTP', async () => {
  const socket = await open();
  const levels = (count: number, inner: string) => 'book { reviews { '.repeat(count) + inner + '} } '.repeat(count);
  const documents = [
    ['GRAPHQL_PARSE_FAILED', `subscription { ticked(upTo: 1) { ${'number '.repeat(1_000)} } }`],
    ['GRAPHQL_PARSE_FAILED', `{ ${'wall '.repeat(1_000)} }`],
    ['GRAPHQL_VALIDATION_FAILED', `subscription { ticked(upTo: 1) { review { ${levels(4, 'id ')} } } }`],
    ['GRAPHQL_VALIDATION_FAILED', `{ latestReview { ${levels(5, 'id ')} } }`],
    [
      'OPERATION_TOO_EXPENSIVE',
      `subscription { ticked(upTo: 1) { review { ${levels(2, levels(1, 'id ').repeat(6))} } } }`,
    ],
    ['OPERATION_TOO_EXPENSIVE', `{ latestReview { ${levels(4, 'id ')} } }`],
    [
      'OPERATION_RESOLUTION_FAILURE',
      `subscription A { ticked(upTo: 1) { number } } subscription B { ticked(upTo: 1) { number } }`,
    ],
  ] as const;
  for (const [index, [code, query]] of documents.entries()) {
    socket.subscribe(`d${index}`, query);
    await until(() => codeOf(socket, `d${index}`));
    expect([query, codeOf(socket, `d${index}`)]).toEqual([query, code]);
  }
  const variables = { upTo: Array.from({ length: 3_000 }, () => ({ a: 1 })) };
  socket.subscribe('variables', 'subscription ($upTo: Int!) { ticked(upTo: $upTo) { number } }', variables);
  await until(() => socket.of('variables')[0]);
  expect(JSON.stringify(socket.of('variables')).length).toBeLessThan(2_000);
  expect(codeOf(socket, 'variables')).toBe('BAD_USER_INPUT');
  socket.socket.close();
});

test('the twenty-first subscription of a socket is refused, the others go on', async () => {
  const socket = await open();
  for (let n = 0; n < 21; n += 1) socket.subscribe(`s${n}`, 'subscription { reviewed { id } }');
  await until(() => codeOf(socket, 's20'));
  expect(codeOf(socket, 's20')).toBe('TOO_MANY_SUBSCRIPTIONS');
  await until(() => socket.of('s0').some(({ type }) => type === 'next'));
  socket.socket.close();
});

test('an upgrade to something else, or somewhere else, is refused', async () => {
  for (const [path, protocol] of [
    ['/nowhere', 'graphql-transport-ws'],
    ['/graphql', 'graphql-ws'],
    ['/graphql', undefined],
  ] as const) {
    const socket = new WebSocket(victim.url.replace(/^http/, 'ws') + path, protocol);
    const end = await new Promise<number>((resolve) => {
      socket.on('error', () => resolve(0));
      socket.on('close', (code) => resolve(code));
    });
    expect([0, 4406, 1002]).toContain(end);
  }
});
