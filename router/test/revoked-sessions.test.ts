import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { post, subscribe, until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createAuthenticator, type MemberAuthenticator, type Router } from '../src/index.ts';
import { followRevokedSessions } from '../src/revoked-sessions.ts';
import { audience, Issuer, issuer } from './support/issuer.ts';
import { Library } from './support/library.ts';
import { RevokedFeed } from './support/revoked-feed.ts';

let library: Library;
let members: Issuer;
let feed: RevokedFeed;
let authenticate: MemberAuthenticator;
let router: Router;

beforeAll(async () => {
  library = await Library.open();
  members = await (await Issuer.create()).start();
});
afterAll(async () => {
  await members.stop();
  await library.close();
});
beforeEach(async () => {
  feed = await new RevokedFeed().start();
  authenticate = createAuthenticator({ jwksUrl: members.jwksUrl, revokedUrl: feed.url, issuer, audience });
  router = await library.openRouter({ authenticate });
  await until(() => feed.waiting === 1);
});
afterEach(async () => {
  await router.close();
  await authenticate.close();
  await feed.stop();
});

const reviewed = 'subscription { reviewed { id } }';
const ask = (token: string) => post(`${router.url}/graphql`, { query: '{ wall }', token });
const watch = (token: string) =>
  subscribe<{ reviewed: { id: string } }>(`${router.url}/graphql`, { query: reviewed, token });
const statusOf = async (token: string) => {
  const { status, errors } = await ask(token);
  return [status, errors?.[0]?.extensions?.code];
};

test('the token of a revoked session is refused, over HTTP and WebSocket; those of others count', async () => {
  const [lost, kept] = [await members.token({ sid: 's1' }), await members.token({ sid: 's2' })];
  expect(await statusOf(lost)).toEqual([200, undefined]);
  feed.revoke('s1');
  await until(async () => (await ask(lost)).status === 401);
  expect(await statusOf(lost)).toEqual([401, 'UNAUTHENTICATED']);
  await expect(watch(lost).next()).rejects.toMatchObject({ code: 4403, reason: 'Forbidden' });
  expect(await statusOf(kept)).toEqual([200, undefined]);
  expect(await statusOf(await members.token())).toEqual([200, undefined]);
});

test('the sockets of a session close with 4403 when it is revoked; a fresh token goes on with the state first', async () => {
  const lost = [watch(await members.token({ sid: 's1' })), watch(await members.token({ sid: 's1' }))];
  const kept = watch(await members.token({ sid: 's2' }));
  await Promise.all([...lost, kept].map((each) => each.next()));
  feed.revoke('s1');
  expect(await Promise.all(lost.map(({ closed }) => closed))).toEqual([
    { code: 4403, reason: 'Forbidden' },
    { code: 4403, reason: 'Forbidden' },
  ]);
  await until(() => library.reviewed.listeners === 1);

  const again = watch(await members.token({ sid: 's3' }));
  expect((await again.next()).value?.data?.reviewed.id).toBe('snapshot');
  library.review('7');
  expect((await again.next()).value?.data?.reviewed.id).toBe('7');
  expect((await kept.next()).value?.data?.reviewed.id).toBe('7');
  await Promise.all([again.close(), kept.close()]);
});

test('what was revoked before the router started counts as well', async () => {
  feed.revoke('early');
  const later = createAuthenticator({ jwksUrl: members.jwksUrl, revokedUrl: feed.url, issuer, audience });
  const second = await library.openRouter({ authenticate: later });
  await until(() => feed.waiting === 2);
  const { status } = await post(`${second.url}/graphql`, {
    query: '{ wall }',
    token: await members.token({ sid: 'early' }),
  });
  expect(status).toBe(401);
  await second.close();
  await later.close();
});

test('while the feed is down what is known stays refused; it heals by itself, also when the feed has begun anew', async () => {
  feed.revoke('s1', 's2');
  const lost = await members.token({ sid: 's1' });
  await until(async () => (await ask(lost)).status === 401);
  await feed.stop();
  expect((await ask(lost)).status).toBe(401);
  expect((await ask(await members.token({ sid: 's3' }))).status).toBe(200);

  feed.forget();
  feed.revoke('s3');
  await feed.start();
  const next = await members.token({ sid: 's3' });
  await until(async () => (await ask(next)).status === 401);
  expect((await ask(lost)).status).toBe(401);
});

test('a session is forgotten once its last token has expired, and each is told once', async () => {
  const told: string[] = [];
  const sessions = followRevokedSessions({ url: feed.url });
  sessions.onRevoked((sid) => told.push(sid));
  feed.revokeUntil(Date.now() + 60_000, 's1');
  feed.revoke('s2');
  feed.revoke('s2');
  await until(() => sessions.has('s2'));
  expect(sessions.has('s1')).toBe(true);
  try {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    expect([sessions.has('s1'), sessions.has('s2')]).toEqual([false, true]);
  } finally {
    vi.useRealTimers();
  }
  feed.revokeUntil(Date.now() - 1, 'past');
  feed.revoke('s3');
  await until(() => sessions.has('s3'));
  expect(sessions.has('past')).toBe(false);
  expect(told).toEqual(['s1', 's2', 's3']);
  await sessions.close();
});

test('no more are kept than fit; the oldest go first', async () => {
  const sessions = followRevokedSessions({ url: feed.url, most: 3 });
  feed.revoke('s1', 's2', 's3', 's4', 's5');
  await until(() => sessions.has('s5'));
  expect(['s1', 's2', 's3', 's4'].map(sessions.has)).toEqual([false, false, true, true]);
  await sessions.close();
});

test('a feed that says the same again and again without waiting is not asked without end', async () => {
  let asked = 0;
  const server = createServer((request, response) => {
    if (request.url === '/other') return response.end();
    asked += 1;
    const until = new Date(Date.now() + 600_000);
    return response.end(JSON.stringify({ revoked: [{ sid: 's1', until }], next: '1' }));
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server that listens has such an address
  const sessions = followRevokedSessions({ url: `http://127.0.0.1:${port}/revoked` });
  onTestFinished(sessions.close);
  await until(() => asked >= 2);
  for (let n = 0; n < 30; n += 1) await (await fetch(`http://127.0.0.1:${port}/other`)).body?.cancel();
  expect(asked).toBeLessThan(10);
  expect(sessions.has('s1')).toBe(true);
});

test('closing ends the asking at once', async () => {
  await authenticate.close();
  await until(() => feed.waiting === 0);
  const { length } = feed.asked;
  feed.revoke('s1');
  expect((await ask(await members.token({ sid: 's1' }))).status).toBe(200);
  expect(feed.asked).toHaveLength(length);
});
