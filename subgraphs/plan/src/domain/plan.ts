import type { Won } from '@moa/money';

/** Who wrote it: the member, or Moa as a recommendation of this kind. */
export type PlanOrigin = 'MEMBER' | 'PERSONAL' | 'TREND' | 'TASTE';

/** What a plan says of the trip. */
export type PlanFields = {
  readonly title: string | null;
  readonly location: string;
  /** 1 to 100. */
  readonly groupSize: number;
  /** `2026-01-31`. */
  readonly travelDate: string | null;
  /** 1 to 14. */
  readonly days: number;
  /** For the whole group and trip. */
  readonly budget: Won | null;
  readonly details: string | null;
};

/** A travel plan. Its itinerary, where it has one, never changes, and is read apart. */
export type Plan = PlanFields & {
  readonly id: string;
  /** Counts what its owner did with it; hearts are not that. */
  readonly version: number;
  readonly ownerId: string;
  readonly origin: PlanOrigin;
  /** Since when everybody sees it; null while it is private. */
  readonly sharedAt: Date | null;
  readonly heartCount: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

/** The plan with a change of its owner's. */
export const changed = (plan: Plan, change: Partial<PlanFields & Pick<Plan, 'sharedAt'>>, now: Date): Plan => ({
  ...plan,
  ...change,
  version: plan.version + 1,
  updatedAt: now,
});
