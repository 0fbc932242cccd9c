import { done, type Outcome } from '@moa/subgraph';
import type { Plan } from '../domain/plan.ts';
import type { PlanRefusal } from '../domain/refusals.ts';
import { share, unshare } from '../domain/share.ts';
import { save, withOwnPlan } from './change-plan.ts';
import type { PlanContext } from './context.ts';

type Result = Promise<Outcome<Plan, PlanRefusal['code']>>;

/** Each time that a plan becomes shared, others are told. */
export const sharePlan = (context: PlanContext, planId: string): Result =>
  withOwnPlan(context, planId, async (em, plan) => done(await save(em, plan, share(plan, context.clock()))));

export const unsharePlan = (context: PlanContext, planId: string): Result =>
  withOwnPlan(context, planId, async (em, plan) => done(await save(em, plan, unshare(plan, context.clock()))));
