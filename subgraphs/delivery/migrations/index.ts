import { Deliveries } from './0001-deliveries.ts';
import { ForgottenMembers } from './0002-forgotten-members.ts';
import { DeliveriesOfCourier } from './0003-deliveries-of-courier.ts';
import { ProvenQueues } from './0004-proven-queues.ts';
import { TracedMessages } from './0005-traced-messages.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-deliveries', class: Deliveries },
  { name: '0002-forgotten-members', class: ForgottenMembers },
  { name: '0003-deliveries-of-courier', class: DeliveriesOfCourier },
  { name: '0004-proven-queues', class: ProvenQueues },
  { name: '0005-traced-messages', class: TracedMessages },
];
