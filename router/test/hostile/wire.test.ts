import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { codesIn, Victim } from './victim.ts';

let victim: Victim;
beforeAll(async () => {
  victim = await Victim.open();
});
afterEach(() => victim.expectAlive());
afterAll(() => victim.close());

const dial = (): Socket => {
  const { hostname, port } = new URL(victim.url);
  return connect(Number(port), hostname);
};

/** Everything that comes until the other side hangs up. */
function heard(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part) => (text += part));
    socket.on('error', () => {}); // a connection that is cut off is closed as well
    socket.on('close', () => resolve(text));
  });
}

async function say(bytes: string | Buffer): Promise<string> {
  const socket = dial();
  socket.write(bytes);
  return heard(socket);
}

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
const codesOf = (answer: string): readonly string[] =>
  codesIn({ status: statusOf(answer), text: answer.slice(answer.indexOf('\r\n\r\n')) });
const body = '{"query":"{wall}"}';
const request = (headers: string, text = body): string =>
  `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n${headers}\r\n${text}`;
const length = `content-length: ${body.length}\r\n`;

test.each([
  ['what is no HTTP', 'GIMME / GRAPHQL\r\n\r\n'],
  ['TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc])],
  ['a header without a name', request(`: x\r\n${length}`)],
  ['a header with a line break in it', request(`x-a: b\rc\r\n${length}`)],
  ['a header with a zero in it', request(`x-a: b\0c\r\n${length}`)],
  ['two lengths', request(`${length}content-length: 3\r\n`)],
  ['a length and chunks', request(`${length}transfer-encoding: chunked\r\n`)],
  ['a length below nothing', request('content-length: -5\r\n')],
  ['chunks that are none', request('transfer-encoding: chunked\r\n', 'zz\r\n{}\r\n')],
  ['headers of 20 KB', request(`x-a: ${'b'.repeat(20_000)}\r\n${length}`)],
  ['thousands of headers', request(`${'a: b\r\n'.repeat(5_000)}${length}`)],
  ['an address of 20 KB', `GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`],
])('%s is refused with a 4xx and a code', async (_what, bytes) => {
  const answer = await say(bytes);
  const [status, code] = [statusOf(answer), codesOf(answer)[0] ?? ''];
  expect([400, 413, 431]).toContain(status);
  expect(code).toMatch(/^(BAD_REQUEST|HEADERS_TOO_LARGE)$/);
});

test('without a host it is Node that refuses, in a word', async () => {
  expect(statusOf(await say('GET /graphql HTTP/1.1\r\nconnection: close\r\n\r\n'))).toBe(400);
});

test('a line break smuggled into a header of the answer stays out', async () => {
  const answer = await say(
    request(`x-request-id: a%0d%0aset-cookie:x=1\r\norigin: http://x%0d%0ax-evil: 1\r\n${length}`),
  );
  expect(statusOf(answer)).toBe(200);
  const [head = ''] = answer.split('\r\n\r\n');
  expect(head).not.toMatch(/^(set-cookie|x-evil)/im);
});

test('a body that says it is longer than 100 KB is refused before it comes', async () => {
  const answer = await say(request('content-length: 1000000000\r\n', ''));
  expect(statusOf(answer)).toBe(413);
  expect(codesOf(answer)).toEqual(['PAYLOAD_TOO_LARGE']);
});

test('a body that grows beyond 100 KB without having said so is refused', async () => {
  const socket = dial();
  const answer = heard(socket);
  socket.write(request('transfer-encoding: chunked\r\n', ''));
  for (let sent = 0; sent < 30 && socket.writable; sent += 1) socket.write(`1000\r\n${' '.repeat(4096)}\r\n`);
  expect(statusOf(await answer)).toBe(413);
});

test('hundreds who say a little and then nothing keep nobody else waiting, and are sent away', async () => {
  const slow = Array.from({ length: 300 }, () => dial());
  const answers = slow.map(heard);
  for (const socket of slow) socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
  await victim.expectAlive();
  // Headers must have come within 10 s, and all of a request within 30.
  for (const answer of await Promise.all(answers)) {
    expect(statusOf(answer)).toBe(408);
    expect(codesOf(answer)).toEqual(['REQUEST_TIMEOUT']);
  }
}, 30_000);
