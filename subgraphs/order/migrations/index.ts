import { Orders } from './0001-orders.ts';
import { OrderViewsByCustomer } from './0002-order-views-by-customer.ts';
import { MenuSearch } from './0003-menu-search.ts';
import { ForgottenMembers } from './0004-forgotten-members.ts';
import { ProvenQueues } from './0005-proven-queues.ts';
import { TracedMessages } from './0006-traced-messages.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-orders', class: Orders },
  { name: '0002-order-views-by-customer', class: OrderViewsByCustomer },
  { name: '0003-menu-search', class: MenuSearch },
  { name: '0004-forgotten-members', class: ForgottenMembers },
  { name: '0005-proven-queues', class: ProvenQueues },
  { name: '0006-traced-messages', class: TracedMessages },
];
