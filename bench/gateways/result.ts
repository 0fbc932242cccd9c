import type { Graph } from './graphs/graph.ts';

/** One target with one query in one round. */
export type Round = {
  readonly target: string;
  readonly query: string;
  readonly answers: number;
  readonly seconds: number;
  /** Processor time that the target took meanwhile; nothing where the system does not tell. */
  readonly cpuSeconds: number | undefined;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Requests to subgraphs for one answer when nobody else asks, and per answer in this round. */
  readonly fetchesAlone: number;
  readonly fetches: number;
};

/** Bytes in memory; nothing where the system does not tell. */
export type Memory = number | undefined;

export type GatewaysResult = {
  readonly graph: string;
  /** What readers should know of the graph. */
  readonly about: string;
  readonly busiest: Graph['busiest'];
  /** The file with the chart. */
  readonly chart: string;
  readonly queries: readonly string[];
  /** The first is what the others are compared with. */
  readonly targets: readonly {
    readonly name: string;
    readonly title: string;
    /** From the start of its process to its first answer. */
    readonly startSeconds: number;
    readonly memory: { readonly warm: Memory; readonly done: Memory };
  }[];
  readonly rounds: readonly Round[];
  readonly settings: { readonly rounds: number; readonly seconds: number; readonly connections: number };
  /** Whether each target had a core to itself. */
  readonly bound: boolean;
  /** Of the packages that were measured. */
  readonly versions: readonly string[];
  readonly machine: string;
};
