import { createSigner, generateKey } from '@moa/identity';
import { everybodyIsAnonymous, openRouter, type Router, type RouterOptions } from '@moa/router';
import { createLogger } from '@moa/telemetry';
import { Pool } from 'undici';
import type { Scenario } from './compare.ts';
import { timeEach } from './load.ts';

/** A router in this process, one of two that differ in one thing only. */
export type Side = Router & { readonly ask: (query: string) => Promise<string> };

/** Queries that run at a time. */
export const concurrency = 8;

export async function openSide(
  supergraphSdl: string,
  options: Pick<RouterOptions, 'metrics' | 'tracing'>,
  opened: AsyncDisposableStack,
): Promise<Side> {
  const router = await openRouter({
    port: 0,
    host: '127.0.0.1',
    supergraphSdl,
    authenticate: everybodyIsAnonymous,
    signer: createSigner((await generateKey('router')).privateKey),
    corsOrigins: [],
    introspection: true,
    logger: createLogger('bench', 'warn'),
    drainJitterMs: 0,
    ...options,
  });
  opened.defer(() => router.close());
  const client = new Pool(router.url, { connections: concurrency });
  opened.defer(() => client.close());
  return { ...router, ask: (query) => answerOf(client, query) };
}

/** From one fetch to many. */
const queries: ReadonlyMap<string, string> = new Map([
  ['one fetch', 'query One { me { id name username } }'],
  ['two fetches', 'query Small { me { id name reviews { id body } } }'],
  [
    'deep',
    `query Deep { topProducts(first: 5) { upc name price weight inStock shippingEstimate reviews { id body author { id name
      reviews { id product { upc name inStock } } } } } }`,
  ],
]);

/** Each measures the processor time of a query. @param batch queries of a kind on one side in one round */
export const scenariosOf = (batch: number): readonly Scenario<Side>[] =>
  Array.from(queries, ([name, query]) => ({ name, measure: (side) => cpuOf(side, query, batch) }));

/** Processor time of this process, which holds the routers and the client, in milliseconds. */
async function cpuOf({ ask }: Side, query: string, batch: number): Promise<number> {
  const expected = await ask(query);
  const from = process.cpuUsage();
  await timeEach(Array.from({ length: batch }), concurrency, async () => {
    if ((await ask(query)) !== expected) throw new Error('The router does not answer as before.');
  });
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000 / batch;
}

async function answerOf(client: Pool, query: string): Promise<string> {
  const { statusCode, body } = await client.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
  });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`The router answered ${statusCode}: ${text}`);
  return text;
}
