import type { Database } from '@moa/database';
import { migrations } from '../../migrations/index.ts';
import { DeliveryRow } from './delivery-row.ts';

/** The tables of this subgraph. */
export const database: Database = { entities: [DeliveryRow], migrations };
