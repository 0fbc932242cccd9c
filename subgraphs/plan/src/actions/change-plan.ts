import type { EntityManager } from '@mikro-orm/postgresql';
import type { PlanFact } from '@moa/contracts';
import { send } from '@moa/outbox';
import { memberId, type Outcome, refusalsFrom, refused } from '@moa/subgraph';
import { mayChangePlan } from '../domain/access.ts';
import type { Plan } from '../domain/plan.ts';
import { type PlanRefusal, planRefusals } from '../domain/refusals.ts';
import type { Change } from '../domain/share.ts';
import { indexForBoard } from '../persistence/board.ts';
import { lockPlan, updatePlan } from '../persistence/plans.ts';
import type { PlanContext } from './context.ts';

const refuse = refusalsFrom(planRefusals);

/** Lets a plan's owner do something with it, while it is locked. A plan of somebody else looks like none. */
export async function withOwnPlan<Value>(
  context: PlanContext,
  planId: string,
  work: (em: EntityManager, plan: Plan) => Promise<Outcome<Value, PlanRefusal['code']>>,
): Promise<Outcome<Value, PlanRefusal['code']>> {
  memberId(context.viewer);
  return context.transaction(async (em) => {
    const plan = await lockPlan(em, planId);
    if (!plan || !mayChangePlan(context.viewer, plan)) return refused(refuse('PLAN_NOT_FOUND', 'planId'));
    return work(em, plan);
  });
}

/** Stores what became of a locked plan, with its place on the board and its facts: all or nothing. */
export async function save(em: EntityManager, before: Plan, { plan, facts }: Change): Promise<Plan> {
  if (plan === before) return before;
  await updatePlan(em, before, plan);
  if (before.sharedAt !== null || plan.sharedAt !== null) await indexForBoard(em, plan);
  await tell(em, facts);
  return plan;
}

export const tell = (em: EntityManager, facts: readonly PlanFact[]): Promise<void> =>
  send(
    em,
    facts.map((fact) => ({ kind: 'fact', fact }) as const),
  );
