import type { Profiler } from 'node:inspector/promises';
import { costCentreOf } from './cost-centre.ts';

/** Where a process's time went: microseconds in which a centre's, or a function's, own code ran. */
export type Split = {
  readonly centres: Readonly<Record<string, number>>;
  /** Those with the most, the most expensive in front. */
  readonly functions: readonly FunctionCost[];
};

export type FunctionCost = {
  readonly centre: string;
  readonly name: string;
  readonly place: string;
  readonly cost: number;
};

/** Of one process; more would go through the channel for nothing. */
const keptFunctions = 60;

/** Adds up a profile's samples by who ran: what called it doesn't matter. */
export function splitOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Split {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const centres = new Map<string, number>();
  const functions = new Map<string, FunctionCost>();
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id);
    const centre = frame && costCentreOf(frame);
    if (!frame || centre === undefined) continue;
    const cost = Math.max(0, timeDeltas[index + 1] ?? 0); // a sample lasts until the next one
    centres.set(centre, (centres.get(centre) ?? 0) + cost);
    const place = placeOf(frame);
    const name = frame.functionName || '(anonymous)';
    const known = functions.get(`${name} ${place}`);
    functions.set(`${name} ${place}`, { centre, name, place, cost: (known?.cost ?? 0) + cost });
  }
  return { centres: Object.fromEntries(centres), functions: mostExpensive([...functions.values()], keptFunctions) };
}

/** Several processes' as one. */
export function sumOf(splits: readonly Split[]): Split {
  const centres = new Map<string, number>();
  const functions = new Map<string, FunctionCost>();
  for (const split of splits) {
    for (const [centre, cost] of Object.entries(split.centres)) centres.set(centre, (centres.get(centre) ?? 0) + cost);
    for (const found of split.functions) {
      const key = `${found.name} ${found.place}`;
      functions.set(key, { ...found, cost: (functions.get(key)?.cost ?? 0) + found.cost });
    }
  }
  return { centres: Object.fromEntries(centres), functions: mostExpensive([...functions.values()], keptFunctions) };
}

const mostExpensive = (functions: readonly FunctionCost[], count: number): readonly FunctionCost[] =>
  functions.toSorted((a, b) => b.cost - a.cost).slice(0, count);

/** Short enough for a table: from the package or the part of Moa on. */
function placeOf({ url, lineNumber }: Profiler.Profile['nodes'][number]['callFrame']): string {
  if (url === '') return '';
  const file = url
    .replace(/^.*\/node_modules\//, '')
    .replace(/^file:.*?\/(?=(router|moa|subgraphs|shared|db|bench)\/)/, '');
  return `${file}:${lineNumber + 1}`;
}
