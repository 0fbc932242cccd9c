import { Pairs } from './0001-pairs.ts';
import { TracedMessages } from './0002-traced-messages.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-pairs', class: Pairs },
  { name: '0002-traced-messages', class: TracedMessages },
];
