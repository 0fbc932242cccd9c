import type { History } from './history.ts';

export type Counts = { readonly accepted: number; readonly refused: number; readonly unknown: number };

/** What became of people's wishes, by their names. */
export type Tally = ReadonlyMap<string, Counts>;

const none: Counts = { accepted: 0, refused: 0, unknown: 0 };

export function tallyOf({ operations }: Pick<History, 'operations'>): Tally {
  const tally = new Map<string, Counts>();
  for (const { what, outcome } of operations) {
    const counts = tally.get(what) ?? none;
    const kind = outcome?.kind ?? 'unknown';
    tally.set(what, { ...counts, [kind]: counts[kind] + 1 });
  }
  return tally;
}
