import type { PlanFact } from '@moa/contracts';
import { changed, type Plan } from './plan.ts';

/** What a plan became, and what others are told of it. */
export type Change = { readonly plan: Plan; readonly facts: readonly PlanFact[] };

/** Onto the board. The very same plan when it stands there already. */
export function share(plan: Plan, now: Date): Change {
  if (plan.sharedAt) return { plan, facts: [] };
  const shared = changed(plan, { sharedAt: now }, now);
  const { id: planId, ownerId, location, version } = shared;
  return { plan: shared, facts: [{ type: 'PlanShared', planId, ownerId, location, version }] };
}

/** Off the board. The very same plan when it does not stand there. */
export function unshare(plan: Plan, now: Date): Change {
  if (!plan.sharedAt) return { plan, facts: [] };
  const hidden = changed(plan, { sharedAt: null }, now);
  return { plan: hidden, facts: [unshared(hidden)] };
}

/** What others are told when a plan is deleted: nothing of one that they never saw. */
export const farewell = (plan: Plan): readonly PlanFact[] =>
  plan.sharedAt ? [unshared({ ...plan, version: plan.version + 1 })] : [];

const unshared = ({ id: planId, ownerId, version }: Plan): PlanFact => ({
  type: 'PlanUnshared',
  planId,
  ownerId,
  version,
});
