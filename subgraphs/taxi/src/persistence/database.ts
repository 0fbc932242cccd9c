import type { Database } from '@moa/database';
import { migrations } from '../../migrations/index.ts';
import { BookingRow } from './booking-row.ts';
import { DriverRow } from './driver-row.ts';

/** The tables of this subgraph. */
export const database: Database = { entities: [BookingRow, DriverRow], migrations };
