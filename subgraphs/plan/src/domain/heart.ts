import type { PlanFact } from '@moa/contracts';
import type { Plan } from './plan.ts';

/** A member's heart for a plan. `returned`: it was given once, and taken back. */
export type Heart = 'never' | 'given' | 'returned';

/** What to do with the heart, how the count changes, and what others are told. Nothing when it is so already. */
export type HeartChange = { readonly heart: Heart; readonly count: -1 | 0 | 1; readonly facts: readonly PlanFact[] };

/** The owner hears once of each member, however often that member changes their mind, and never of themselves. */
export function giveHeart(plan: Plan, heart: Heart, memberId: string): HeartChange {
  if (heart === 'given') return { heart, count: 0, facts: [] };
  const isNews = heart === 'never' && memberId !== plan.ownerId;
  const { id: planId, ownerId, location } = plan;
  // Told once, so this is the first and last version of what there is between the two.
  const fact: PlanFact = { type: 'PlanHearted', planId, ownerId, memberId, location, version: 1 };
  return { heart: 'given', count: 1, facts: isNews ? [fact] : [] };
}

export const takeHeartBack = (heart: Heart): HeartChange =>
  heart === 'given' ? { heart: 'returned', count: -1, facts: [] } : { heart, count: 0, facts: [] };
