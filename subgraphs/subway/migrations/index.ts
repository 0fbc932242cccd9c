import { SubwayTables } from './0001-tables.ts';
import { SeoulSubway } from './0002-seoul-network.ts';
import { TracedMessages } from './0003-traced-messages.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-tables', class: SubwayTables },
  { name: '0002-seoul-network', class: SeoulSubway },
  { name: '0003-traced-messages', class: TracedMessages },
];
