import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSigner, createVerifier, generateKey } from '@moa/identity';
import { inTrace } from '@moa/telemetry';
import { until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPeer, type PeerOptions, PeerUnavailable } from '../src/index.ts';

const document = 'mutation Cancel($id: ID!) { cancel(id: $id) { status } }';
const answers = (body: unknown) => (_request: IncomingMessage, response: ServerResponse) =>
  void response.end(JSON.stringify(body));
const well = answers({ data: { cancel: { status: 'CANCELLED' } } });
const badly = (_request: IncomingMessage, response: ServerResponse) => void response.writeHead(500).end('no');

/** The other subgraph: a real server whose way to answer a test may change. */
async function openOther() {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = well;
  const asked: { authorization: string; trace: unknown; body: unknown }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const { authorization = '', 'x-request-id': requestId, traceparent } = request.headers;
      asked.push({ authorization, trace: { requestId, traceparent }, body: JSON.parse(text) });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    asked,
    answer: (next: typeof answer) => {
      answer = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('asking a peer', () => {
  let other: Awaited<ReturnType<typeof openOther>>;
  let keys: Awaited<ReturnType<typeof generateKey>>;

  beforeEach(async () => {
    other = await openOther();
    keys = await generateKey('order');
  });
  afterEach(() => other.close());

  const peer = (options: Partial<PeerOptions> = {}) =>
    createPeer({ name: 'delivery', url: other.url, signer: createSigner(keys.privateKey), self: 'order', ...options });
  const ask = (asking: ReturnType<typeof peer>) => asking.ask(document, { id: '7' });

  test('takes the trace of the work in hand along, and nothing where there is none', async () => {
    const trace = {
      requestId: 'request-1',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    await inTrace(trace, () => ask(peer()));
    await ask(peer());
    expect(other.asked.map((each) => each.trace)).toEqual([trace, {}]);
  });

  test('sends the operation in our own name, and gives its data', async () => {
    expect(await ask(peer())).toEqual({ cancel: { status: 'CANCELLED' } });
    const [{ authorization = '', body } = {}] = other.asked;
    expect(body).toEqual({ query: document, variables: { id: '7' } });
    const verifier = createVerifier({ keys: [keys.publicKey] }, 'delivery');
    expect(await verifier.verify(authorization.replace('Bearer ', ''))).toEqual({ kind: 'service', name: 'order' });
  });

  test.each<[string, Parameters<Awaited<ReturnType<typeof openOther>>['answer']>[0]]>([
    ['answers with errors', answers({ data: null, errors: [{ message: 'no' }] })],
    ['answers with data and errors', answers({ data: { cancel: null }, errors: [{ message: 'no' }] })],
    ['answers without data', answers({})],
    ['answers null', answers(null)],
    ['answers HTTP 500', badly],
    ['answers something that is no JSON', (_request, response) => void response.end('<html>')],
    ['closes the socket', (request) => void request.destroy()],
    [
      'closes the socket in the middle of its answer',
      (_request, response) => {
        response.writeHead(200, { 'content-length': 100 }).write('{"data"');
        response.socket?.end();
      },
    ],
  ])('fails with PeerUnavailable when it %s', async (_how, answer) => {
    other.answer(answer);
    await expect(ask(peer())).rejects.toThrow(PeerUnavailable);
  });

  test('fails with PeerUnavailable when nothing listens there', async () => {
    await other.close();
    await expect(ask(peer())).rejects.toThrow(PeerUnavailable);
  });

  test('gives up at the deadline, also in the middle of an answer', async () => {
    other.answer(() => undefined);
    const asking = peer({ deadlineMs: 50 });
    await expect(ask(asking)).rejects.toThrow(PeerUnavailable);
    other.answer((_request, response) => void response.writeHead(200).write('{'));
    await expect(ask(asking)).rejects.toThrow(PeerUnavailable);
  });

  test('asks once: whether to ask again is for the caller to say', async () => {
    other.answer(badly);
    await expect(ask(peer())).rejects.toThrow();
    expect(other.asked).toHaveLength(1);
  });

  test('asks a peer again that has too much in hand: it is there', async () => {
    const asking = peer();
    other.answer((_request, response) => void response.writeHead(503, { 'retry-after': '1' }).end());
    for (let n = 0; n < 6; n += 1)
      await expect(ask(asking)).rejects.toThrow(new PeerUnavailable('delivery did not answer'));
    expect(other.asked).toHaveLength(6);
    other.answer(well);
    await ask(asking);
  });

  test('stops asking after five failures in a row, and tries again a while later', async () => {
    const asking = peer();
    other.answer(badly);
    for (let n = 0; n < 4; n += 1) await expect(ask(asking)).rejects.toThrow('delivery did not answer');
    other.answer(well);
    await ask(asking);
    other.answer(badly);
    for (let n = 0; n < 5; n += 1) await expect(ask(asking)).rejects.toThrow('delivery did not answer');
    expect(other.asked).toHaveLength(10);

    await expect(ask(asking)).rejects.toThrow(new PeerUnavailable('delivery has not answered for a while'));
    expect(other.asked).toHaveLength(10);

    other.answer(well);
    expect(await until(() => ask(asking).catch(() => undefined))).toEqual({ cancel: { status: 'CANCELLED' } });
    expect(other.asked).toHaveLength(11);
  });
});
