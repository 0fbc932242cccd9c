import { Notifications } from './0001-notifications.ts';
import { Followers } from './0002-followers.ts';
import { TracedMessages } from './0003-traced-messages.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-notifications', class: Notifications },
  { name: '0002-followers', class: Followers },
  { name: '0003-traced-messages', class: TracedMessages },
];
