import { once } from 'node:events';
import { type ClientRequest, createServer, type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { post, until } from '@moa/testing';
import { afterEach, expect, test } from 'vitest';
import { createReadBody } from '../src/body-text.ts';
import { limits } from '../src/limits.ts';
import { Library } from './support/library.ts';

const open: ClientRequest[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.destroy();
});

/** A request whose body of so many bytes has begun, with what is answered to it. */
const begin = (url: string, bytes: number) => {
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'content-length': bytes };
  const sending = request(url, { method: 'POST', headers, agent: false });
  sending.on('error', () => {});
  open.push(sending);
  const answered = once(sending, 'response').then(([response]: IncomingMessage[]) => response);
  answered.catch(() => {});
  return { sending, answered };
};

test('bodies that do not come to their end are refused once they take too much together; others are answered', async () => {
  const library = await Library.open();
  const router = await library.openRouter();
  const bytes = limits.bodyBytes;
  const refused: (IncomingMessage | undefined)[] = [];
  for (let sent = 0; sent < limits.unfinishedBodyBytes * 1.1; sent += bytes) {
    const { sending, answered } = begin(`${router.url}/graphql`, bytes);
    sending.write(Buffer.alloc(bytes - 1, ' '));
    answered.then((response) => refused.push(response)).catch(() => {});
  }
  await until(() => refused.length > 0);
  const [first] = refused;
  expect([first?.statusCode, first?.headers['retry-after']]).toEqual([503, '1']);
  expect(first && (await json(first))).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
  expect(await post(`${router.url}/graphql`, { query: '{ wall }' })).toMatchObject({ status: 200 });
  for (const each of open) each.destroy();
  await router.close();
  await library.close();
});

/** Answers a body with its length, or with the code of what was wrong. */
async function openServer(most: number) {
  const readBody = createReadBody(most);
  let received = 0;
  const server = createServer((incoming, response) => {
    readBody(incoming).then(
      (text) => response.end(JSON.stringify(text.length)),
      ({ code }) => response.end(JSON.stringify(code)),
    );
    incoming.on('data', (chunk: Buffer) => {
      received += chunk.length;
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  const sent = { bytes: 0 };
  return {
    url: `http://127.0.0.1:${port}/`,
    /** Resolves when the server has read it. */
    async write({ sending }: ReturnType<typeof begin>, bytes: number) {
      sent.bytes += bytes;
      sending.write(Buffer.alloc(bytes));
      await until(() => received === sent.bytes);
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

test('the eldest goes first, and who is done, or gone, leaves its room', async () => {
  const { url, write, close } = await openServer(2_500);
  const told = async ({ answered }: ReturnType<typeof begin>) => {
    const response = await answered;
    return response && json(response);
  };
  for (let round = 0; round < 3; round += 1) {
    const [eldest, younger] = [begin(url, 2_000), begin(url, 1_000)];
    await write(eldest, 1_900);
    await write(younger, 900);
    expect(await told(eldest)).toBe('OVERLOADED');
    await write(younger, 100);
    expect(await told(younger)).toBe(1_000);
    const gone = begin(url, 2_000);
    await write(gone, 1_900);
    gone.sending.destroy();
  }
  close();
});
