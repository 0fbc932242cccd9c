import { createSigner } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServedGraph } from '../../src/reload/served-graph.ts';
import { Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

test('where one listener does not take a graph, those that have taken it are told the one that is served on', async () => {
  const served = createServedGraph(shop.supergraph('first'), {
    cache: undefined,
    signer: createSigner(shop.key.privateKey),
    logger: createLogger('router', 'silent'),
  });
  const first = served.graph;
  const told: unknown[] = [];
  served.onSwap((graph) => void told.push(graph));
  let works = false;
  served.onSwap(() => {
    if (!works) throw new Error('Not this one.');
  });
  served.onSwap((graph) => void told.push(graph));

  expect(() => served.swap(shop.supergraph('added'))).toThrow('Not this one.');
  expect(served.graph).toBe(first);
  expect(told).toEqual([expect.anything(), first]);
  expect(told[0]).not.toBe(first);

  works = true;
  expect(served.swap(shop.supergraph('added'))).toBe(true);
  expect(told.slice(2)).toEqual([served.graph, served.graph]);
  await served.close();
});
