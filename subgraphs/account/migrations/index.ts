import { Members } from './0001-members.ts';
import { Sessions } from './0002-sessions.ts';
import { Providers } from './0003-providers.ts';
import { MembersMadeKnown } from './0004-members-made-known.ts';
import { ProvenQueues } from './0005-proven-queues.ts';
import { TracedMessages } from './0006-traced-messages.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-members', class: Members },
  { name: '0002-sessions', class: Sessions },
  { name: '0003-providers', class: Providers },
  { name: '0004-members-made-known', class: MembersMadeKnown },
  { name: '0005-proven-queues', class: ProvenQueues },
  { name: '0006-traced-messages', class: TracedMessages },
];
