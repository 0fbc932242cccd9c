import { once } from 'node:events';
import { createServer } from 'node:net';
import type { PrivateKey } from '@moa/identity';
import { post, subscribe, until } from '@moa/testing';
import { importJWK, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { counterSubgraph } from './counter-subgraph.ts';
import { listening } from './listening.ts';

/** A token as the router signs it, with the times of choice. */
const signedAt = async (key: PrivateKey, issuedAt: number) =>
  new SignJWT({ kind: 'anonymous' })
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
    .setIssuer(key.kid)
    .setAudience('counter')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 60)
    .sign(await importJWK(key, 'EdDSA'));

describe('a subgraph that listens', () => {
  let counter: ReturnType<typeof counterSubgraph>;
  let served: Awaited<ReturnType<typeof listening>>;

  beforeEach(async () => {
    counter = counterSubgraph();
    served = await listening(counter.subgraph);
  });
  afterEach(async () => {
    counter.open();
    await served.close();
  });

  const ask = async (query: string, token?: string) =>
    post(served.url, { query, token: token ?? (await served.token()) });
  const health = async (path: string) => (await fetch(new URL(path, served.url))).status;

  test('answers who has a token, and knows who it is', async () => {
    expect(await ask('{ whoAsks }')).toMatchObject({ status: 200, data: { whoAsks: 'anonymous' } });
    const viewer = { kind: 'member', memberId: 'm-1', roles: ['MEMBER'] } as const;
    expect(await ask('{ whoAsks }', await served.token('counter', viewer))).toMatchObject({
      data: { whoAsks: 'member' },
    });
  });

  test('answers 401 without a token that is valid here and now', async () => {
    const now = Math.floor(Date.now() / 1000);
    const refusedTokens = {
      none: undefined,
      garbage: 'garbage',
      stale: await signedAt(served.privateKey, now - 61),
      elsewhere: await served.token('order'),
    };
    for (const [why, token] of Object.entries(refusedTokens)) {
      const answer = await post(served.url, { query: '{ whoAsks }', ...(token !== undefined && { token }) });
      expect({ why, ...answer }).toMatchObject({
        why,
        status: 401,
        data: undefined,
        errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
    }
    expect(await ask('{ whoAsks }', await signedAt(served.privateKey, now - 30))).toMatchObject({ status: 200 });
  });

  test('takes a token of its own with each subscription, and refuses one that is not valid', async () => {
    for (const viewer of [undefined, 'garbage', await served.token('order')]) {
      const refused = subscribe(served.url, { query: 'subscription { ticks }', extensions: { viewer } });
      await expect(refused.next()).rejects.toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      await refused.close();
    }
    const viewer = await served.token();
    const ticks = subscribe(served.url, { query: 'subscription { ticks }', extensions: { viewer } });
    expect(await ticks.next()).toMatchObject({ value: { data: { ticks: 1 } } });
    await ticks.close();
  });

  test.each([
    ['mutation { look }', null],
    ['mutation { look again: reset }', '"cache"'],
    ['mutation { resetAndFail }', '"cache"'],
    ['mutation { ... on Mutation @include(if: true) { reset } }', '"cache"'],
    ['mutation { ...All } fragment All on Mutation { look reset }', '"cache"'],
    ['mutation { ...All } fragment All on Mutation { look }', null],
    ['{ whoAsks }', null],
  ])('%s tells who keeps answers: %s', async (query, header) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await served.token()}` };
    const answer = await fetch(served.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    expect(answer.headers.get('clear-site-data')).toBe(header);
  });

  test.each([
    ['an answer', '{ whoAsks }', true],
    ['a fault', '{ broken }', true],
    ['a refusal', '{ nothing }', true],
    ['a change', 'mutation { reset }', true],
    ['a stranger', '{ whoAsks }', false],
  ])('answers a router in the same process as it answers a POST: %s', async (_what, query, isKnown) => {
    const headers = {
      'content-type': 'application/json',
      authorization: isKnown ? `Bearer ${await served.token()}` : 'Bearer garbage',
    };
    const body = JSON.stringify({ query });
    const posted = await fetch(served.url, { method: 'POST', headers, body });
    const { status, headers: told, text } = await served.handle({ headers, body });
    expect({ status, text, clears: told['clear-site-data'] ?? null }).toEqual({
      status: posted.status,
      text: await posted.text(),
      clears: posted.headers.get('clear-site-data'),
    });
  });

  test('is live always, and ready while it can serve', async () => {
    expect([await health('/livez'), await health('/readyz')]).toEqual([200, 200]);
    counter.state.ready = false;
    expect([await health('/livez'), await health('/readyz')]).toEqual([200, 503]);
    counter.state.ready = true;
    expect(await health('/readyz')).toBe(200);
  });

  test('looks up any number of references at once', async () => {
    const ids = ['7', '8', 'none', '7', '9'];
    const { data } = await post(served.url, {
      query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Counter { n } } }',
      variables: { r: ids.map((id) => ({ __typename: 'Counter', id })) },
      token: await served.token(),
    });
    expect(data).toEqual({ _entities: [{ n: 7 }, { n: 8 }, null, { n: 7 }, { n: 9 }] });
    expect(counter.asked).toEqual([['7', '8', 'none', '9']]);
  });

  test('finishes the request in hand when it closes, and frees its port', async () => {
    const answer = ask('{ gate }');
    await counter.arrived;
    const closing = served.close();
    await until(() =>
      health('/livez').then(
        () => false,
        () => true,
      ),
    );
    expect(counter.state.closed).toBe(false);
    counter.open();
    expect(await answer).toMatchObject({ status: 200, data: { gate: 'through' } });
    await closing;
    expect(counter.state.closed).toBe(true);
    await expect(ask('{ whoAsks }')).rejects.toThrow('fetch failed');

    const next = createServer().listen(Number(new URL(served.url).port), '127.0.0.1');
    await once(next, 'listening');
    next.close();
  });

  test('ends subscriptions with 1012 when it closes: their clients come back', async () => {
    const viewer = await served.token();
    const ticks = subscribe(served.url, { query: 'subscription { ticks }', extensions: { viewer } });
    await ticks.next();
    counter.open();
    await served.close();
    expect(await ticks.closed).toMatchObject({ code: 1012 });
  });

  test('does not wait for a client that no longer answers', async () => {
    const socket = new WebSocket(served.url.replace('http', 'ws'), 'graphql-transport-ws');
    socket.on('error', () => {});
    await once(socket, 'open');
    socket.pause();
    await served.close();
    expect(counter.state.closed).toBe(true);
    socket.terminate();
  });

  test('closes the subgraph again when the port is taken', async () => {
    const other = counterSubgraph();
    const port = Number(new URL(served.url).port);
    await expect(listening(other.subgraph, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(other.state.closed).toBe(true);
  });

  test('serves routes beside the graph without a token', async () => {
    const other = await listening(counterSubgraph().subgraph, {
      routes: (app) => void app.get('/keys', async () => ({ keys: [] })),
    });
    expect(await (await fetch(new URL('/keys', other.url))).json()).toEqual({ keys: [] });
    await other.close();
  });
});
