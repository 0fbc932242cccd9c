import type { OpenGraph } from './graph.ts';
import { moaQueries } from './moa-queries.ts';
import { queries } from './queries.ts';

/** A graph that can be measured on, and the name of its report. */
export type KnownGraph = {
  readonly queries: readonly string[];
  readonly report: string;
  /** What serves it is loaded only then. */
  readonly open: OpenGraph;
};

export const graphs = {
  benchmark: {
    queries: [...queries.keys()],
    report: 'gateways',
    open: async (cores) => (await import('./benchmark-graph.ts')).openBenchmarkGraph(cores),
  },
  moa: {
    queries: [...moaQueries.keys()],
    report: 'gateways-moa',
    open: async (cores) => (await import('./moa-graph.ts')).openMoaGraph(cores),
  },
} as const satisfies Record<string, KnownGraph>;

export const graphNames = Object.keys(graphs) as readonly (keyof typeof graphs)[]; // Object.keys forgets the names
