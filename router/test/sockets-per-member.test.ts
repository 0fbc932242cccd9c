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
