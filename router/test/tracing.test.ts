import { createLogger, openEndpoint, startTracing, type Tracing } from '@moa/telemetry';
import { type OtlpReceiver, openOtlpReceiver, type ReceivedSpan, subscribe } from '@moa/testing';
import { Gauge, Registry } from 'prom-client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Router, RouterOptions } from '../src/index.ts';
import { Library } from './support/library.ts';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const above = `00-${traceId}-b7ad6b7169203331-01`;

let library: Library;
let receiver: OtlpReceiver;
let tracing: Tracing;
beforeAll(async () => {
  library = await Library.open();
});
afterAll(() => library.close());

let router: Router;
const open = async (options: Partial<RouterOptions> = {}): Promise<void> => {
  router = await library.openRouter(options);
};
const ask = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${router.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
/** Closes the router, so that nothing is missing. */
const spans = async (): Promise<readonly ReceivedSpan[]> => {
  await router.close();
  await tracing.close();
  return receiver.spans();
};
const callsOf = (subgraph: 'books' | 'shelves' | 'reviews') => library.subgraphs[subgraph].calls;

beforeEach(async () => {
  for (const { calls } of Object.values(library.subgraphs)) calls.length = 0;
  receiver = await openOtlpReceiver();
  const logger = createLogger('test', 'silent');
  tracing = await startTracing({ service: 'router', endpoint: receiver.endpoint, logger });
  return async () => {
    await router.close();
    await tracing.close();
    await receiver.close();
  };
});

describe('an operation', () => {
  const query = 'query Copies { book(isbn: "1") { title copies } }';

  test.each([1, 2])('is a span with one for each fetch below it, when it comes for the %i. time', async (times) => {
    await open();
    for (let time = 0; time < times; time += 1) await ask(query, { 'x-request-id': `request-${time + 1}` });
    const all = await spans();
    const operation = all.find(({ attributes }) => attributes['request.id'] === `request-${times}`);
    expect(operation).toMatchObject({
      name: 'query Copies',
      parentSpanId: undefined,
      failed: false,
      attributes: { 'graphql.operation.type': 'query', 'graphql.operation.name': 'Copies' },
    });
    const fetches = all.filter(({ parentSpanId }) => parentSpanId === operation?.spanId);
    expect(fetches.map(({ name, attributes }) => [name, attributes['subgraph.outcome']])).toEqual([
      ['fetch books', 'ok'],
      ['fetch shelves', 'ok'],
    ]);
    // Each subgraph is told of the span that it was called in.
    const told = [callsOf('books'), callsOf('shelves')].map((calls) => calls.at(-1)?.headers.traceparent);
    expect(told).toEqual(fetches.map((fetch) => `00-${fetch.traceId}-${fetch.spanId}-01`));
  });

  test('is traced as well where metrics are taken, or nothing may be kept', async () => {
    await open({ metrics: { port: 0 }, cache: false });
    await ask(query);
    await ask('mutation Rename { renameBook(isbn: "1", title: "Dune") { title } }');
    const names = (await spans()).map(({ name }) => name);
    expect(names.toSorted()).toEqual([
      'fetch books',
      'fetch books',
      'fetch shelves',
      'mutation Rename',
      'query Copies',
    ]);
  });

  test('has failed where the fault is ours, and tells of nobody’s values', async () => {
    await open();
    await ask('query Forbidden { forbiddenBook { title } }');
    await ask('query Broken { brokenBook { title } }');
    await ask('query Nonsense { nothing }');
    await library.subgraphs.books.stop();
    await ask('query Away { book(isbn: "of-mina") { title } }');
    await library.subgraphs.books.start();
    const all = await spans();
    const of = (name: string) => all.find((span) => span.name === name);
    expect(of('query Forbidden')).toMatchObject({ failed: false, attributes: { 'error.type': 'FORBIDDEN' } });
    expect(of('query Broken')).toMatchObject({ failed: true, attributes: { 'error.type': 'INTERNAL_SERVER_ERROR' } });
    expect(of('operation')).toMatchObject({ failed: false, attributes: { 'error.type': 'GRAPHQL_VALIDATION_FAILED' } });
    expect(of('query Away')).toMatchObject({ failed: true, attributes: { 'error.type': 'SUBGRAPH_UNAVAILABLE' } });
    const away = all.find(({ parentSpanId }) => parentSpanId === of('query Away')?.spanId);
    expect(away).toMatchObject({ failed: true, attributes: { 'subgraph.outcome': 'unavailable' } });
    expect(JSON.stringify(all)).not.toContain('mina');
  });

  test('goes on in the trace that a trusted proxy has begun', async () => {
    await open({ trustedProxies: ['127.0.0.1'] });
    await ask(query, { traceparent: above });
    expect((await spans()).find(({ name }) => name === 'query Copies')).toMatchObject({
      traceId,
      parentSpanId: 'b7ad6b7169203331',
    });
  });

  test.each([
    ['of a client', [], above],
    ['that is malformed', ['127.0.0.1'], `${above}-more`],
    ['that is malformed', ['127.0.0.1'], `00-${'0'.repeat(32)}-b7ad6b7169203331-01`],
  ])('begins a trace of its own whatever a traceparent says %s', async (_which, trustedProxies, traceparent) => {
    await open({ trustedProxies });
    expect((await ask(query, { traceparent })).status).toBe(200);
    const operation = (await spans()).find(({ name }) => name === 'query Copies');
    expect(operation?.parentSpanId).toBeUndefined();
    expect(operation?.traceId).not.toBe(traceId);
    expect(callsOf('books')[0]?.headers.traceparent).toContain(operation?.traceId);
  });

  test('over a WebSocket is traced like any other', async () => {
    await open();
    const answers = subscribe(`${router.url}/graphql`, { query });
    expect((await answers.next()).value).toMatchObject({ data: { book: { title: 'Dune' } } });
    await answers.close();
    expect((await spans()).map(({ name }) => name)).toContain('query Copies');
  });
});

test.each(['x'.repeat(65), 'short', 'with spaces', '{"level":60}'])(
  'a request id of a client that is %j is replaced, and the answer tells by what',
  async (requestId) => {
    await open();
    const answer = await ask('{ wall }', { 'x-request-id': requestId });
    const given = answer.headers.get('x-request-id');
    expect(given).toMatch(/^[\w-]{36}$/);
    expect(callsOf('books')[0]?.headers['x-request-id']).toBe(given);
  },
);

test('the beginning of a subscription is a span, and each event is one in the trace of its cause', async () => {
  await open();
  const events = subscribe(`${router.url}/graphql`, {
    query: 'subscription Reviewed { reviewed { id book { title } } }',
  });
  await events.next();
  await events.close();
  const all = await spans();
  const subscription = all.find(({ name }) => name === 'subscription Reviewed');
  expect(subscription).toMatchObject({ parentSpanId: undefined, attributes: { 'graphql.operation.name': 'Reviewed' } });
  // This subgraph tells nothing of causes, so events belong to who subscribed.
  const event = all.find(({ name }) => name === 'event Reviewed');
  expect(event).toMatchObject({ parentSpanId: subscription?.spanId, linkedTraceIds: [subscription?.traceId] });
  expect(all.find(({ name }) => name === 'fetch books')).toMatchObject({ parentSpanId: event?.spanId });
});

test('a router that does not trace passes nothing on, not even what a trusted proxy says', async () => {
  await open({ tracing: false, trustedProxies: ['127.0.0.1'] });
  await ask('{ wall }', { traceparent: above });
  expect(callsOf('books')[0]?.headers).not.toHaveProperty('traceparent');
  expect(await spans()).toEqual([]);
});

test('figures that can not be read are an error in the log', async () => {
  await open();
  const registry = new Registry();
  const fail = () => {
    throw new Error('no figure');
  };
  new Gauge({ name: 'broken', help: 'Broken.', registers: [registry], collect: fail });
  const lines: unknown[] = [];
  const logger = createLogger('router', 'error', { write: (line) => void lines.push(JSON.parse(line)) });
  const endpoint = await openEndpoint(registry, { port: 0, host: '127.0.0.1', logger });
  expect((await fetch(endpoint.url)).status).toBe(500);
  await endpoint.close();
  expect(lines).toMatchObject([{ msg: 'Metrics could not be read', err: { message: 'no figure' } }]);
});
