import type { Won } from '@moa/money';
import { done, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { changed, type Plan, type PlanFields } from './plan.ts';
import { type PlanRefusal, planRefusals } from './refusals.ts';
import { storableOrNull } from './text.ts';
import { daysOf, faultsOfDates, faultsOfTrip } from './trip.ts';

type Result = Outcome<Plan, PlanRefusal['code']>;

/** What a member writes into a plan. What is left out is empty in a new plan, and stays as it is in one that exists. */
export type PlanInput = {
  readonly title?: string | null | undefined;
  readonly location?: string | null | undefined;
  readonly groupSize?: number | null | undefined;
  readonly travelDate?: string | null | undefined;
  readonly returnDate?: string | null | undefined;
  readonly budget?: Won | null | undefined;
  readonly details?: string | null | undefined;
};

const refuse = refusalsFrom(planRefusals);

/** A new plan, which is private. The clock and the id are given, so that the rule stays pure. */
export function decideCreatePlan(
  input: PlanInput,
  { id, ownerId, now }: { readonly id: string; readonly ownerId: string; readonly now: Date },
): Result {
  const { fields, faults } = read(input, { now });
  if (faults.length > 0) return refused(...faults);
  const birth = { version: 1, sharedAt: null, heartCount: 0, createdAt: now, updatedAt: now };
  return done({ id, ownerId, origin: 'MEMBER', ...fields, ...birth });
}

/** The plan after its owner changed it; the very same plan when there is nothing new. Its version was checked: see `isStale`. */
export function decideUpdatePlan(plan: Plan, input: PlanInput, now: Date): Result {
  const { fields, faults } = read(input, { now, plan });
  if (faults.length > 0) return refused(...faults);
  const isNew = Object.entries(fields).some(([name, value]) => plan[name as keyof PlanFields] !== value); // the names of its own
  return done(isNew ? changed(plan, fields, now) : plan);
}

/** Whoever wrote the change had seen another version of the plan. */
export const isStale = (plan: Plan, expectedVersion: number): boolean => plan.version !== expectedVersion;

function read(input: PlanInput, { now, plan }: { readonly now: Date; readonly plan?: Plan }) {
  const kept = <Value>(given: Value | null | undefined, present: Value | null = null): Value | null =>
    given === undefined ? present : given;
  const texts = (given: string | null | undefined, present: string | null = null): string | null =>
    given === undefined ? present : storableOrNull(given);

  const title = texts(input.title, plan?.title);
  const location = texts(input.location, plan?.location) ?? '';
  const details = texts(input.details, plan?.details);
  const groupSize = kept(input.groupSize, plan?.groupSize) ?? 0;
  const budget = kept(input.budget, plan?.budget);
  const travelDate = kept(input.travelDate, plan?.travelDate);
  const dates = { travelDate, returnDate: input.returnDate ?? null };
  const days = input.returnDate === undefined ? (plan?.days ?? 1) : daysOf(dates);
  const fields: PlanFields = { title, location, groupSize, travelDate, days, budget, details };
  const faults: readonly PlanRefusal[] = [
    ...(title === null || title.length <= 100 ? [] : [refuse('TITLE_TOO_LONG', 'title')]),
    ...faultsOfTrip(fields),
    ...faultsOfDates(dates, { now, before: plan?.travelDate ?? null }),
  ];
  return { fields, faults };
}
