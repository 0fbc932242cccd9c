import type { EntityManager } from '@mikro-orm/postgresql';
import { type PageRequest, uuidArray } from '@moa/subgraph';
import type { Plan } from '../domain/plan.ts';
import { afterMoment } from './keyset.ts';
import { type PlanColumns, planColumns, toPlan } from './plan-columns.ts';

/** A member's own plans, the newest first, one more than asked for. */
export async function findPlansOf(em: EntityManager, ownerId: string, page: PageRequest): Promise<readonly Plan[]> {
  const rows: PlanColumns[] = await em.execute(
    `select ${planColumns} from plans where owner_id = ? and id < ? order by id desc limit ?`,
    [ownerId, page.after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', page.first + 1],
  );
  return rows.map(toPlan);
}

/** What each of the members shares, the last shared first, one more than asked for of each. */
export async function findSharedPlansOf(
  em: EntityManager,
  ownerIds: readonly string[],
  page: PageRequest,
): Promise<readonly Plan[]> {
  const after = afterMoment('shared_at, id', page.after);
  const rows: PlanColumns[] = await em.execute(
    `select plans.* from unnest(?::uuid[]) as owner (member_id), lateral (
       select ${planColumns} from plans
       where owner_id = owner.member_id and shared_at is not null ${after.sql}
       order by shared_at desc, id desc limit ?
     ) as plans
     order by "sharedAt" desc, id desc`,
    [uuidArray(ownerIds), ...after.values, page.first + 1],
  );
  return rows.map(toPlan);
}

/** A plan with the moment of the member's heart. */
export type HeartedPlan = Plan & { readonly heartedAt: Date };

/** The plans with a member's heart, the last hearted first, one more than asked for. What is private now is somebody else's matter. */
export async function findHeartedPlansOf(
  em: EntityManager,
  memberId: string,
  page: PageRequest,
): Promise<readonly HeartedPlan[]> {
  const after = afterMoment('hearted_at, plan_id', page.after);
  const rows: (PlanColumns & { readonly heartedAt: string })[] = await em.execute(
    `select ${planColumns}, hearted_at as "heartedAt" from plan_hearts join plans on plans.id = plan_id
     where member_id = ? and hearted_at is not null and (shared_at is not null or owner_id = member_id) ${after.sql}
     order by hearted_at desc, plan_id desc limit ?`,
    [memberId, ...after.values, page.first + 1],
  );
  return rows.map((row) => ({ ...toPlan(row), heartedAt: new Date(row.heartedAt) }));
}
