import { done, type Outcome } from '@moa/subgraph';
import type { PlanRefusal } from '../domain/refusals.ts';
import { farewell } from '../domain/share.ts';
import { removePlan } from '../persistence/plans.ts';
import { tell, withOwnPlan } from './change-plan.ts';
import type { PlanContext } from './context.ts';

/** Gives the id of what is gone. */
export const deletePlan = (context: PlanContext, planId: string): Promise<Outcome<string, PlanRefusal['code']>> =>
  withOwnPlan(context, planId, async (em, plan) => {
    await removePlan(em, plan.id);
    await tell(em, farewell(plan));
    return done(plan.id);
  });
