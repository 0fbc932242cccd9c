import { createSigner } from '@moa/identity';
import { createLogger } from '@moa/telemetry';
import { parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGateway } from '../../src/plan/gateway.ts';
import { createServedGraph } from '../../src/reload/served-graph.ts';
import { Shop } from './shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

test('what was validated against one supergraph is not run on another that was swapped in meanwhile', async () => {
  const logger = createLogger('router', 'silent');
  const served = createServedGraph(shop.supergraph('moved'), {
    signer: createSigner(shop.key.privateKey),
    cache: undefined,
    logger,
  });
  const { executor } = await createGateway(served).load({ apollo: {} });
  const { graph } = served;
  const release = graph.use();
  served.swap(shop.supergraph('first')); // which has no place for the subgraph of the prices
  const source = '{ products { price } }';
  const run = (schema: typeof graph.supergraph.apiSchema) =>
    executor?.({
      schema,
      source,
      document: parse(source),
      request: { query: source, variables: {} },
      context: { requestId: 'a-request', viewer: { kind: 'anonymous' }, logger },
      // The rest of what Apollo Server tells a gateway is not read.
    } as unknown as Parameters<NonNullable<typeof executor>>[0]);

  const priceIn = async (answer: ReturnType<typeof run>) =>
    JSON.parse(JSON.stringify((await answer)?.data)).products[0];
  expect(await priceIn(run(graph.supergraph.apiSchema))).toEqual({ price: 20 });
  expect(await priceIn(run(served.graph.supergraph.apiSchema))).toEqual({ price: 10 });
  expect(shop.subgraphs.prices.connections.open).toBe(1);
  release();
  await served.close();
});
