import { Taxis } from './0001-taxis.ts';
import { DriverPositions } from './0002-driver-positions.ts';

/** Oldest first. A migration that has run anywhere is never changed; add the next one. */
export const migrations = [
  { name: '0001-taxis', class: Taxis },
  { name: '0002-driver-positions', class: DriverPositions },
];
