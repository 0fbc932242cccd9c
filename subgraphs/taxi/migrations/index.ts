import { Taxis } from './0001-taxis.ts';
import { DriverPositions } from './0002-driver-positions.ts';
import { TracedMessages } from './0003-traced-messages.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-taxis', class: Taxis },
  { name: '0002-driver-positions', class: DriverPositions },
  { name: '0003-traced-messages', class: TracedMessages },
];
