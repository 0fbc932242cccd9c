import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** The gateway under test has a core to itself; load, subgraphs and the bench share the others. */
export type Cores = { readonly gateway: readonly number[]; readonly others: readonly number[] };

/** Nothing where processes can't be bound to cores: without `taskset` (it is part of Linux), or with one core only. */
export function shareCores(): Cores | undefined {
  const count = availableParallelism();
  if (count < 2 || spawnSync('taskset', ['--version']).error) return undefined;
  return { gateway: [0], others: Array.from({ length: count - 1 }, (_, index) => index + 1) };
}

/** The command that runs on these cores only. */
export const boundTo = (cores: readonly number[] | undefined, command: readonly [string, ...string[]]) =>
  cores ? (['taskset', '-c', cores.join(','), ...command] as const) : command;
