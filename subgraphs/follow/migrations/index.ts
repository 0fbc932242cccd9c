import { Pairs } from './0001-pairs.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [{ name: '0001-pairs', class: Pairs }];
