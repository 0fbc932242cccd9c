import type { RecordedOperation } from '../../operations/record.ts';

/** In seconds. */
export const step = 10;
const steps = 30;

/** How many events came in each step, by its begin in seconds since 1970. */
export type EventCounts = ReadonlyMap<number, number>;

export const beginOfStep = (nowMs: number): number => Math.floor(nowMs / 1000 / step) * step;

/** How many events are new since `seen`, which then knows them. Operations leave their list; those that are gone bring nothing. */
export function newEvents(operations: readonly RecordedOperation[], seen: Map<number, number>): number {
  let sum = 0;
  for (const { id, kind, events } of operations) {
    if (kind !== 'subscription') continue;
    sum += events - (seen.get(id) ?? 0);
    seen.set(id, events);
  }
  return sum;
}

/** The last five minutes, step by step, the present one last. */
export function lastSteps(counts: EventCounts, now: number): { readonly xs: number[]; readonly ys: number[] } {
  const xs = Array.from({ length: steps }, (_, index) => now - (steps - 1 - index) * step);
  return { xs, ys: xs.map((begin) => counts.get(begin) ?? 0) };
}
