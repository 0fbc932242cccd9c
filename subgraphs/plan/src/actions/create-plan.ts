import { memberId, type Outcome } from '@moa/subgraph';
import type { Plan } from '../domain/plan.ts';
import type { PlanRefusal } from '../domain/refusals.ts';
import { decideCreatePlan, type PlanInput } from '../domain/write.ts';
import { addPlan } from '../persistence/plans.ts';
import type { PlanContext } from './context.ts';
import { checkIsMember } from './present-member.ts';

export async function createPlan(context: PlanContext, input: PlanInput): Promise<Outcome<Plan, PlanRefusal['code']>> {
  const ownerId = memberId(context.viewer);
  const decision = decideCreatePlan(input, { id: context.ids(), ownerId, now: context.clock() });
  if (decision.kind === 'refused') return decision;
  await context.transaction(async (em) => {
    await checkIsMember(em, ownerId);
    await addPlan(em, decision.value);
  });
  return decision;
}
