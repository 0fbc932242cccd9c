import type { Fault } from './faults.ts';
import type { Random } from './random.ts';

/** All of them in any order, then again in another, as often as there are rounds. */
export const sequenceOf = (faults: readonly Fault[], rounds: number, random: Random): readonly Fault[] =>
  Array.from({ length: rounds }, () => random.shuffled(faults)).flat();

/** The same, so many at a time. */
export const inGroups = (faults: readonly Fault[], size: number): readonly (readonly Fault[])[] =>
  Array.from({ length: Math.ceil(faults.length / size) }, (_, n) => faults.slice(n * size, (n + 1) * size));
