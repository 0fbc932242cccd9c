import type { Database } from '@moa/database';
import { migrations } from '../../migrations/index.ts';
import { MenuItemRow } from './menu-item-row.ts';
import { OrderRow } from './order-row.ts';

/** The tables of this subgraph. */
export const database: Database = { entities: [MenuItemRow, OrderRow], migrations };
