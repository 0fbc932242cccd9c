import { setTimeout as wait } from 'node:timers/promises';
import type { Books } from './books.ts';
import type { History } from './history.ts';
import { type Breach, breachesOf, invariants } from './invariants.ts';

/** What somebody was promised has come true by then. */
const settleWithinMs = 60_000;
const paceMs = 200;

/** How it ended: how long it took until every invariant held, and those that did not in time. */
export type Settlement = { readonly tookMs: number; readonly breaches: readonly Breach[] };

/** Waits until everything has come to its end and every invariant holds, for 60 s at most. People are calm. */
export async function settle(books: Books, history: History): Promise<Settlement> {
  const began = Date.now();
  let checked = invariants;
  for (;;) {
    const breaches = await breachesOf(books, history, checked);
    const tookMs = Date.now() - began;
    if (tookMs > settleWithinMs || (breaches.length === 0 && checked === invariants)) return { tookMs, breaches };
    // Those that did not hold are asked alone at first: the machine has other work than reading books.
    checked = breaches.length === 0 ? invariants : breaches.map(({ invariant }) => invariant);
    if (breaches.length > 0) await wait(paceMs);
  }
}
