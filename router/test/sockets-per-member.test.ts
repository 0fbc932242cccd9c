import { until } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAuthenticator, type Router } from '../src/index.ts';
import { audience, Issuer, issuer } from './support/issuer.ts';
import { Library } from './support/library.ts';
import { RawSocket } from './support/socket.ts';

let library: Library;
let members: Issuer;
let router: Router;

beforeAll(async () => {
  library = await Library.open();
  members = await (await Issuer.create()).start();
  router = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: members.jwksUrl, issuer, audience }),
  });
});
afterAll(async () => {
  await router.close();
  await members.stop();
  await library.close();
});

const open = async (token?: string) =>
  RawSocket.open(`${router.url}/graphql`, token === undefined ? {} : { authorization: `Bearer ${token}` });
const isOpen = ({ received }: RawSocket) => received.some(({ type }) => type === 'connection_ack');

test('a member has five sockets, whichever session opened them; the next has a place when one is left', async () => {
  const sessions = await Promise.all(['s1', 's2'].map((sid) => members.token({ sub: 'minji', sid })));
  const sockets = await Promise.all([0, 1, 0, 1, 0].map((session) => open(sessions[session])));
  await until(() => sockets.every(isOpen));
  const sixth = await open(sessions[1]);
  expect(await sixth.closed).toEqual({ code: 1013, reason: 'Too many connections' });
  expect(sixth.received).toEqual([]);

  const others = [await open(await members.token({ sub: 'jun' })), await open(), await open()];
  await until(() => others.every(isOpen));

  sockets[0]?.socket.close();
  const again = await until(async () => {
    const socket = await open(sessions[1]);
    return (await Promise.race([socket.closed.then(() => false), until(() => isOpen(socket))])) && socket;
  });
  for (const { socket } of [...sockets, ...others, again]) socket.close();
});

test('whoever is not signed in shares the places of their address; members have their own', async () => {
  const strict = await library.openRouter({
    authenticate: createAuthenticator({ jwksUrl: members.jwksUrl, issuer, audience }),
    placesPerAddress: 3,
    trustedProxies: ['127.0.0.1'],
  });
  const from = (address: string, init: object = {}) =>
    RawSocket.open(`${strict.url}/graphql`, init, { 'x-forwarded-for': address });
  const first = [await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.1')];
  await until(() => first.every(isOpen));
  const fourth = await from('192.0.2.1');
  expect(await fourth.closed).toEqual({ code: 1013, reason: 'Too many connections' });
  const others = [
    await from('192.0.2.2'),
    await from('192.0.2.1', { authorization: `Bearer ${await members.token({ sub: 'haru' })}` }),
  ];
  await until(() => others.every(isOpen));
  for (const { socket } of [...first, ...others]) socket.close();
  await strict.close();
});

test('a router takes as many connections as it may, and another one when one is closed', async () => {
  const small = await library.openRouter({ connections: 2 });
  const first = [await RawSocket.open(`${small.url}/graphql`), await RawSocket.open(`${small.url}/graphql`)];
  await until(() => first.every(isOpen));
  await expect(RawSocket.open(`${small.url}/graphql`)).rejects.toThrow();
  first[0]?.socket.close();
  const again = await until(() => RawSocket.open(`${small.url}/graphql`).catch(() => undefined));
  for (const { socket } of [...first, again]) socket.close();
  await small.close();
});
