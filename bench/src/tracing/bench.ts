import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createLogger, startTracing } from '@moa/telemetry';
import { openBenchmarkGraph } from '../../gateways/graphs/benchmark-graph.ts';
import { type Comparison, compare } from '../measure/compare.ts';
import { describeMachine } from '../measure/machine.ts';
import { openSide, scenariosOf } from '../measure/router-side.ts';

export type TracingBench = {
  readonly rounds: number;
  /** Queries of a kind on one side in one round. */
  readonly batch: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

export type TracingResult = {
  readonly shares: readonly {
    /** Of the traces, so many are kept; undefined where no router traces, to see how much two of the same differ. */
    readonly share: number | undefined;
    /** `small` does not trace, `large` does; milliseconds of processor time that a query took. */
    readonly comparisons: readonly Comparison[];
  }[];
  readonly rounds: number;
  readonly batch: number;
  readonly machine: string;
};

/** The same queries through two routers in this process, which differ in nothing but whether they trace. */
export async function benchTracing({ rounds, batch, report, signal }: TracingBench): Promise<TracingResult> {
  await using opened = new AsyncDisposableStack();
  const graph = await openBenchmarkGraph(undefined);
  opened.defer(graph.close);
  const collector = fork(fileURLToPath(new URL('collector.ts', import.meta.url)));
  opened.defer(() => collector.disconnect());
  const [endpoint] = await once(collector, 'message');

  const shares: TracingResult['shares'][number][] = [];
  for (const share of [undefined, 1, 0.1]) {
    await using round = new AsyncDisposableStack();
    if (share !== undefined) {
      const logger = createLogger('bench', 'warn');
      round.defer((await startTracing({ service: 'bench', endpoint: String(endpoint), ratio: share, logger })).close);
    }
    const sides = {
      small: await openSide(graph.supergraphSdl, { tracing: false }, round),
      large: await openSide(graph.supergraphSdl, { tracing: share !== undefined }, round),
    };
    const comparisons = await compare(scenariosOf(batch), sides, { rounds, report, signal });
    shares.push({ share, comparisons });
  }
  return { shares, rounds, batch, machine: describeMachine() };
}
