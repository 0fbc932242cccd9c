import { done, refusalsFrom } from '@moa/subgraph';
import type { Plan } from '../domain/plan.ts';
import { type PlanRefusal, planRefusals } from '../domain/refusals.ts';
import { decideUpdatePlan, isStale, type PlanInput } from '../domain/write.ts';
import { save, withOwnPlan } from './change-plan.ts';
import type { PlanContext } from './context.ts';

export type UpdatePlan = PlanInput & { readonly planId: string; readonly expectedVersion: number };

/** The plan as it is after the try, and why it is not what was wanted. */
export type PlanUpdate = { readonly plan: Plan | null; readonly userErrors: readonly PlanRefusal[] };

const refuse = refusalsFrom(planRefusals);

/** Nobody overwrites what they have not seen: who does not know the present version is shown the plan as it is. */
export async function updatePlan(context: PlanContext, command: UpdatePlan): Promise<PlanUpdate> {
  const { planId, expectedVersion } = command;
  const outcome = await withOwnPlan(context, planId, async (em, plan) => {
    if (isStale(plan, expectedVersion)) return done({ plan, userErrors: [refuse('PLAN_CHANGED', 'expectedVersion')] });
    const decision = decideUpdatePlan(plan, command, context.clock());
    if (decision.kind === 'refused') return done({ plan, userErrors: decision.refusals });
    return done({ plan: await save(em, plan, { plan: decision.value, facts: [] }), userErrors: [] });
  });
  return outcome.kind === 'done' ? outcome.value : { plan: null, userErrors: outcome.refusals };
}
