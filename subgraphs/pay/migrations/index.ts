import { Payments } from './0001-payments.ts';
import { ForgottenMembers } from './0002-forgotten-members.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-payments', class: Payments },
  { name: '0002-forgotten-members', class: ForgottenMembers },
];
