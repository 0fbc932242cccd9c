import { createHash } from 'node:crypto';

/** Chance that comes out the same for the same seed. */
export type Random = {
  /** At least 0 and less than 1. */
  fraction(): number;
  /** A whole number, at least 0 and less than `limit`. */
  below(limit: number): number;
  /** One of them, each as likely as the others. @throws when there are none */
  pick<Item>(items: readonly Item[]): Item;
  /** All of them, in any order. */
  shuffled<Item>(items: readonly Item[]): readonly Item[];
  /** A source of its own for one purpose, so that what others draw, and when, does not change what it gives. */
  fork(purpose: string): Random;
};

export function randomOf(seed: string): Random {
  const fraction = mulberry32(createHash('sha256').update(seed).digest().readUInt32LE());
  const below = (limit: number) => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    pick(items) {
      if (items.length === 0) throw new Error('There is nothing to pick from.');
      // The number is below the length, so there is an item; it may be undefined itself where the type says so.
      return items[below(items.length)] as (typeof items)[number];
    },
    shuffled: (items) =>
      items
        .map((item) => ({ item, at: fraction() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ item }) => item),
    fork: (purpose) => randomOf(`${seed}/${purpose}`),
  };
}

/** Tommy Ettinger's generator: 32 bits of state are plenty for choosing victims. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
