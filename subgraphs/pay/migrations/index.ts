import { Payments } from './0001-payments.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [{ name: '0001-payments', class: Payments }];
