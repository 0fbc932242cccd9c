import { Members } from './0001-members.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [{ name: '0001-members', class: Members }];
