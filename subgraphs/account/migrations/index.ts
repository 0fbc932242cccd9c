import { Members } from './0001-members.ts';
import { Sessions } from './0002-sessions.ts';
import { Providers } from './0003-providers.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-members', class: Members },
  { name: '0002-sessions', class: Sessions },
  { name: '0003-providers', class: Providers },
];
