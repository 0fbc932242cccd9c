import { Payments } from './0001-payments.ts';
import { ForgottenMembers } from './0002-forgotten-members.ts';
import { RidePayments } from './0003-ride-payments.ts';
import { ProvenQueues } from './0004-proven-queues.ts';
import { Tokens } from './0005-tokens.ts';
import { RefusedRides } from './0006-refused-rides.ts';
import { TracedMessages } from './0007-traced-messages.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-payments', class: Payments },
  { name: '0002-forgotten-members', class: ForgottenMembers },
  { name: '0003-ride-payments', class: RidePayments },
  { name: '0004-proven-queues', class: ProvenQueues },
  { name: '0005-tokens', class: Tokens },
  { name: '0006-refused-rides', class: RefusedRides },
  { name: '0007-traced-messages', class: TracedMessages },
];
