import type { EntityManager } from '@mikro-orm/postgresql';
import type { Plan } from '../domain/plan.ts';
import { type PlanColumns, planColumns, toPlan } from './plan-columns.ts';

/** Holds a member's own plans and those with their heart, in one order, so that two who leave at once don't wait in a circle. */
export async function lockPlansAbout(em: EntityManager, memberId: string): Promise<void> {
  await em.execute(
    `select id from plans
     where id in (select id from plans where owner_id = ? union select plan_id from plan_hearts where member_id = ?)
     order by id for update`,
    [memberId, memberId],
  );
}

/** Deletes a member's plans and says what they were. */
export async function removePlansOf(em: EntityManager, ownerId: string): Promise<readonly Plan[]> {
  const rows: PlanColumns[] = await em.execute(`delete from plans where owner_id = ? returning ${planColumns}`, [
    ownerId,
  ]);
  return rows.map(toPlan);
}

/** Deletes a member's hearts, and counts them no longer. */
export async function removeHeartsOf(em: EntityManager, memberId: string): Promise<void> {
  await em.execute(
    `with gone as (delete from plan_hearts where member_id = ? returning plan_id, hearted_at)
     update plans set heart_count = heart_count - 1 from gone where id = plan_id and hearted_at is not null`,
    [memberId],
  );
}
