import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cores, shareCores } from '../../gateways/processes/cores.ts';
import { type Gateway, startGateway } from '../../gateways/targets/start.ts';
import type { Target } from '../../gateways/targets/target.ts';
import { targets } from '../../gateways/targets/targets.ts';
import { describeMachine } from '../measure/machine.ts';
import { openCatalogueGraph } from './catalogue-graph.ts';
import { type Figures, figuresOf, secondsToRecover } from './figures.ts';
import { type Generator, openGenerator, type Question } from './generator.ts';

export type OverloadBench = {
  /** Of the graph's queries. */
  readonly query: string;
  /** Multiples of what the router answers at most. */
  readonly loads: readonly number[];
  /** Of one load. */
  readonly seconds: number;
  /** At half of what the router answers at most, after each load. */
  readonly calmSeconds: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

export type Load = Figures & {
  /** As a multiple of the saturation. */
  readonly load: number;
  /** From the end of the load until everything is answered again as it should be. */
  readonly recoverySeconds: number;
};

export type Side = {
  readonly title: string;
  /** Answers a second when clients ask again as soon as they are answered. */
  readonly saturation: number;
  readonly loads: readonly Load[];
};

export type OverloadResult = {
  readonly query: string;
  readonly sides: readonly Side[];
  readonly seconds: number;
  readonly calmSeconds: number;
  /** Whether the router had a core to itself. */
  readonly bound: boolean;
  readonly machine: string;
};

export const saturatingClients = 50;
const calm = 0.5;

/** The router with more to do than it can, with and without its limit of operations in hand. */
export async function benchOverload(bench: OverloadBench): Promise<OverloadResult> {
  const { query, seconds, calmSeconds } = bench;
  await using opened = new AsyncDisposableStack();
  const cores = shareCores();
  const graph = await openCatalogueGraph(cores?.others);
  opened.defer(graph.close);
  const text = graph.queries.get(query);
  if (text === undefined) throw new Error(`The ${graph.name} has no query called ${query}.`);
  const folder = await mkdtemp(join(tmpdir(), 'bench-overload-'));
  opened.defer(() => rm(folder, { recursive: true }));
  const file = join(folder, 'supergraph.graphql');
  await writeFile(file, graph.supergraphSdl);

  const sides: Side[] = [];
  for (const target of [router('with its limit', {}), router('without', { OPERATIONS_IN_HAND: '0' })])
    sides.push(await measure(target, file, JSON.stringify({ query: text }), cores, bench));
  return { query, sides, seconds, calmSeconds, bound: cores !== undefined, machine: describeMachine() };
}

function router(title: string, env: NodeJS.ProcessEnv): Target {
  const ours = targets.find(({ name }) => name === 'ours');
  if (!ours) throw new Error('Our router is not among those that are measured.');
  return { ...ours, title, env: () => env };
}

/** Alone: each side has its router, and goes with it. */
async function measure(
  target: Target,
  supergraphFile: string,
  body: string,
  cores: Cores | undefined,
  { loads, seconds, calmSeconds, report, signal }: OverloadBench,
): Promise<Side> {
  await using opened = new AsyncDisposableStack();
  const gateway = await startGateway(target, supergraphFile, { cores: cores?.gateway });
  opened.defer(gateway.process.stop);
  const generator = openGenerator(cores?.others);
  opened.defer(generator.close);
  const question = { url: gateway.url, body, expected: await answerOf(gateway, body) };

  report(`${target.title}: how much it answers`);
  const saturation = await saturationOf(generator, question, seconds);
  report(`${Math.round(saturation)} answers a second`);
  const measured: Load[] = [];
  for (const load of loads) {
    signal.throwIfAborted();
    const phases = [
      { perSecond: load * saturation, seconds },
      { perSecond: calm * saturation, seconds: calmSeconds },
    ];
    const [during = [], after = []] = await Promise.race([
      generator.play({ question, phases }),
      gateway.process.failed,
    ]);
    const figures = figuresOf(during, seconds);
    measured.push({ load, ...figures, recoverySeconds: secondsToRecover(after) });
    report(`${load} × as much: ${Math.round(figures.goodPerSecond)} good answers a second`);
  }
  return { title: target.title, saturation, loads: measured };
}

/** The second time: the first one is for the compiler. */
async function saturationOf(generator: Generator, question: Question, seconds: number): Promise<number> {
  const run = { question, clients: saturatingClients, seconds };
  await generator.saturate(run);
  return (await generator.saturate(run)).answersPerSecond;
}

async function answerOf({ url }: Gateway, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const text = await response.text();
  if (response.status !== 200 || text.includes('"errors"')) throw new Error(`The router answers: ${text}`);
  return text;
}
