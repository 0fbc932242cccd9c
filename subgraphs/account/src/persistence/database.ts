import type { Database } from '@moa/database';
import { migrations } from '../../migrations/index.ts';
import { SigningKeyRow } from './signing-key-row.ts';

/** The tables of this subgraph. */
export const database: Database = { entities: [SigningKeyRow], migrations };
