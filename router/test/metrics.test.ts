import { Exposition, post, type Subscription, subscribe, until } from '@moa/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Router } from '../src/index.ts';
import { Library } from './support/library.ts';
import { RawSocket } from './support/socket.ts';

let library: Library;
beforeAll(async () => {
  library = await Library.open();
});
afterAll(() => library.close());

let router: Router;
const read = () => Exposition.read(router.metricsUrl);
const ask = (query: string, variables: Record<string, unknown> = {}) =>
  post(`${router.url}/graphql`, { query, variables });
const operation = (name: string, type: string, outcome: string) => ({
  graphql_operation_name: name,
  graphql_operation_type: type,
  outcome,
});

describe('with metrics', () => {
  beforeEach(async () => {
    router = await library.openRouter({ metrics: { port: 0 } });
    return () => router.close();
  });

  test('operations are counted by name, type and outcome, on the short way as on the long one', async () => {
    for (let time = 0; time < 3; time += 1) await ask('query Title { book(isbn: "1") { title } }');
    await ask('query Title { book(isbn: "1") { title } forbiddenBook { title } }');
    await ask('mutation Rename { renameBook(isbn: "1", title: "Dune") { title } }');
    const metrics = await read();
    const count = (name: string, type: string, outcome: string) =>
      metrics.sum('router_operations_total', operation(name, type, outcome));
    expect(count('Title', 'query', 'ok')).toBe(3);
    expect(count('Title', 'query', 'FORBIDDEN')).toBe(1);
    expect(count('Rename', 'mutation', 'ok')).toBe(1);
    expect(metrics.sum('router_operations_total')).toBe(5);
    expect(metrics.sum('router_operation_duration_seconds_count', { graphql_operation_type: 'query' })).toBe(4);
    expect(metrics.sum('router_operation_duration_seconds_sum', { graphql_operation_type: 'query' })).toBeGreaterThan(
      0,
    );
  });

  test('what is refused is counted under its code and under no name of its own', async () => {
    const url = `${router.url}/graphql`;
    const json = { 'content-type': 'application/json' };
    await ask('query Nonsense { nothing }');
    await ask('query Broken {');
    await ask('query NoSuchBook($isbn: ID!) { book(isbn: $isbn) { title } }', { isbn: {} });
    await fetch(url, { method: 'POST', body: '{', headers: json });
    await fetch(url, { method: 'POST', body: JSON.stringify({ query: ' '.repeat(200_000) }), headers: json });
    await fetch(`${url}?query={wall}`); // a plain link
    const metrics = await read();
    const codes = metrics.of('router_operations_total', { graphql_operation_name: 'unknown' });
    expect(Object.fromEntries(codes.map(({ labels, value }) => [labels.outcome, value]))).toEqual({
      GRAPHQL_VALIDATION_FAILED: 1,
      GRAPHQL_PARSE_FAILED: 1,
      BAD_USER_INPUT: 1,
      BAD_REQUEST: 2,
      PAYLOAD_TOO_LARGE: 1,
    });
    expect(metrics.sum('router_operations_total')).toBe(6);
    expect(metrics.sum('router_operations_total', operation('unknown', 'query', 'BAD_USER_INPUT'))).toBe(1);
  });

  test('an operation that was planned before keeps its name when a value of it is refused', async () => {
    const query = 'query Title($isbn: ID!) { book(isbn: $isbn) { title } }';
    for (const isbn of ['1', '1', {}]) await ask(query, { isbn });
    const metrics = await read();
    expect(metrics.sum('router_operations_total', operation('Title', 'query', 'ok'))).toBe(2);
    expect(metrics.sum('router_operations_total', operation('Title', 'query', 'BAD_USER_INPUT'))).toBe(1);
  });

  test('operations without a name are told apart by their text', async () => {
    await ask('{ wall }');
    await ask('{ wall }');
    await ask('{ opensAt }');
    const named = (await read()).of('router_operations_total');
    expect(named.map(({ value }) => value).toSorted()).toEqual([1, 2]);
    for (const { labels } of named) expect(labels.graphql_operation_name).toMatch(/^#[0-9a-f]{8}$/);
  });

  test('however many names clients think of, there are 500 and one for the rest', async () => {
    const names = Array.from({ length: 510 }, (_, index) => `Name${index}`);
    for (const name of [...names, 'N'.repeat(65), 'Name0']) await ask(`query ${name} { __typename }`);
    const metrics = await read();
    expect(metrics.of('router_operations_total')).toHaveLength(501);
    expect(metrics.sum('router_operations_total', operation('Name0', 'query', 'ok'))).toBe(2);
    expect(metrics.sum('router_operations_total', operation('other', 'query', 'ok'))).toBe(11);
  });

  test('calls of subgraphs are timed by subgraph and outcome, and the breaker shows its state', async () => {
    const { shelves } = library.subgraphs;
    await ask('{ book(isbn: "1") { title copies } }');
    await ask('{ forbiddenBook { title } }');
    const before = await read();
    const calls = (subgraph: string, outcome: string, metrics: Exposition) =>
      metrics.sum('router_fetch_duration_seconds_count', { subgraph, outcome });
    expect(calls('books', 'ok', before)).toBe(1);
    expect(calls('books', 'errors', before)).toBe(1);
    expect(calls('shelves', 'ok', before)).toBe(1);
    const circuit = (state: string, metrics: Exposition) =>
      metrics.sum('router_subgraph_circuit_state', { subgraph: 'shelves', state });
    expect(circuit('closed', before)).toBe(1);
    expect(circuit('open', before)).toBe(0);

    await shelves.stop();
    for (let time = 0; time < 25; time += 1) await ask('{ book(isbn: "1") { copies } }');
    const after = await read();
    await shelves.start();
    expect(calls('shelves', 'unavailable', after)).toBe(20);
    expect(calls('shelves', 'circuit_open', after)).toBeGreaterThan(0);
    expect(circuit('open', after)).toBe(1);
    expect(circuit('closed', after)).toBe(0);
  });

  test('what the caches of plans and of answers were good for is counted', async () => {
    const query = 'query Hours { opensAt(day: 1) }';
    for (let time = 0; time < 4; time += 1) await ask(query);
    await ask('{ wall }');
    const metrics = await read();
    expect(metrics.sum('router_plan_cache_lookups_total', { result: 'miss' })).toBe(2);
    expect(metrics.sum('router_plan_cache_lookups_total', { result: 'hit' })).toBe(3);
    expect(metrics.sum('router_plan_cache_entries')).toBe(2);
    expect(metrics.sum('router_response_cache_lookups_total', { result: 'hit' })).toBe(3);
    expect(metrics.sum('router_response_cache_kept_total')).toBe(1);
  });

  test('subscriptions, their events and their connections are counted while they live', async () => {
    const query = 'subscription Reviewed { reviewed { id } }';
    const readers: Subscription<unknown>[] = [1, 2].map(() => subscribe(`${router.url}/graphql`, { query }));
    for (const reader of readers) await reader.next();
    const stream = await fetch(`${router.url}/graphql/stream?query=${encodeURIComponent(query)}`, {
      headers: { accept: 'text/event-stream' },
    });
    const during = await until(async () => {
      const metrics = await read();
      return metrics.sum('router_subscriptions') === 3 && metrics;
    });
    expect(during.sum('router_websockets')).toBe(2);
    expect(during.sum('router_event_streams')).toBe(1);
    expect(during.sum('router_upstream_subscriptions')).toBeGreaterThan(0);
    expect(during.sum('router_operations_total', operation('Reviewed', 'subscription', 'ok'))).toBe(3);
    expect(during.sum('router_subscription_events_total')).toBeGreaterThanOrEqual(2);

    await stream.body?.cancel();
    for (const reader of readers) await reader.close();
    const after = await until(async () => {
      const metrics = await read();
      return metrics.sum('router_subscriptions') === 0 && metrics.sum('router_event_streams') === 0 && metrics;
    });
    expect(after.sum('router_websockets')).toBe(0);
    expect(after.sum('router_upstream_subscriptions')).toBe(0);
  });

  test('a subscription that ends by itself is live no more, and one that is refused never was', async () => {
    const socket = await RawSocket.open(`${router.url}/graphql`);
    await until(() => socket.received.some(({ type }) => type === 'connection_ack'));
    socket.subscribe('a', 'subscription { ticked(upTo: 3) { number } }');
    socket.subscribe('b', 'subscription { nothing }');
    socket.subscribe('c', 'query Wall { wall }');
    await until(() => ['a', 'c'].every((id) => socket.of(id).some(({ type }) => type === 'complete')));
    await until(() => socket.of('b').some(({ type }) => type === 'error'));
    const metrics = await read();
    expect(metrics.sum('router_subscriptions')).toBe(0);
    expect(metrics.sum('router_subscription_events_total')).toBe(3);
    expect(metrics.sum('router_operations_total', operation('unknown', 'unknown', 'GRAPHQL_VALIDATION_FAILED'))).toBe(
      1,
    );
    expect(metrics.sum('router_operations_total', operation('Wall', 'query', 'ok'))).toBe(1);
    socket.socket.close();
  });

  test('a client that does not read is counted when its subscription is ended for it', async () => {
    const socket = await RawSocket.open(`${router.url}/graphql`);
    await until(() => socket.received.length === 1);
    socket.subscribe('slow', 'subscription { reviewed { text } }');
    await until(() => socket.of('slow').length === 1);
    socket.socket.pause();
    const long = 'x'.repeat(100_000);
    let published = 1;
    const metrics = await until(async () => {
      const now = await read();
      if (now.sum('router_subscription_slow_readers_total') > 0) return now;
      if (now.sum('router_subscription_events_total') < published) return false; // it is the client that is slow, not we
      for (let event = 0; event < 50; event += 1) library.review(long);
      published += 50;
      return false;
    });
    expect(metrics.sum('router_subscription_slow_readers_total')).toBe(1);
    expect(metrics.sum('router_subscriptions')).toBe(0);
    socket.socket.terminate();
  });

  test('supergraphs that were served, and that could not be, are counted', async () => {
    await router.swap(library.supergraphSdl.replace('opensAt', 'openFrom'));
    await expect(router.swap('type Query { a: Int }')).rejects.toThrow();
    const metrics = await read();
    expect(metrics.sum('router_supergraph_swaps_total', { outcome: 'ok' })).toBe(1);
    expect(metrics.sum('router_supergraph_swaps_total', { outcome: 'failed' })).toBe(1);
    expect(metrics.sum('router_supergraph_served_timestamp_seconds')).toBeGreaterThan(1_700_000_000);
  });

  test('names, units and types are as Prometheus wants them, and the process tells of itself', async () => {
    await ask('{ wall }');
    const metrics = await read();
    for (const [name, type] of metrics.types) {
      expect(metrics.help, name).toContain(name);
      if (!name.startsWith('router_')) continue;
      expect(name.endsWith('_total'), name).toBe(type === 'counter');
      expect(name.endsWith('_duration_seconds'), name).toBe(type === 'histogram');
    }
    expect(metrics.sum('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect(metrics.of('nodejs_eventloop_lag_p99_seconds')).toHaveLength(1);
  });

  test('they stand on a port of their own, on this machine only, and never on the public one', async () => {
    expect(router.metricsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    expect((await fetch(`${router.url}/metrics`)).status).toBe(404);
    const own = new URL(router.metricsUrl ?? '');
    expect((await fetch(own, { method: 'POST' })).status).toBe(405);
    expect((await fetch(new URL('/graphql', own))).status).toBe(404);
    expect((await fetch(own)).headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  });
});

test('without metrics there are none', async () => {
  const plain = await library.openRouter();
  expect(plain.metricsUrl).toBeUndefined();
  expect((await fetch(`${plain.url}/metrics`)).status).toBe(404);
  await plain.close();
});

test('a port for metrics that is in use stops the start, and leaves nothing open', async () => {
  const first = await library.openRouter({ metrics: { port: 0 } });
  const port = Number(new URL(first.metricsUrl ?? '').port);
  await expect(library.openRouter({ metrics: { port } })).rejects.toThrow(/EADDRINUSE/);
  await first.close();
  const second = await library.openRouter({ metrics: { port } });
  await second.close();
});
