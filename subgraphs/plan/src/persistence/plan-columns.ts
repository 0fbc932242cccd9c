import { won } from '@moa/money';
import type { Plan } from '../domain/plan.ts';

/** A plan as the driver gives it: moments are text. */
export type PlanColumns = Omit<Plan, 'sharedAt' | 'createdAt' | 'updatedAt'> & {
  readonly sharedAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** Of the table `plans`, all but the itinerary, which is long and seldom asked for. */
export const planColumns = `plans.id, plans.version, plans.owner_id as "ownerId", plans.origin, plans.title, plans.location,
  plans.group_size as "groupSize", plans.travel_date::text as "travelDate", plans.days, plans.budget, plans.details,
  plans.shared_at as "sharedAt", plans.heart_count as "heartCount", plans.created_at as "createdAt",
  plans.updated_at as "updatedAt"`;

/** Whatever else the statement selected stays outside. */
export const toPlan = (row: PlanColumns): Plan => ({
  id: row.id,
  version: row.version,
  ownerId: row.ownerId,
  origin: row.origin,
  title: row.title,
  location: row.location,
  groupSize: row.groupSize,
  travelDate: row.travelDate,
  days: row.days,
  budget: row.budget === null ? null : won(row.budget),
  details: row.details,
  sharedAt: row.sharedAt === null ? null : new Date(row.sharedAt),
  heartCount: row.heartCount,
  createdAt: new Date(row.createdAt),
  updatedAt: new Date(row.updatedAt),
});
