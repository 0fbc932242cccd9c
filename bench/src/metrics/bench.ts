import { openBenchmarkGraph } from '../../gateways/graphs/benchmark-graph.ts';
import { type Comparison, compare } from '../measure/compare.ts';
import { describeMachine } from '../measure/machine.ts';
import { openSide, type Side, scenariosOf } from '../measure/router-side.ts';
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

/** The same queries through two routers in this process, which differ in nothing but whether they take metrics. */
export async function benchMetrics({ rounds, batch, report, signal }: MetricsBench): Promise<MetricsResult> {
  await using opened = new AsyncDisposableStack();
  const graph = await openBenchmarkGraph(undefined);
  opened.defer(graph.close);
  const large = await openSide(graph.supergraphSdl, { metrics: { port: 0 } }, opened);
  const sides = { small: await openSide(graph.supergraphSdl, { metrics: false }, opened), large };
  const comparisons = await compare(scenariosOf(batch), sides, { rounds, report, signal });
  const scrape = await scrapeOf(large);
  return { comparisons, alone: await measureAlone(), scrape, rounds, batch, machine: describeMachine() };
}

async function scrapeOf({ ask, metricsUrl }: Side): Promise<MetricsResult['scrape']> {
  for (let operation = 0; operation < 500; operation += 1) await ask(`query Operation${operation} { __typename }`);
  const from = performance.now();
  const times = 20;
  let bytes = 0;
  for (let time = 0; time < times; time += 1) bytes = (await (await fetch(metricsUrl ?? '')).text()).length;
  return { bytes, milliseconds: (performance.now() - from) / times };
}
