import type { Database } from '@moa/database';
import { migrations } from '../../migrations/index.ts';
import { PaymentRow } from './payment-row.ts';

/** The tables of this subgraph. */
export const database: Database = { entities: [PaymentRow], migrations };
