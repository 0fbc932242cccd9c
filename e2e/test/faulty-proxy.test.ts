import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { until } from '@moa/testing';
import { expect, onTestFinished, test } from 'vitest';
import { type FaultyProxy, openFaultyProxy } from '../faults/proxy/proxy.ts';

/** A server that says everything back, and what it has heard. */
async function openEcho() {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      heard.push(String(chunk));
      socket.write(chunk);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const proxy = await openFaultyProxy({ target: address.port });
  onTestFinished(async () => {
    await proxy.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { proxy, heard, sockets };
}

/** A client of the proxy: what it was told, and how its connection ended. */
async function call({ port }: FaultyProxy) {
  const socket = connect(port, '127.0.0.1');
  const client = { socket, told: '', error: '', closed: false };
  socket.on('data', (chunk) => {
    client.told += chunk;
  });
  socket.on('error', (error) => {
    client.error = 'code' in error ? String(error.code) : error.message;
  });
  socket.on('close', () => {
    client.closed = true;
  });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return client;
}

test('it passes what is said, both ways, and an ordered end', async () => {
  const { proxy, sockets } = await openEcho();
  const client = await call(proxy);
  client.socket.write('hello');
  await until(() => client.told === 'hello');
  client.socket.end();
  await until(() => client.closed && [...sockets].every((socket) => socket.closed));
  expect(client.error).toBe('');
});

test('slow: much comes in pieces, late, and whole', async () => {
  const { proxy } = await openEcho();
  await proxy.set({ kind: 'slow', delayMs: 5, bytesPerSecond: 20_000_000 });
  const client = await call(proxy);
  const text = 'x'.repeat(1_000_000);
  client.socket.write(text);
  await until(() => client.told.length === text.length, { timeoutMs: 20_000 });
});

test('silent: connections are made and nothing comes; afterwards it all comes late', async () => {
  const { proxy, heard } = await openEcho();
  const before = await call(proxy);
  await proxy.set({ kind: 'silent' });
  const during = await call(proxy);
  before.socket.write('before');
  during.socket.end('during'); // who gave up waiting: the request is done all the same
  await once(during.socket, 'finish');
  expect(heard).toEqual([]);
  await proxy.set({ kind: 'pass' });
  await until(() => before.told === 'before' && heard.includes('during'));
});

test('half-open: answers are lost, the connection stands, and ends when the way is good again', async () => {
  const { proxy, heard } = await openEcho();
  const client = await call(proxy);
  const idle = await call(proxy);
  await proxy.set({ kind: 'half-open', lost: 'answers' });
  client.socket.write('asked');
  await until(() => heard.length === 1);
  client.socket.write('again');
  await until(() => heard.length === 2); // by now the first answer is lost
  expect(client).toMatchObject({ told: '', closed: false });
  await proxy.set({ kind: 'pass' });
  await until(() => client.closed);
  expect(client).toMatchObject({ told: '', error: 'ECONNRESET' });
  idle.socket.write('unharmed');
  await until(() => idle.told === 'unharmed');
});

test('half-open: requests are lost, and what comes from the other side is heard', async () => {
  const { proxy, heard, sockets } = await openEcho();
  const client = await call(proxy);
  await until(() => sockets.size === 1);
  await proxy.set({ kind: 'half-open', lost: 'requests' });
  client.socket.write('lost');
  for (const news of ['one', 'two']) {
    for (const socket of sockets) socket.write(news);
    await until(() => client.told.endsWith(news));
  }
  await proxy.set({ kind: 'pass' });
  await until(() => client.closed);
  expect({ told: client.told, error: client.error, heard }).toEqual({ told: 'onetwo', error: 'ECONNRESET', heard: [] });
});

test('refuse: what stands is cut, nobody listens, and the port is the same again afterwards', async () => {
  const { proxy } = await openEcho();
  const client = await call(proxy);
  await proxy.set({ kind: 'refuse' });
  await until(() => client.closed);
  await expect(call(proxy)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await proxy.set({ kind: 'pass' });
  const again = await call(proxy);
  again.socket.write('again');
  await until(() => again.told === 'again');
});

test('reset: somebody listens, and hangs up', async () => {
  const { proxy } = await openEcho();
  await proxy.set({ kind: 'reset' });
  const [error] = await once(connect(proxy.port, '127.0.0.1'), 'error');
  expect(error).toMatchObject({ code: 'ECONNRESET' });
});
