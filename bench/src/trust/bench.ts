import { Pool } from 'undici';
import { type Comparison, compare, type Pair, type Scenario } from '../measure/compare.ts';
import { timeEach } from '../measure/load.ts';
import { describeMachine } from '../measure/machine.ts';
import { median } from '../measure/quantile.ts';
import { blindTrust, type Graph, memberOf, openGraph, pass, realTrust, type Trust } from './graph.ts';

export type TrustBench = {
  readonly rounds: number;
  /** Queries of a kind on one side in one round. */
  readonly batch: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

export type TrustResult = {
  /** `small` is without signing and checking, `large` with it. */
  readonly comparisons: readonly Comparison[];
  /** Milliseconds of processor time that signing and checking take by themselves, by the comparison's name. */
  readonly alone: ReadonlyMap<string, number>;
  readonly rounds: number;
  readonly batch: number;
  readonly machine: string;
};

type Side = Graph & { readonly ask: (member: string) => Promise<void> };

export const concurrency = 8;
/** Members who ask again and again; a token is good for half a minute of their questions. */
const regulars = 50;

let strangers = 0;
const members: Readonly<Record<string, (number: number) => string>> = {
  'a member who asked a moment ago': (number) => `member-${number % regulars}`,
  'a member who was never seen before': () => `stranger-${strangers++}`,
};

/** The same query through two routers that differ in nothing but whether viewer tokens are signed and checked. */
export async function benchTrust(bench: TrustBench): Promise<TrustResult> {
  const comparisons: Comparison[] = [];
  const alone = new Map<string, number>();
  for (const [name, member] of Object.entries(members)) {
    bench.report(name);
    comparisons.push(...(await compareSides({ name, member }, bench)));
    alone.set(name, await passing(await realTrust(), member, bench));
  }
  return { comparisons, alone, rounds: bench.rounds, batch: bench.batch, machine: describeMachine() };
}

type Asking = { readonly name: string; readonly member: (number: number) => string };

/** Graphs of its own for each way of asking: what one leaves in memory would cost the next. */
async function compareSides({ name, member }: Asking, { rounds, batch, report, signal }: TrustBench) {
  await using opened = new AsyncDisposableStack();
  const open = async (trust: Trust): Promise<Side> => {
    const graph = await openGraph(trust);
    opened.defer(graph.close);
    const client = new Pool(graph.url, { connections: concurrency });
    opened.defer(() => client.close());
    return { ...graph, ask: (who) => ask(client, who) };
  };
  const sides: Pair<Side> = { small: await open(await blindTrust()), large: await open(await realTrust()) };
  const scenario: Scenario<Side> = {
    name,
    async measure(side) {
      const queries = Array.from({ length: batch }, (_, number) => member(number));
      return cpuOf(batch, () => timeEach(queries, concurrency, side.ask));
    },
  };
  return await compare([scenario], sides, { rounds, report, signal });
}

const body = JSON.stringify({ query: '{ greeting }' });

async function ask(client: Pool, member: string): Promise<void> {
  const { body: answer } = await client.request({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: member },
    body,
  });
  const text = await answer.text();
  if (text !== '{"data":{"greeting":"hello"}}\n') throw new Error(`The graph answered ${text}`);
}

/** Processor time, which does not depend on what else the machine does; everything that is measured runs in this process. */
async function cpuOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000 / count;
}

async function passing(trust: Trust, member: Asking['member'], { rounds, batch }: TrustBench) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const viewers = Array.from({ length: batch }, (_, number) => memberOf(member(number)));
    const all = async () => {
      for (const viewer of viewers) await pass(trust, viewer);
    };
    times.push(await cpuOf(batch, all));
  }
  return median(times);
}
