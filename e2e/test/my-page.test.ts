import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { subgraphs } from '@moa/contracts';
import { createSigner, generateKey } from '@moa/identity';
import { createAuthenticator, openRouter, type Router } from '@moa/router';
import { createLogger } from '@moa/telemetry';
import { buses, post } from '@moa/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoEmails, type Person, signIn } from '../src/person.ts';
import { openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess } from '../src/process.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to test on.');

let place: Place;
let moa: MoaProcess;
let router: Router;
let counters: readonly Counter[];

beforeAll(async () => {
  const pairs = await Promise.all(['router', 'order', 'taxi', 'plan'].map(generateKey));
  const [own] = pairs;
  if (!own) throw new Error('There is no key.');
  place = await openPlace(bus);
  moa = await startProcess({
    ...place.variables,
    IDENTITY_PRIVATE_KEYS: JSON.stringify({ keys: pairs.map(({ privateKey }) => privateKey) }),
    IDENTITY_PUBLIC_KEYS: JSON.stringify({ keys: pairs.map(({ publicKey }) => publicKey) }),
  });
  const first = Number(new URL(place.url).port) + 1;
  counters = await Promise.all(subgraphs.map((name, index) => openCounter(name, `http://127.0.0.1:${first + index}`)));
  router = await openRouter({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl: readFileSync(new URL('../../router/supergraph.graphql', import.meta.url), 'utf8'),
    subgraphUrls: Object.fromEntries(counters.map(({ name, url }) => [name, url])),
    authenticate: createAuthenticator({
      jwksUrl: `http://127.0.0.1:${first}/.well-known/jwks.json`,
      issuer: 'moa-account',
      audience: 'moa',
    }),
    signer: createSigner(own.privateKey),
    corsOrigins: [],
    introspection: false,
    logger: createLogger('test', 'silent'),
  });
});
afterAll(async () => {
  await router?.close();
  for (const { server } of counters ?? []) server.close();
  await moa?.end('SIGTERM');
  await place?.close();
});

test('everything that is mine comes in one request, with one call to each subgraph at each level', async () => {
  const [mine = '', theirs = ''] = demoEmails('MEMBER');
  const [me, friend] = [await signIn(place.url, mine), await signIn(place.url, theirs)];
  for (const followee of [friend, await signIn(place.url, demoEmails('COURIER')[0] ?? '')]) await follow(me, followee);
  const { status, data, errors } = await askForAll(me);
  expect({ status, errors }).toEqual({ status: 200, errors: undefined });
  expect(data?.me.following.nodes).toHaveLength(2);

  for (const counter of counters) counter.calls = 0;
  await askForAll(me);
  // Plan is asked twice: what I plan, then, when follow has said who they are, what those whom I follow share.
  expect(Object.fromEntries(counters.map(({ name, calls }) => [name, calls]))).toEqual({
    account: 1,
    order: 1,
    delivery: 0,
    pay: 1,
    taxi: 1,
    notification: 1,
    plan: 2,
    follow: 1,
    subway: 0,
  });
});

type Page<Node = { id: string }> = { nodes: Node[] };
type MyPage = { me: { following: Page; notifications: Page } };

const askForAll = (me: Person) =>
  post<MyPage>(`${router.url}/graphql`, {
    query: `{ me {
      plans { nodes { id title } }
      following { nodes { id plans { nodes { id title } } } }
      notifications { nodes { id text } }
      tokenAccount { balance }
      orders { nodes { id status } }
      taxiBookings { nodes { id status } }
    } }`,
    token: me.token,
  });

const follow = (me: Person, { id }: Person) =>
  me.ask('mutation ($input: FollowInput!) { follow(input: $input) { userErrors { code } } }', {
    input: { memberId: id },
  });

type Counter = { readonly name: string; readonly url: string; readonly server: Server; calls: number };

/** Stands before a subgraph and counts what the router asks of it. */
async function openCounter(name: string, origin: string): Promise<Counter> {
  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer); // a request without an encoding gives buffers
    counter.calls += 1;
    const answer = await fetch(`${origin}${request.url}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: request.headers.authorization ?? '' },
      body: Buffer.concat(body),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  const counter: Counter = { name, url: `http://127.0.0.1:${port}/graphql`, server, calls: 0 };
  return counter;
}
