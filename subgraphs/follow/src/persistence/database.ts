import type { Database } from '@moa/database';
import { migrations } from '../../migrations/index.ts';
import { PairRow } from './pair-row.ts';

/** The tables of this subgraph. */
export const database: Database = { entities: [PairRow], migrations };
