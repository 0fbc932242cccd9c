import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMachine } from '../src/measure/machine.ts';
import type { Graph, OpenGraph } from './graphs/graph.ts';
import { type Load, openLoad } from './load/load.ts';
import { type Cores, shareCores } from './processes/cores.ts';
import { settled } from './processes/settled.ts';
import { usageOf } from './processes/usage.ts';
import { ask, type Question } from './questions.ts';
import type { GatewaysResult, Memory, Round } from './result.ts';
import { type Gateway, startGateway } from './targets/start.ts';
import type { Target } from './targets/target.ts';

export type GatewaysBench = {
  readonly openGraph: OpenGraph;
  /** The file beside the report that the chart is written to. */
  readonly chart: string;
  /** The first is what the others are compared with. */
  readonly targets: readonly Target[];
  /** Names of the graph's queries. */
  readonly queries: readonly string[];
  readonly rounds: number;
  /** Of one target with one query in one round. */
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

/** Gateways side by side on one core, which takes turns between them: round by round, query by query. */
export async function benchGateways(bench: GatewaysBench): Promise<GatewaysResult> {
  await using opened = new AsyncDisposableStack();
  const cores = shareCores();
  const graph = await bench.openGraph(cores?.others);
  opened.defer(graph.close);
  const load = openLoad(cores?.others);
  opened.defer(load.close);
  const gateways = await startGateways(graph, bench, cores, opened);
  const questions = await ask(graph, gateways, bench.queries);

  await inTurns(questions, async (question) => {
    bench.report(`warming up: ${question.gateway.target.name}, ${question.query}`);
    await measure(question, { ...bench, seconds: bench.warmUpSeconds }, graph, load);
  });
  const warm = memoryOf(gateways);
  const rounds: Round[] = [];
  for (let number = 1; number <= bench.rounds; number += 1) {
    await inTurns(inRound(questions, bench.queries, number), async (question) => {
      const round = await measure(question, bench, graph, load);
      rounds.push(round);
      const { target, query, answers, seconds } = round;
      bench.report(`round ${number} of ${bench.rounds}: ${target}, ${query}: ${Math.round(answers / seconds)}/s`);
    });
  }
  const done = memoryOf(gateways);
  await ask(graph, gateways, bench.queries); // still the same, after all that

  return {
    graph: graph.name,
    about: graph.about,
    busiest: graph.busiest,
    chart: bench.chart,
    queries: bench.queries,
    targets: gateways.map(({ target, startSeconds }) => ({
      name: target.name,
      title: target.title,
      startSeconds,
      memory: { warm: warm.get(target.name), done: done.get(target.name) },
    })),
    rounds,
    settings: { rounds: bench.rounds, seconds: bench.seconds, connections: bench.connections },
    bound: cores !== undefined,
    versions: [...new Set(bench.targets.flatMap(({ versions }) => versions()))],
    machine: describeMachine(),
  };

  async function inTurns(all: readonly Question[], run: (question: Question) => Promise<void>): Promise<void> {
    for (const question of all) {
      bench.signal.throwIfAborted();
      await run(question);
    }
  }
}

async function startGateways(
  graph: Graph,
  { targets, report, signal }: GatewaysBench,
  cores: Cores | undefined,
  opened: AsyncDisposableStack,
): Promise<readonly Gateway[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-gateways-'));
  opened.defer(() => rm(folder, { recursive: true }));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, graph.supergraphSdl);
  const gateways: Gateway[] = [];
  for (const target of targets) {
    signal.throwIfAborted();
    const gateway = await startGateway(target, file, { cores: cores?.gateway, env: graph.env });
    opened.defer(gateway.process.stop);
    gateways.push(gateway);
    report(`${target.name} answers after ${gateway.startSeconds.toFixed(1)} s`);
  }
  return gateways;
}

type Settings = Pick<GatewaysBench, 'seconds' | 'connections'>;

async function measure(question: Question, settings: Settings, graph: Graph, load: Load): Promise<Round> {
  const { gateway, query, body, expected } = question;
  const { seconds, connections } = settings;
  const { process, url, target } = gateway;
  const [fetched, used] = [await graph.answered(), usageOf(process.pid)];
  const run = load.run({ url, headers: graph.headers, body, expected, seconds, connections });
  const { faults, ...measured } = await Promise.race([run, process.failed]);
  const usedThen = usageOf(process.pid);
  if (faults) throw new Error(`${target.name} did not answer "${query}" as before, under load: ${faults}.`);
  await settled(process.pid);
  return {
    ...measured,
    target: target.name,
    query,
    cpuSeconds: used && usedThen && usedThen.cpuSeconds - used.cpuSeconds,
    fetchesAlone: question.fetches,
    // Those in hand when the run ended were fetched for and not counted: this can be a little more than for one alone.
    fetches: ((await graph.answered()) - fetched) / measured.answers,
  };
}

/** Query by query, so that those that are compared follow each other; who begins changes from round to round. */
const inRound = (questions: readonly Question[], queries: readonly string[], round: number): readonly Question[] =>
  queries.flatMap((name) => {
    const same = questions.filter(({ query }) => query === name);
    const start = round % same.length;
    return [...same.slice(start), ...same.slice(0, start)];
  });

const memoryOf = (gateways: readonly Gateway[]): ReadonlyMap<string, Memory> =>
  new Map(gateways.map(({ target, process }) => [target.name, usageOf(process.pid)?.rss]));
