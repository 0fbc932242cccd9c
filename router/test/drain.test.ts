import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { subscribe } from '@moa/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { limits } from '../src/limits.ts';
import { Library } from './support/library.ts';

let library: Library;
beforeEach(async () => {
  library = await Library.open();
});
afterEach(() => library.close());

const body = JSON.stringify({ query: '{ slowBook { title } }' });
const headers = { 'content-type': 'application/json' };

/** Asks over a connection that would be kept. */
const ask = (url: string, agent: Agent, query = body) =>
  new Promise<{ connection: string | undefined; text: string }>((resolve, reject) => {
    const asked = request(`${url}/graphql`, { method: 'POST', headers, agent }, async (response) => {
      const text = (await response.toArray()).join('');
      resolve({ connection: response.headers.connection, text });
    });
    asked.on('error', reject);
    asked.end(query);
  });

test('N6: a request in hand is finished, new connections are refused, sockets get 1012, nothing is left', async () => {
  const router = await library.openRouter();
  const agent = new Agent({ keepAlive: true });
  const news = subscribe(`${router.url}/graphql`, { query: 'subscription { reviewed { id } }' });
  await news.next();
  const answer = ask(router.url, agent);
  await library.slowAsked.promise;

  const closed = router.close();
  expect(await news.closed).toEqual({ code: 1012, reason: 'Service restart' });
  await expect(fetch(`${router.url}/livez`)).rejects.toThrow();
  expect(library.reviewed.listeners).toBe(0);

  library.slow.resolve();
  expect(await answer).toEqual({ connection: 'close', text: expect.stringContaining('Dune') });
  await closed;
  await expect(fetch(`${router.url}/livez`)).rejects.toThrow();
  await router.close(); // a second time does nothing
  agent.destroy();
});

test('an idle connection may send one more request while the router drains', async () => {
  const router = await library.openRouter({ drainJitterMs: 5_000 });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await ask(router.url, agent, JSON.stringify({ query: '{ wall }' }));
  const closed = router.close();
  expect(await ask(router.url, agent, JSON.stringify({ query: '{ wall }' }))).toEqual({
    connection: 'close',
    text: expect.stringContaining('anonymous'),
  });
  await closed; // at once: the last connection has gone
  agent.destroy();
});

test('what does not end in time is cut off', async () => {
  const router = await library.openRouter({ drainMs: 100 });
  const agent = new Agent({ keepAlive: true });
  const answer = ask(router.url, agent);
  await library.slowAsked.promise;
  const cut = expect(answer).rejects.toThrow(/socket hang up|ECONNRESET/);
  await router.close();
  await cut;
  library.slow.resolve();
  agent.destroy();
});

test('while it drains a router is alive and not ready', async () => {
  const router = await library.openRouter({ drainJitterMs: 5_000 });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const get = (path: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      request(`${router.url}${path}`, { agent }, (response) =>
        response.resume().on('end', () => resolve(response.statusCode)),
      )
        .on('error', reject)
        .end();
    });
  expect(await get('/livez')).toBe(200);
  expect(await get('/readyz')).toBe(200);
  const closed = router.close();
  expect(await get('/readyz')).toBe(503);
  await closed;
  agent.destroy();
});

test('a connection that was refused and never hangs up does not keep the router', async () => {
  const router = await library.openRouter();
  const caller = connect({ port: Number(new URL(router.url).port), host: '127.0.0.1', allowHalfOpen: true });
  caller.write('GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  const [answer] = await once(caller, 'data');
  expect(String(answer)).toContain('404');
  await router.close();
  caller.destroy();
});

test.each([
  ['says nothing', ''],
  ['never ends its first headers', 'POST /graphql HTTP/1.1\r\nHost: x\r\n'],
  [
    'never sends its body',
    'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n',
  ],
  ['never ends its second request', 'GET /livez HTTP/1.1\r\nHost: x\r\n\r\nGET /livez HTTP/1.1\r\n'],
])(
  'a connection that %s does not keep the router',
  async (_what, sent) => {
    const router = await library.openRouter({ drainMs: 60_000 });
    const caller = connect({ port: Number(new URL(router.url).port), host: '127.0.0.1', allowHalfOpen: true });
    await once(caller, 'connect');
    caller.write(sent);
    await fetch(`${router.url}/livez`, { headers: { connection: 'close' } }); // so that the other one is taken, too
    await router.close();
    caller.destroy();
  },
  limits.headersMs - 2_000,
); // by then it would have gone by itself
