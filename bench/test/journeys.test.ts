import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { benchJourneys, type JourneysResult, renderJourneys } from '../src/index.ts';
import { costCentreOf } from '../src/journeys/cost-centre.ts';
import { readOptions } from '../src/journeys/options.ts';
import { ownCheckout as checkoutFolder } from '../src/journeys/probed-process.ts';
import { splitOf, sumOf } from '../src/journeys/split.ts';

test('time belongs to the package, the part of Node or the folder of Moa whose code ran', () => {
  const centre = (url: string, functionName = 'run') => costCentreOf({ url, functionName });
  expect(centre('file:///a/node_modules/@mikro-orm/core/EntityManager.js')).toBe('MikroORM');
  expect(centre('file:///a/node_modules/@mikro-orm/postgresql/node_modules/pg/lib/client.js')).toBe('pg');
  expect(centre('file:///a/node_modules/left-pad/index.js')).toBe('other packages');
  expect(centre('node:_http_server')).toBe('node: HTTP');
  expect(centre('node:internal/errors')).toBe('node: others');
  expect(centre('file:///a/subgraphs/order/src/open.ts')).toBe('subgraphs/order');
  expect(centre('file:///a/router/src/lane.ts')).toBe('router');
  expect(centre('file:///a/bench/src/journeys/json-frames.ts', 'JSON.parse')).toBe('JSON');
  expect(centre('', '(garbage collector)')).toBe('garbage collection');
  expect(centre('', 'writev')).toBe('writing to sockets');
  expect(centre('', '(idle)')).toBeUndefined();
});

test('a profile is split by who ran, and splits add up', () => {
  const frame = (functionName: string, url: string) => ({
    functionName,
    url,
    scriptId: '',
    lineNumber: 4,
    columnNumber: 0,
  });
  const split = splitOf({
    nodes: [
      { id: 1, callFrame: frame('(idle)', '') },
      { id: 2, callFrame: frame('answer', 'file:///a/router/src/lane.ts') },
      { id: 3, callFrame: frame('query', 'file:///a/node_modules/pg/lib/client.js') },
    ],
    startTime: 0,
    endTime: 100,
    samples: [1, 2, 3, 2, 1],
    timeDeltas: [0, 50, 10, 20, 20],
  });
  expect(split.centres).toEqual({ router: 30, pg: 20 });
  expect(split.functions).toEqual([
    { centre: 'router', name: 'answer', place: 'router/src/lane.ts:5', cost: 30 },
    { centre: 'pg', name: 'query', place: 'pg/lib/client.js:5', cost: 20 },
  ]);
  expect(sumOf([split, split]).centres).toEqual({ router: 60, pg: 40 });
});

test('options that can not be are refused with what can', () => {
  expect(() => readOptions(['--forms', 'two'])).toThrow("--forms can't be two; there is one-process, many-processes.");
  expect(() => readOptions(['--before', '/'])).toThrow('--before / has no moa/moa.mjs');
  const { command } = readOptions(['--rounds', '3', '--before', checkoutFolder]) ?? {};
  expect(command).toBe('npm run bench:journeys -- --rounds 3 --before FOLDER');
  expect(readOptions(['--journeys', 'my-page'])?.journeys).toEqual(['my page']);
});

const costs = { moa: 4, postgres: 1, redis: 0, roundTrips: 10, statements: 11 };
const measured: JourneysResult['measured'][number] = {
  journey: 'my page',
  form: 'one process',
  checkout: 'this',
  stages: ['answer'],
  times: [[1, 2, 3]],
  costs: [costs, costs],
  split: {
    centres: { router: 3, pg: 1 },
    functions: [{ centre: 'router', name: 'answer', place: 'router/src/lane.ts:5', cost: 3 }],
  },
};
const result: JourneysResult = {
  ...{ rounds: 2, seconds: 1, profileSeconds: 1, machine: 'a machine', loads: [0.5, 1] },
  measured: [measured],
  rest: [{ form: 'one process', checkout: 'this', rest: costs }],
};

test('the report says where the time goes, and compares with another checkout only when there is one', () => {
  const report = renderJourneys(result, 'npm run bench:journeys');
  expect(report).toContain('| my page | one process | answer | 2.00 | 2.98 | 4.00 | 1.00 | 0.00 | 10.0 | 11.0 |');
  expect(report).toContain('| router | 75.0 % | 3.00 |');
  expect(report).not.toMatch(/NaN|undefined|other checkout/);
  const before = { ...measured, checkout: 'before', costs: [8, 12].map((moa) => ({ ...costs, moa })) } as const;
  expect(renderJourneys({ ...result, measured: [measured, before] }, '')).toContain(
    '| my page | one process | 10.0 | 4.00 | 2.50 | 11.0 | 5.00 | **2.20** | 2.00 – 2.40 | 10.0 | 10.0 |',
  );
});

test('people travel through all of Moa, and each process says what it did', { timeout: 120_000 }, async () => {
  const { checkouts } = readOptions([]) ?? {};
  if (!checkouts) throw new Error('There is no checkout.');
  const { measured: taken } = await benchJourneys({
    checkouts,
    forms: ['one process'],
    journeys: ['my page', 'place an order', 'find a path'],
    rounds: 1,
    seconds: 1,
    profileSeconds: 1,
    report: () => {},
    signal: new AbortController().signal,
  });
  expect(taken.map(({ journey, stages }) => [journey, stages.length])).toEqual([
    ['my page', 1],
    ['place an order', 2],
    ['find a path', 1],
  ]);
  for (const { times, costs, split } of taken) {
    for (const stage of times) expect(Math.min(...stage)).toBeGreaterThan(0);
    expect(costs[0]?.moa).toBeGreaterThan(0);
    expect(Object.keys(split.centres)).toEqual(expect.arrayContaining(['router', 'graphql-js', 'pg', 'JSON']));
  }
  const [page, order] = taken;
  // Ten that the page asks for; an order is paid for by way of four subgraphs. What runs in any case is counted off, roughly.
  expect(page?.costs[0]?.roundTrips).toBeGreaterThan(5);
  expect(order?.costs[0]?.roundTrips).toBeGreaterThan(50);
});

test('pg has what queries are counted at', () => {
  const { Client } = createRequire(import.meta.url)('pg') as { Client: { prototype: object } }; // it is pg's class
  for (const name of ['_handleReadyForQuery', '_handleCommandComplete']) expect(Client.prototype).toHaveProperty(name);
});
