import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '@moa/subgraph';
import type { Heart, HeartChange } from '../domain/heart.ts';

type Giving = { readonly planId: string; readonly memberId: string };

/** A member's heart for a plan. The plan is locked, so that nobody else changes it. */
export async function findHeart(em: EntityManager, { planId, memberId }: Giving): Promise<Heart> {
  const [row]: { given: boolean }[] = await em.execute(
    'select hearted_at is not null as given from plan_hearts where plan_id = ? and member_id = ?',
    [planId, memberId],
  );
  if (!row) return 'never';
  return row.given ? 'given' : 'returned';
}

/** Stores the heart and counts it; says how many the plan has then. */
export async function putHeart(
  em: EntityManager,
  { planId, memberId }: Giving,
  { change, now }: { readonly change: HeartChange; readonly now: Date },
): Promise<number> {
  await em.execute(
    `insert into plan_hearts (plan_id, member_id, hearted_at) values (?, ?, ?::timestamptz)
     on conflict (plan_id, member_id) do update set hearted_at = excluded.hearted_at`,
    [planId, memberId, change.heart === 'given' ? now.toISOString() : null],
  );
  const [row]: { count: number }[] = await em.execute(
    'update plans set heart_count = heart_count + ? where id = ? returning heart_count as count',
    [change.count, planId],
  );
  if (!row) throw new Error(`The plan ${planId} is locked and yet it is gone.`);
  return row.count;
}

/** Those of the plans that have the member's heart. */
export async function findHearted(
  em: EntityManager,
  memberId: string,
  planIds: readonly string[],
): Promise<readonly { readonly id: string }[]> {
  return em.execute(
    `select plan_id as id from plan_hearts
     where member_id = ? and plan_id = any(?::uuid[]) and hearted_at is not null`,
    [memberId, uuidArray(planIds)],
  );
}
