import type { Database } from '@moa/database';
import { migrations } from '../../migrations/index.ts';
import { StationRow } from './station-row.ts';

/** The tables of this subgraph. */
export const database: Database = { entities: [StationRow], migrations };
