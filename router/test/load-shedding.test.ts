import { setImmediate as immediate, setTimeout as pause } from 'node:timers/promises';
import { createSigner } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { Exposition, subscribe, until } from '@moa/testing';
import { parse } from 'graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApollo } from '../src/apollo.ts';
import { createReadBody } from '../src/body-text.ts';
import { presentable } from '../src/errors.ts';
import type { Executor } from '../src/execute/execute.ts';
import { registerGraphql } from '../src/graphql-route.ts';
import { handedOn } from '../src/handed-on.ts';
import { createHttp } from '../src/http.ts';
import { loadSupergraph, type Router } from '../src/index.ts';
import { createLane } from '../src/lane.ts';
import { limits } from '../src/limits.ts';
import { limitBySubgraph } from '../src/load-shedding/by-subgraph.ts';
import { timeCalls } from '../src/load-shedding/call-delay.ts';
import { nextLimit } from '../src/load-shedding/limit.ts';
import { openLoadShedding } from '../src/load-shedding/load-shedding.ts';
import { openLoopDelay } from '../src/load-shedding/loop-delay.ts';
import { answerByApollo } from '../src/pipeline.ts';
import { createGateway } from '../src/plan/gateway.ts';
import { createPlanner } from '../src/plan/planner.ts';
import { openRateLimits } from '../src/rate-limits.ts';
import { createServedGraph } from '../src/reload/served-graph.ts';
import { contextOf } from '../src/request-context.ts';
import type { SubgraphClient } from '../src/subgraphs/client.ts';
import { SubgraphBusy, type SubgraphResponse } from '../src/subgraphs/response.ts';
import { EventStream } from './support/event-stream.ts';
import { Library } from './support/library.ts';
import { RawSocket } from './support/socket.ts';

let library: Library;
let router: Router;
const slow: Promise<Response>[] = [];

const json = { 'content-type': 'application/json', accept: 'application/json' };
const ask = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${router.url}/graphql`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ query }) });
const stream = (query: string) =>
  EventStream.open(`${router.url}/graphql/stream`, { method: 'POST', headers: json, body: JSON.stringify({ query }) });
/** Two operations, which is as many as may be, that end when `library.slow` does. */
const fill = async () => {
  slow.push(ask('{ slowBook { title } }'), ask('{ slowBook { title } }'));
  const { books } = library.subgraphs;
  await until(() => books.calls.filter(({ query }) => query.includes('slowBook')).length === 2);
};

beforeEach(async () => {
  library = await Library.open();
  router = await library.openRouter({ operationsInHand: 2, metrics: { port: 0 } });
});
afterEach(async () => {
  library.slow.resolve();
  await Promise.all(slow.splice(0));
  await router.close();
  await library.close();
});

const logger = createLogger('router', 'silent');
const anybody: Parameters<typeof contextOf>[0] = { requestId: 'r', viewer: { kind: 'anonymous' } };
const never = { delay: { read: () => 0, close: () => {} }, lateMs: 0 };
const nobody: SubgraphClient = {
  execute: () => Promise.reject(new Error('Nobody is asked.')),
  subscribe: () => {
    throw new Error('Nobody is asked.');
  },
  close: async () => {},
};

const overloaded = {
  message: 'There is too much to do at the moment; try again in a second.',
  extensions: expect.objectContaining({ code: 'OVERLOADED', retryAfterSeconds: 1 }),
};

test('an operation beyond those that may be in hand is refused at once, and pages may read it; health is told', async () => {
  for (let time = 0; time < 3; time += 1) expect((await ask('{ wall }')).status).toBe(200); // by the lane, by now
  await fill();
  const calls = library.subgraphs.books.calls.length;
  for (const query of ['{ wall }', '{ opensAt }', 'mutation { openAt(hour: "8") }']) {
    const refused = await ask(query, { origin: 'https://library.example' });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://library.example');
    expect(await refused.json()).toEqual({
      errors: [overloaded],
      extensions: { requestId: refused.headers.get('x-request-id') },
    });
  }
  const byGet = await fetch(`${router.url}/graphql?query={wall}`, { headers: { 'apollo-require-preflight': '1' } });
  expect([byGet.status, byGet.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await byGet.json()).toMatchObject({ errors: [overloaded] });
  expect(library.subgraphs.books.calls).toHaveLength(calls);
  for (const path of ['livez', 'readyz']) expect((await fetch(`${router.url}/${path}`)).status).toBe(200);
  const metrics = await Exposition.read(router.metricsUrl);
  expect(metrics.sum('router_operations_total', { outcome: 'OVERLOADED' })).toBe(4);
  expect(metrics.sum('router_operations_in_hand')).toBe(2);
  expect(metrics.sum('router_operations_in_hand_limit')).toBe(2);

  library.slow.resolve();
  await Promise.all(slow);
  expect((await ask('{ wall }')).status).toBe(200);
});

test('so it is over WebSocket and as server-sent events; subscriptions that run go on', async () => {
  const news = subscribe(`${router.url}/graphql`, { query: 'subscription { reviewed { id } }' });
  await news.next();
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.length === 1);
  await fill();
  socket.subscribe('q', '{ wall }');
  socket.subscribe('s', 'subscription { reviewed { id } }');
  await until(() => socket.of('q').length > 0 && socket.of('s').length > 0);
  expect(socket.of('q')).toEqual([{ type: 'error', id: 'q', payload: [overloaded] }]);
  expect(socket.of('s')).toEqual([{ type: 'error', id: 's', payload: [overloaded] }]);
  for (const query of ['{ wall }', 'subscription { reviewed { id } }']) {
    const { response } = await stream(query);
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
  }
  library.review('7');
  expect(await news.next()).toMatchObject({ value: { data: { reviewed: { id: '7' } } } });
  socket.socket.close();
  news.close();
});

test('operations over WebSocket and event streams have places like all others', async () => {
  const socket = await RawSocket.open(`${router.url}/graphql`);
  await until(() => socket.received.length === 1);
  socket.subscribe('q', '{ slowBook { title } }');
  const streaming = await stream('{ slowBook { title } }');
  const { books } = library.subgraphs;
  await until(() => books.calls.filter(({ query }) => query.includes('slowBook')).length === 2);
  expect((await ask('{ wall }')).status).toBe(503);
  library.slow.resolve();
  await streaming.ended;
  await until(() => socket.of('q').length === 2);
  expect((await ask('{ wall }')).status).toBe(200);
  socket.socket.close();
});

test('requests that are refused or that break off give their places back', async () => {
  for (let time = 0; time < 5; time += 1) {
    await ask('{ nothing }');
    await ask('{');
    await fetch(`${router.url}/graphql`, { method: 'POST', headers: json, body: '{' });
    await ask('{ brokenBook { title } }');
    await stream('{ nothing }').then(({ ended }) => ended);
  }
  expect((await Exposition.read(router.metricsUrl)).sum('router_operations_in_hand')).toBe(0);
  expect((await ask('{ wall }')).status).toBe(200);
});

test('fewer may be in hand while the process is late, as many as before when it is not any more', async () => {
  let delayMs = 0;
  const load = openLoadShedding({ delay: { read: () => delayMs, close: () => {} }, lateMs: 30, most: 1_000 });
  for (let time = 0; time < 200; time += 1) load.enter();
  delayMs = 31;
  await until(() => load.refusal?.code === 'OVERLOADED');
  expect(load.limit).toBeLessThanOrEqual(200);
  await until(() => load.limit < 200);
  for (let time = 0; time < 200; time += 1) load.leave();
  expect(load.refusal).toBeUndefined();
  delayMs = 0;
  await until(() => load.limit === 1_000);
  load.close();
});

test.each([
  ['a fifth less than there were where work was late', 1_000, { late: true, peak: 100 }, 80],
  ['not more than before for a peak beyond it', 100, { late: true, peak: 110 }, 80],
  ['a tenth more where it was not', 100, { late: false, peak: 100 }, 110],
  ['never fewer than some', 33, { late: true, peak: 33 }, 32],
  ['as many as before where it was not for what there was to do', 500, { late: true, peak: 32 }, 500],
  ['never more than there may be', 980, { late: false, peak: 10 }, 1_000],
])('%s', (_what, limit, seen, next) => {
  expect(nextLimit(limit, seen, { least: 32, most: 1_000 })).toBeCloseTo(next);
});

test('where a subgraph is late, operations that need it are refused before they begin, and no others', async () => {
  const planner = createPlanner(loadSupergraph(library.supergraphSdl));
  const plan = (query: string) => {
    const planned = planner.plan(query, parse(query), undefined);
    if (planned.kind !== 'request') throw new Error('Not a request.');
    return planned;
  };
  const begun: string[] = [];
  const ended = Promise.withResolvers<void>();
  const executor: Executor = {
    async request({ text }) {
      begun.push(text);
      await ended.promise;
      return { data: {} };
    },
    event: async () => ({}),
  };
  const loads = new Map(['books', 'reviews', 'shelves'].map((name) => [name, openLoadShedding({ ...never, most: 1 })]));
  const clients = new Map(Array.from(loads, ([name, load]) => [name, { ...nobody, load }]));
  const { request } = limitBySubgraph(executor, clients);
  const run = (query: string) => request(plan(query), {}, contextOf(anybody, logger));
  const [title, both, review] = [
    '{ book(isbn: "1") { title } }',
    '{ latestReview { book { title } } }',
    '{ latestReview { text } }',
  ];

  const running = [run(title)];
  await expect(run(title)).rejects.toMatchObject({ code: 'OVERLOADED' });
  await expect(run(both)).rejects.toMatchObject({ code: 'OVERLOADED' });
  running.push(run(review));
  ended.resolve();
  await Promise.all(running);
  await run(both);
  expect(begun).toEqual([title, review, both]);
  expect(Array.from(loads.values(), ({ inHand }) => inHand)).toEqual([0, 0, 0]);
  for (const load of loads.values()) load.close();
});

/** Apollo Server over subgraphs that may have one operation in hand. */
async function openApollo() {
  const served = createServedGraph(library.supergraphSdl, {
    cache: undefined,
    operationsInHand: 1,
    signer: createSigner(library.key.privateKey),
    logger,
  });
  const rateLimits = openRateLimits({}, logger);
  const gateway = createGateway(served);
  const apollo = createApollo({ gateway, introspection: true, present: presentable, rateLimits, plugins: [], logger });
  await apollo.start();
  return { apollo, served };
}

test('by HTTP that is 503, too', async () => {
  const { apollo, served } = await openApollo();
  served.graph.clients.get('books')?.load?.enter();
  const body = { query: '{ book(isbn: "1") { title } }' };
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, search: '', body };
  const answer = await answerByApollo(apollo, request, contextOf(anybody, logger));
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  expect(JSON.parse(answer.text)).toMatchObject({ errors: [{ extensions: { code: 'OVERLOADED' } }] });
  served.graph.clients.get('books')?.load?.leave();
  expect((await answerByApollo(apollo, request, contextOf(anybody, logger))).status).toBe(200);
  await apollo.stop();
  await served.close();
});

test('what has its answer by the time that it comes to fastify is not refused any more', async () => {
  const { apollo, served } = await openApollo();
  const load = openLoadShedding({ ...never, most: 1 });
  load.enter();
  const answer = { contentType: 'application/json; charset=utf-8', text: '{"data":{}}' };
  const asked = { method: 'POST', headers: {}, search: '', body: {} };
  const readBody = createReadBody(limits.unfinishedBodyBytes);
  const app = await createHttp({
    logger,
    readBody,
    corsOrigins: [],
    trustedProxies: [],
    compression: false,
    health: { phase: 'ready' },
    connections: 0,
    before: (next) => (request, response) => {
      const quick = request.headers['x-answered'] ? answer : undefined;
      const begun = { asked, document: undefined, context: contextOf(anybody, logger), quick };
      handedOn.set(request, { body: readBody(request), begun: Promise.resolve(begun) });
      next(request, response);
    },
  });
  const begin = () => Promise.reject(new Error('It has begun already.'));
  registerGraphql(app, '/graphql', { apollo, served, begin, lane: createLane(presentable), load });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const post = (headers: Record<string, string>) =>
    fetch(`${url}/graphql`, { method: 'POST', headers: { ...json, ...headers }, body: '{}' });
  const answered = await post({ 'x-answered': '1' });
  expect([answered.status, await answered.json()]).toEqual([200, { data: {} }]);
  expect((await post({})).status).toBe(503);
  expect(load.inHand).toBe(1);
  load.close();
  await app.close();
  await apollo.stop();
  await served.close();
});

test('a subgraph is late by what its calls take longer than usual; while none has ended, as those before', async () => {
  const answers = Array.from({ length: 3 }, () => Promise.withResolvers<SubgraphResponse>());
  const { execute, delay } = timeCalls((call) => answers[Number(call.body)]?.promise ?? Promise.reject(new Error()));
  const call = (body: string) => execute({ body, repeatable: true, dueAt: 0, context: contextOf(anybody, logger) });
  answers[2]?.resolve({});
  await call('2');
  expect(delay.read()).toBe(0); // the first one is what is usual
  const [first, second] = [call('0'), call('1')];
  await pause(20); // that is how slow it is
  answers[0]?.resolve({});
  await first;
  const late = delay.read();
  expect(late).toBeGreaterThan(15);
  expect(delay.read()).toBe(late);
  answers[1]?.resolve({});
  await second;
  await expect(call('3')).rejects.toThrow();
  expect(delay.read()).toBeGreaterThan(5);
  expect(delay.read()).toBe(0);
});

test('a subgraph that reads at once and writes slowly is not late when it is asked to write', async () => {
  const { execute, delay } = timeCalls(async ({ repeatable }) => {
    if (!repeatable) await pause(150);
    return {};
  });
  const call = (repeatable: boolean) =>
    execute({ body: '', repeatable, dueAt: 0, context: contextOf(anybody, logger) });
  await call(true);
  expect(delay.read()).toBe(0);
  await call(false);
  expect(delay.read()).toBe(0);
  await Promise.all([call(true), call(false)]);
  expect(delay.read()).toBeLessThan(limits.callLateMs);
});

test('a subgraph that takes calls on no more is as late as can be, until it does', async () => {
  const { execute, delay } = timeCalls(async ({ body }) => {
    if (body === '') throw new SubgraphBusy();
    return {};
  });
  const call = (body: string) => execute({ body, repeatable: true, dueAt: 0, context: contextOf(anybody, logger) });
  await call('1');
  expect(delay.read()).toBe(0);
  await Promise.allSettled([call('1'), call('')]);
  expect(delay.read()).toBe(Number.POSITIVE_INFINITY);
  await call('1');
  expect(delay.read()).toBeLessThan(limits.callLateMs);
});

test('calls that fail at once do not make those late that are answered as ever', async () => {
  const { execute, delay } = timeCalls(async ({ body }) => {
    if (body === '') throw new Error('The circuit is open.');
    await pause(Number(body));
    return {};
  });
  const call = (body: string) => execute({ body, repeatable: true, dueAt: 0, context: contextOf(anybody, logger) });
  await call('150');
  expect(delay.read()).toBe(0);
  await expect(call('')).rejects.toThrow();
  expect(delay.read()).toBe(0);
  await call('20');
  expect(delay.read()).toBe(0);
});

test('the event loop tells how late it is', async () => {
  const loopDelay = openLoopDelay();
  await until(() => loopDelay.read() < 20);
  for (let turn = 0; turn < 10; turn += 1) {
    for (const end = performance.now() + 60; performance.now() < end; );
    await immediate();
  }
  expect(loopDelay.read()).toBeGreaterThan(20);
  loopDelay.close();
});
