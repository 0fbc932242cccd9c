import type { Database } from '@moa/database';
import { migrations } from '../../migrations/index.ts';
import { PlanRow } from './plan-row.ts';
import { RecommendationRow } from './recommendation-row.ts';

/** The tables of this subgraph. */
export const database: Database = { entities: [PlanRow, RecommendationRow], migrations };
