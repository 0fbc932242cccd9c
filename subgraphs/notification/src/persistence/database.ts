import type { Database } from '@moa/database';
import { migrations } from '../../migrations/index.ts';
import { RecipientRow } from './recipient-row.ts';

/** The tables of this subgraph. Notifications are written and read set by set, so they have no entity. */
export const database: Database = { entities: [RecipientRow], migrations };
