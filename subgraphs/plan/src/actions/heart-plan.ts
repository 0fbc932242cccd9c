import { done, memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayHeartPlan } from '../domain/access.ts';
import { giveHeart, type Heart, type HeartChange, takeHeartBack } from '../domain/heart.ts';
import type { Plan } from '../domain/plan.ts';
import { type PlanRefusal, planRefusals } from '../domain/refusals.ts';
import { findHeart, putHeart } from '../persistence/hearts.ts';
import { lockPlan } from '../persistence/plans.ts';
import { tell } from './change-plan.ts';
import type { PlanContext } from './context.ts';
import { checkIsMember } from './present-member.ts';

type Result = Promise<Outcome<Plan, PlanRefusal['code']>>;

const refuse = refusalsFrom(planRefusals);

export const heartPlan = (context: PlanContext, planId: string): Result => changeHeart(context, planId, giveHeart);

export const unheartPlan = (context: PlanContext, planId: string): Result =>
  changeHeart(context, planId, (_plan, heart) => takeHeartBack(heart));

/** Hearts of one plan change one after another, and its count with each, in the same transaction. */
async function changeHeart(
  context: PlanContext,
  planId: string,
  decide: (plan: Plan, heart: Heart, memberId: string) => HeartChange,
): Result {
  const giver = memberId(context.viewer);
  return context.transaction(async (em): Result => {
    await checkIsMember(em, giver);
    const plan = await lockPlan(em, planId);
    if (!plan || !mayHeartPlan(context.viewer, plan)) return refused(refuse('PLAN_NOT_FOUND', 'planId'));
    const giving = { planId: plan.id, memberId: giver };
    const change = decide(plan, await findHeart(em, giving), giver);
    if (change.count === 0) return done(plan);
    const heartCount = await putHeart(em, giving, { change, now: context.clock() });
    await tell(em, change.facts);
    return done({ ...plan, heartCount });
  });
}
