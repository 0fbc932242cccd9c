import { once } from 'node:events';
import { request } from 'node:http';
import { post, subscribe, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { counterSubgraph } from './counter-subgraph.ts';
import { listening } from './listening.ts';

describe('a subgraph that has as much in hand as it may', () => {
  let counter: ReturnType<typeof counterSubgraph>;
  let served: Awaited<ReturnType<typeof listening>>;
  let token: string;
  let inHand: Promise<unknown>;
  let leaving: AbortController;

  beforeEach(async () => {
    counter = counterSubgraph();
    served = await listening(counter.subgraph, { operationsInHand: 1 });
    token = await served.token();
    leaving = new AbortController();
    inHand = send('{ gate }', leaving.signal).catch(() => 'left');
    await counter.arrived;
  });
  afterEach(async () => {
    counter.open();
    await inHand;
    await served.close();
  });

  const headersOf = () => ({ 'content-type': 'application/json', authorization: `Bearer ${token}` });
  const send = (query: string, signal?: AbortSignal) =>
    fetch(served.url, {
      method: 'POST',
      headers: headersOf(),
      body: JSON.stringify({ query }),
      ...(signal && { signal }),
    });

  test('refuses others at once, by both its doors, and tells them when to come again', async () => {
    const refused = await send('mutation { reset }');
    const text = await refused.text();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    const answer = await served.handle({ headers: headersOf(), body: '{"query":"mutation { reset }"}' });
    expect(answer).toEqual({ status: 503, headers: { 'retry-after': '1' }, text });
    expect((await post(served.url, { query: '{ whoAsks }', token: 'garbage' })).status).toBe(401);
    expect((await fetch(new URL('/readyz', served.url))).status).toBe(200);

    counter.open();
    await inHand;
    expect((await send('{ whoAsks }')).status).toBe(200);
  });

  test('does so before a body is there', async () => {
    const sending = request(served.url, { method: 'POST', headers: { ...headersOf(), 'content-length': 1_000 } });
    sending.on('error', () => {});
    sending.flushHeaders();
    const [response] = await once(sending, 'response');
    expect(response.statusCode).toBe(503);
    sending.destroy();
  });

  test('has it in hand until it is done, also when nobody waits for it any more', async () => {
    leaving.abort();
    expect(await inHand).toBe('left');
    expect((await send('{ whoAsks }')).status).toBe(503);
    counter.open();
    await until(async () => (await send('{ whoAsks }')).status === 200);
  });

  test('begins subscriptions as ever, and refuses queries that come where they do', async () => {
    const ticks = subscribe(served.url, { query: 'subscription { ticks }', extensions: { viewer: token } });
    expect(await ticks.next()).toMatchObject({ value: { data: { ticks: 1 } } });
    const query = subscribe(served.url, { query: '{ whoAsks }', extensions: { viewer: token } });
    expect(await query.next()).toMatchObject({ value: { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] } });
    await Promise.all([ticks.close(), query.close()]);
  });
});
