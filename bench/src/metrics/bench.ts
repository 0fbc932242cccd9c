import { createSigner, generateKey } from '@moa/identity';
import { everybodyIsAnonymous, openRouter, type Router } from '@moa/router';
import { createLogger } from '@moa/telemetry';
import { Pool } from 'undici';
import { openBenchmarkGraph } from '../../gateways/graphs/benchmark-graph.ts';
import { type Comparison, compare, type Pair, type Scenario } from '../measure/compare.ts';
import { timeEach } from '../measure/load.ts';
import { describeMachine } from '../measure/machine.ts';
import { type Alone, measureAlone } from './alone.ts';

export type MetricsBench = {
  readonly rounds: number;
  /** Queries of a kind on one side in one round. */
  readonly batch: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

export type MetricsResult = {
  /** `small` is without metrics, `large` with them; milliseconds of processor time that a query took. */
  readonly comparisons: readonly Comparison[];
  readonly alone: Alone;
  /** What Prometheus reads each time, with as many operations as are ever told apart. */
  readonly scrape: { readonly bytes: number; readonly milliseconds: number };
  readonly rounds: number;
  readonly batch: number;
  readonly machine: string;
};

/** Metrics are taken of each fetch, too. */
const queries: ReadonlyMap<string, string> = new Map([
  ['one fetch', 'query One { me { id name username } }'],
  ['two fetches', 'query Small { me { id name reviews { id body } } }'],
  [
    'deep',
    `query Deep { topProducts(first: 5) { upc name price weight inStock shippingEstimate reviews { id body author { id name
      reviews { id product { upc name inStock } } } } } }`,
  ],
]);

type Side = Router & { readonly ask: (query: string) => Promise<string> };

export const concurrency = 8;

/** The same queries through two routers in this process, which differ in nothing but whether they take metrics. */
export async function benchMetrics(bench: MetricsBench): Promise<MetricsResult> {
  const { rounds, batch, report, signal } = bench;
  await using opened = new AsyncDisposableStack();
  const graph = await openBenchmarkGraph(undefined);
  opened.defer(graph.close);
  const signer = createSigner((await generateKey('router')).privateKey);
  const open = async (metrics: { port: number } | false): Promise<Side> => {
    const router = await openRouter({
      port: 0,
      host: '127.0.0.1',
      supergraphSdl: graph.supergraphSdl,
      authenticate: everybodyIsAnonymous,
      signer,
      corsOrigins: [],
      introspection: true,
      metrics,
      logger: createLogger('bench', 'warn'),
      drainJitterMs: 0,
    });
    opened.defer(() => router.close());
    const client = new Pool(router.url, { connections: concurrency });
    opened.defer(() => client.close());
    return { ...router, ask: (query) => answerOf(client, query) };
  };
  const sides: Pair<Side> = { small: await open(false), large: await open({ port: 0 }) };
  const scenarios = Array.from(
    queries,
    ([name, query]): Scenario<Side> => ({ name, measure: (side) => cpuOf(side, query, batch) }),
  );
  const comparisons = await compare(scenarios, sides, { rounds, report, signal });
  const scrape = await scrapeOf(sides.large);
  return { comparisons, alone: await measureAlone(), scrape, rounds, batch, machine: describeMachine() };
}

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

async function scrapeOf({ ask, metricsUrl }: Side): Promise<MetricsResult['scrape']> {
  for (let operation = 0; operation < 500; operation += 1) await ask(`query Operation${operation} { __typename }`);
  const from = performance.now();
  const times = 20;
  let bytes = 0;
  for (let time = 0; time < times; time += 1) bytes = (await (await fetch(metricsUrl ?? '')).text()).length;
  return { bytes, milliseconds: (performance.now() - from) / times };
}
