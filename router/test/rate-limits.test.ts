import { spawnSync } from 'node:child_process';
import { openFreezableProxy, post, startRedis, subscribe, until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { networkOf } from '../src/client-address.ts';
import { createAuthenticator, type Router, type RouterOptions } from '../src/index.ts';
import { audience, Issuer, issuer } from './support/issuer.ts';
import { Library } from './support/library.ts';
import { RawSocket } from './support/socket.ts';

let library: Library;
let members: Issuer;
const open: Router[] = [];

beforeAll(async () => {
  library = await Library.open();
  members = await (await Issuer.create()).start();
});
afterEach(async () => {
  for (const router of open.splice(0)) await router.close();
});
afterAll(async () => {
  await members.stop();
  await library.close();
});

async function openRouter(rateLimits: RouterOptions['rateLimits'], options: Partial<RouterOptions> = {}) {
  const authenticate = createAuthenticator({ jwksUrl: members.jwksUrl, issuer, audience });
  const router = await library.openRouter({ authenticate, ...(rateLimits && { rateLimits }), ...options });
  open.push(router);
  return `${router.url}/graphql`;
}

const rename = 'mutation { renameBook(isbn: "1", title: "Dune") { title } }';
const five = `mutation { ${[1, 2, 3, 4, 5].map((n) => `a${n}: renameBook(isbn: "1", title: "Dune") { title }`).join(' ')} }`;
const statusOf = async (url: string, query: string, token?: string) =>
  (await post(url, { query, ...(token !== undefined && { token }) })).status;

test('a mutation that is counted apart takes nothing from the others, nor they from it', async () => {
  const url = await openRouter({ mutationsPerMinute: 1, apart: { renameBook: 3 } });
  const ask = (count: number) => Promise.all(Array.from({ length: count }, () => statusOf(url, rename)));
  expect((await ask(4)).toSorted()).toEqual([200, 200, 200, 429]);
  expect(await statusOf(url, 'mutation { addBook(isbn: "7", title: "Ulysses") { title } }')).toBe(200);
});

test('beyond the limit a mutation is answered 429 with the time to wait, and is not run', async () => {
  const url = await openRouter({ mutationsPerMinute: 2 });
  expect([await statusOf(url, rename), await statusOf(url, rename)]).toEqual([200, 200]);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'mutation { renameBook(isbn: "2", title: "Too much") { title } }' }),
  });
  expect(response.status).toBe(429);
  const seconds = Number(response.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await response.json()).toEqual({
    errors: [
      {
        message: `Too many requests; try again in ${seconds} s.`,
        extensions: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: seconds },
      },
    ],
    extensions: { requestId: expect.any(String) },
  });
  expect(library.titles.get('2')).toBe('Emma');
  expect(await statusOf(url, '{ wall }')).toBe(200);
});

test.each([
  ['aliases', five],
  ['fields in fragments', `mutation { ...F } fragment F on Mutation ${five.slice('mutation '.length)}`],
  ['fields in inline fragments', `mutation { ... on Mutation { ... ${five.slice('mutation '.length)} } }`],
])('%s count as many', async (_what, query) => {
  const url = await openRouter({ mutationsPerMinute: 9 });
  expect([await statusOf(url, query), await statusOf(url, query)]).toEqual([200, 429]);
});

test('it is 30 unless told; 0 is any number', async () => {
  const [usual, free] = [await openRouter(undefined), await openRouter({ mutationsPerMinute: 0 })];
  for (let count = 0; count < 6; count += 1)
    expect([await statusOf(usual, five), await statusOf(free, five)]).toEqual([200, 200]);
  expect([await statusOf(usual, rename), await statusOf(free, rename)]).toEqual([429, 200]);
});

test('each member counts alone, whichever token they show, and apart from strangers', async () => {
  const url = await openRouter({ mutationsPerMinute: 1 });
  expect(await statusOf(url, rename, await members.token())).toBe(200);
  expect(await statusOf(url, rename, await members.token({ jti: 'another' }))).toBe(429);
  expect(await statusOf(url, rename, await members.token({ sub: 'm2' }))).toBe(200);
  expect([await statusOf(url, rename), await statusOf(url, rename)]).toEqual([200, 429]);
});

test('what is not valid costs nothing', async () => {
  const url = await openRouter({ mutationsPerMinute: 1 });
  for (const query of ['mutation { nonsense }', 'mutation {', '{ wall }']) await post(url, { query });
  expect(await statusOf(url, rename)).toBe(200);
});

test('strangers count by their address, which only trusted proxies may tell', async () => {
  const from = async (url: string, address: string) =>
    (
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: JSON.stringify({ query: rename }),
      })
    ).status;
  const proxied = await openRouter({ mutationsPerMinute: 1 }, { trustedProxies: ['127.0.0.1'] });
  expect([await from(proxied, '192.0.2.1'), await from(proxied, '192.0.2.2')]).toEqual([200, 200]);
  expect([await from(proxied, '192.0.2.1'), await from(proxied, '203.0.113.9, 192.0.2.1')]).toEqual([429, 429]);
  expect([await from(proxied, '2001:db8:1:2::1'), await from(proxied, '2001:db8:1:2:3::9')]).toEqual([200, 429]);
  expect(await from(proxied, 'nonsense')).toBe(200); // counts as the proxy's own

  const direct = await openRouter({ mutationsPerMinute: 1 });
  expect([await from(direct, '192.0.2.1'), await from(direct, '192.0.2.2')]).toEqual([200, 429]);
});

test.each([
  ['192.0.2.7', '"192.0.2.7"'],
  ['2001:db8:1:2::7', '"2001:db8:1:2::/64"'],
])('that a stranger comes from %s reaches subgraphs as %s, also over WebSocket', async (address, network) => {
  const url = await openRouter(undefined, { trustedProxies: ['127.0.0.1'] });
  const socket = await RawSocket.open(url, {}, { 'x-forwarded-for': address });
  await until(() => socket.received.length === 1);
  socket.subscribe('a', '{ wall }');
  await until(() => socket.of('a').length > 0);
  expect(socket.of('a')[0]).toMatchObject({ payload: { data: { wall: expect.stringContaining(network) } } });
  socket.socket.close();
});

test('over WebSocket the answer is an error message, and the socket serves on', async () => {
  const url = await openRouter({ mutationsPerMinute: 1 });
  const socket = await RawSocket.open(url);
  await until(() => socket.received.length === 1);
  socket.subscribe('a', rename);
  await until(() => socket.of('a').length === 2);
  socket.subscribe('b', rename);
  await until(() => socket.of('b').length === 1);
  expect(socket.of('b')).toEqual([
    {
      id: 'b',
      type: 'error',
      payload: [
        {
          message: expect.stringContaining('Too many requests'),
          extensions: {
            code: 'TOO_MANY_REQUESTS',
            retryAfterSeconds: expect.any(Number),
            requestId: expect.any(String),
          },
        },
      ],
    },
  ]);
  socket.subscribe('c', '{ wall }');
  await until(() => socket.of('c').length === 2);
  expect(socket.of('c')).toMatchObject([{ type: 'next' }, { type: 'complete' }]);
  const refused = subscribe(url, { query: rename });
  await expect(refused.next()).rejects.toMatchObject({ errors: [{ extensions: { code: 'TOO_MANY_REQUESTS' } }] });
  await refused.close();
  socket.socket.close();
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001::6', '2001:db8:1:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::', 'fe80:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('a Redis that is away from the start holds nobody up: the router counts for itself', async () => {
  const url = await openRouter({ mutationsPerMinute: 2, redisUrl: 'redis://127.0.0.1:1' });
  expect(await three(url, url, url)).toEqual([200, 200, 429]);
});

describe.skipIf(spawnSync('redis-server', ['--version']).status !== 0)('with Redis (needs redis-server)', () => {
  test('routers side by side count together, each for itself while Redis is down or frozen, and together again', async () => {
    const redis = await startRedis({ appendonly: false });
    const proxy = await openFreezableProxy(redis.url);
    const limits = { mutationsPerMinute: 2, redisUrl: proxy.url };
    const [one, other] = [await openRouter(limits), await openRouter(limits)];
    const together = async () => (await three(one, other, one)).join() === '200,200,429';
    const apart = async () => (await three(one, other, one)).join() === '200,200,200';

    await until(together);
    await redis.kill('SIGKILL');
    await until(apart);
    expect(await three(one, one, one)).toEqual([200, 200, 429]);
    await redis.start();
    await until(together);
    proxy.freeze();
    expect(await apart()).toBe(true);
    proxy.thaw();
    await until(together);

    for (const router of open.splice(0)) await router.close();
    await proxy.close();
    await redis.stop();
  });
});

let probes = 0;
/** A mutation at each of them, one after the other, of a member who has run none before. */
async function three(...urls: readonly string[]): Promise<readonly number[]> {
  probes += 1;
  const token = await members.token({ sub: `probe-${probes}` });
  const statuses: number[] = [];
  for (const url of urls) statuses.push(await statusOf(url, rename, token));
  return statuses;
}
