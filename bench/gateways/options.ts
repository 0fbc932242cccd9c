import { parseArgs } from 'node:util';
import { graphNames, graphs, type KnownGraph } from './graphs/graphs.ts';
import type { Target } from './targets/target.ts';
import { plain, targets } from './targets/targets.ts';

const targetNames = targets.map(({ name }) => name);

export const help = `npm run bench:gateways [-- --graph moa] [--rounds N] [--seconds N] [--queries big,small,one] [--targets ours,hive]

Measures our router beside other federation gateways before the same subgraphs; writes bench/reports/gateways.md and gateways.svg, in
about a quarter of an hour. The first time it installs the other gateways into bench/gateways/peers.
  --graph NAME     benchmark (The Guild's, unless told) or moa (Moa's own subgraphs, each in a process; writes gateways-moa.md and .svg)
  --rounds N       rounds (5)
  --seconds N      of one gateway with one query in one round (8)
  --warm-up N      seconds of one gateway with one query before (6)
  --connections N  that ask at once (50)
  --queries LIST   of ${graphs.benchmark.queries.join(', ')}, or with --graph moa of ${graphs.moa.queries.join(', ')}; all unless told
  --targets LIST   of ${targetNames.join(', ')}; all unless told.
                   plain is always measured: the others are compared with it. -dedup: as Hive Gateway comes, fetches of different
                   clients that are alike and in flight at once are one
  --quick          a first look, printed and not written: 2 rounds of 3 s
  --help           this page
`;

export type Options = {
  readonly graph: KnownGraph;
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
  readonly queries: readonly string[];
  readonly targets: readonly Target[];
  /** Print only. */
  readonly quick: boolean;
};

/** @throws Error for what can't be measured; nothing is returned where the help page was asked for */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      graph: { type: 'string', default: 'benchmark' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      'warm-up': { type: 'string' },
      connections: { type: 'string', default: '50' },
      queries: { type: 'string' },
      targets: { type: 'string', default: targetNames.join(',') },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return undefined;
  const { quick } = values;
  const graph = graphOf(values.graph);
  const names = chosen('--targets', values.targets, targetNames);
  return {
    graph,
    rounds: count('--rounds', values.rounds ?? (quick ? '2' : '5')),
    seconds: count('--seconds', values.seconds ?? (quick ? '3' : '8')),
    warmUpSeconds: count('--warm-up', values['warm-up'] ?? (quick ? '2' : '6')),
    connections: count('--connections', values.connections),
    queries: chosen('--queries', values.queries ?? graph.queries.join(), graph.queries),
    targets: [plain, ...targets.filter((target) => target !== plain && names.includes(target.name))],
    quick,
  };
}

function graphOf(name: string): KnownGraph {
  const found = graphNames.find((known) => known === name);
  if (found === undefined) throw new Error(`--graph can't be ${name}; there is ${graphNames.join(', ')}.`);
  return graphs[found];
}

/** @throws Error that names the option */
export function count(option: string, text: string, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= most) return value;
  const range = most < Number.MAX_SAFE_INTEGER ? `from 1 to ${most}` : 'from 1 on';
  throw new Error(`${option} must be a whole number ${range}, not "${text}".`);
}

/** @throws Error that names the option and what there is */
export function chosen(option: string, list: string, known: readonly string[]): readonly string[] {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return names;
  throw new Error(`${option} can't be ${unknown.join(', ')}; there is ${known.join(', ')}.`);
}
