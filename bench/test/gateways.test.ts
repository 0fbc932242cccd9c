import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { renderGatewaysChart } from '../gateways/chart.ts';
import type { OpenGraph } from '../gateways/graphs/graph.ts';
import { graphs } from '../gateways/graphs/graphs.ts';
import { readOptions } from '../gateways/options.ts';
import { ask, demandSame } from '../gateways/questions.ts';
import { renderGateways } from '../gateways/report.ts';
import type { GatewaysResult, Round } from '../gateways/result.ts';
import { readHttpRequest } from '../gateways/subgraphs/http-request.ts';
import { benchSubscriptions } from '../gateways/subscriptions/bench.ts';
import { prepareEventText } from '../gateways/subscriptions/event-text.ts';
import { renderSubscriptions } from '../gateways/subscriptions/report.ts';
import { sdl, subscription, text } from '../gateways/subscriptions/ticks.ts';
import { startGateway } from '../gateways/targets/start.ts';
import { plain, targets } from '../gateways/targets/targets.ts';

async function openBoth(open: OpenGraph, opened: AsyncDisposableStack) {
  const graph = await open(undefined);
  opened.defer(graph.close);
  const folder = await mkdtemp(join(tmpdir(), 'bench-test-'));
  opened.defer(() => rm(folder, { recursive: true }));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, graph.supergraphSdl);
  const both = targets.filter(({ name }) => name === 'plain' || name === 'ours');
  const { env } = graph;
  const gateways = await Promise.all(both.map((target) => startGateway(target, file, { cores: undefined, env })));
  for (const { process } of gateways) opened.defer(process.stop);
  return { graph, gateways };
}

test('plain @apollo/gateway and our router answer the benchmark alike, from 16, 2 and 1 requests to subgraphs', async () => {
  await using opened = new AsyncDisposableStack();
  const { graph, gateways } = await openBoth(graphs.benchmark.open, opened);
  const questions = await ask(graph, gateways, [...graph.queries.keys()]);
  const ofPlain = questions.filter(({ gateway }) => gateway.target === plain);
  expect(ofPlain.map(({ query, fetches }) => [query, fetches])).toEqual([
    ['big', 16],
    ['small', 2],
    ['one', 1],
  ]);
  expect(questions.filter(({ fetches }) => fetches === 0)).toEqual([]);
});

test('both answer Moa alike, too, as the member whose token the client sends', { timeout: 120_000 }, async () => {
  await using opened = new AsyncDisposableStack();
  const { graph, gateways } = await openBoth(graphs.moa.open, opened);
  const questions = await ask(graph, gateways, graphs.moa.queries);
  const ofOurs = questions.filter(({ gateway }) => gateway.target !== plain);
  expect(ofOurs.map(({ query, fetches }) => [query, fetches])).toEqual([
    ['my-page', 9],
    ['menu', 1],
    ['find-path', 1],
  ]);
  const page = JSON.parse(ofOurs[0]?.expected ?? '{}').data.me;
  expect(page).toMatchObject({
    name: 'reader0',
    orders: { nodes: { length: 10 } },
    following: { nodes: { length: 5 } },
  });
});

test('a gateway that answers otherwise, or not at all, stops the measurement', () => {
  const first = { from: 'plain', text: '{"data":{"me":{"id":"1"}}}' };
  expect(() => demandSame('one', [first, { from: 'x', text: '{"data":{"me":{"id":"1"}},"extensions":{}}' }])).toThrow(
    'x answers "one" otherwise than plain',
  );
  expect(() => demandSame('one', [{ from: 'plain', text: '{"errors":[]}' }])).toThrow('plain does not answer "one"');
  demandSame('one', [first, { from: 'x', text: '{ "data": { "me": { "id": "1" } } }' }]);
});

test('a request is read however it is sent, once it is whole', () => {
  const requests = [
    'POST / HTTP/1.1\r\nContent-Length: 7\r\n\r\n{"a":1}',
    'POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n3\r\n{"a\r\n4\r\n":1}\r\n0\r\n\r\n',
  ];
  for (const request of requests) {
    const bytes = Buffer.from(request);
    for (let length = 0; length < bytes.length; length += 1)
      expect(readHttpRequest(bytes.subarray(0, length))).toBeUndefined();
    const next = Buffer.concat([bytes, Buffer.from('POST')]);
    expect(readHttpRequest(next)).toEqual({ method: 'POST', body: '{"a":1}', end: bytes.length });
  }
});

test('an event has the names that the gateway selected, and its own numbers', () => {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: {} }]);
  const eventText = prepareEventText(schema, subscription.replace('number', 'n: number'), { channel: 7 });
  expect(JSON.parse(eventText({ number: 3, publishedAt: 12.5 }))).toEqual({
    data: { ticks: { channel: 7, n: 3, publishedAt: 12.5, text } },
  });
});

test('every event reaches every client through our router, and the report says how long it took', async () => {
  const measured = await benchSubscriptions({
    targets: targets.filter(({ name }) => name === 'ours'),
    clients: 20,
    events: 3,
    everyMs: 20,
    report: () => {},
    signal: new AbortController().signal,
  });
  expect(measured.measured).toMatchObject([
    { kind: 'the same', missing: 0, ended: 0, delivered: { deliveries: 60 } },
    { kind: 'each its own', missing: 0, ended: 0, delivered: { deliveries: 60 }, upstream: { subscriptions: 20 } },
  ]);
  const report = renderSubscriptions(measured, 'npm run bench:subscriptions');
  expect(report).toMatch(/\| our router \| each its own \| 20 \| .+ \| 0 % \|/);
  expect(report).not.toMatch(/NaN|undefined/);
});

const round = (target: string, answers: number, more: Partial<Round> = {}): Round => ({
  ...{ target, query: 'one', answers, seconds: 1, cpuSeconds: 1, p50: 1, p99: 2, fetches: 2, fetchesAlone: 2 },
  ...more,
});

const result = (rounds: readonly Round[]): GatewaysResult => ({
  graph: 'benchmark graph',
  about: 'It has subgraphs.',
  busiest: 'gateway',
  chart: 'gateways.svg',
  queries: ['one'],
  targets: ['plain', 'ours'].map((name) => ({
    ...{ name, title: name, startSeconds: 1, memory: { warm: 1024 ** 2, done: undefined } },
  })),
  rounds,
  settings: { rounds: 3, seconds: 1, connections: 50 },
  bound: true,
  versions: ['a package 1.2.3'],
  machine: 'a machine',
});

test('the report gives the median of the ratios, round by round, and tells where clients share fetches', () => {
  const rounds = [100, 10, 100].map((answers) => round('plain', answers));
  const shared = [300, 30, 200].map((answers) => round('ours', answers, { fetches: 0.1 }));
  const report = renderGateways(result([...rounds, ...shared]), 'npm run bench:gateways');
  expect(report).toContain(
    '| ours | 200 | **3.00** | 2.50 – 3.00 | 200 | 3.00 | 100 % | 1.00 | 2.00 | 2, shared: 0.1 |',
  );
  expect(report).toContain('| ours | 1.0 | 1 | – |');
  expect(report).not.toMatch(/NaN|undefined|not free/);
  expect(renderGatewaysChart(result([...rounds, ...shared]))).toMatch(/>3\.0 <tspan[^>]*>200\/s</);
});

test('the report of a graph whose subgraphs have the most to do says so', () => {
  const half = ['plain', 'ours'].map((name) => round(name, 100, { cpuSeconds: 0.5 }));
  const report = renderGateways({ ...result(half), busiest: 'subgraphs' }, '');
  expect(report).toContain('**The subgraphs have the most to do**: a gateway used 50 % of its core');
  expect(report).not.toContain('not free');
});

test('the report says when other programs had the core, and lives without processor times', () => {
  const half = ['plain', 'ours'].map((name) => round(name, 100, { cpuSeconds: 0.5 }));
  expect(renderGateways(result(half), '')).toContain('**The machine was not free**: a gateway got 50 % of its core');
  const untold = ['plain', 'ours'].map((name) => round(name, 100, { cpuSeconds: undefined }));
  expect(renderGatewaysChart(result(untold))).toMatch(/>1\.0 <tspan[^>]*>100\/s</);
  expect(renderGateways(result(untold), '')).toContain('| ours | 100 | **1.00** | 1.00 – 1.00 | – | – | – |');
});

test('options that can not be are refused with what can', () => {
  expect(() => readOptions(['--targets', 'ours,nginx'])).toThrow("--targets can't be nginx; there is plain, ours");
  expect(() => readOptions(['--rounds', '0'])).toThrow('--rounds must be a whole number from 1 on, not "0".');
  expect(() => readOptions(['--graph', 'ours'])).toThrow("--graph can't be ours; there is benchmark, moa.");
  expect(() => readOptions(['--graph', 'moa', '--queries', 'big'])).toThrow("--queries can't be big; there is my-page");
  expect(readOptions(['--targets', 'ours'])?.targets.map(({ name }) => name)).toEqual(['plain', 'ours']);
});
