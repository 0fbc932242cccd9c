import type { EntityManager } from '@mikro-orm/postgresql';
import type { FactOf } from '@moa/contracts';
import type { Moment } from './followers.ts';

/** How far the telling of a shared plan has come. */
export type Telling = {
  readonly planId: string;
  /** The plan's, when it was shared. */
  readonly version: number;
  /** Followers since up to this moment have been told. */
  readonly toldUpTo: Moment;
};

export type SharedPlan = { readonly location: string; readonly sharedAt: Moment };

/** Keeps the newest that is known of a plan, with nobody told yet. False when that was known already. */
export async function putPlan(em: EntityManager, fact: FactOf<'PlanShared' | 'PlanUnshared'>): Promise<boolean> {
  const rows: unknown[] = await em.execute(
    `insert into plans as p (id, version, owner_id, is_shared, location) values (?, ?, ?, ?, ?)
     on conflict (id) do update set version = excluded.version, is_shared = excluded.is_shared, location = excluded.location,
       shared_at = excluded.shared_at, told_up_to = excluded.told_up_to
     where p.version < excluded.version
     returning 1`,
    [fact.planId, fact.version, fact.ownerId, fact.type === 'PlanShared', 'location' in fact ? fact.location : ''],
  );
  return rows.length === 1;
}

/**
 * Holds a plan to the end of the transaction, so that it stays shared. Undefined when it is not shared any more, or its
 * telling has come further.
 */
export async function lockSharedPlan(
  em: EntityManager,
  { planId, version, toldUpTo }: Telling,
): Promise<SharedPlan | undefined> {
  const [plan]: SharedPlan[] = await em.execute(
    `select location, shared_at::text as "sharedAt" from plans
     where id = ? and version = ? and is_shared and told_up_to = ? for update`,
    [planId, version, toldUpTo],
  );
  return plan;
}

export async function putTelling(em: EntityManager, { planId, toldUpTo }: Telling): Promise<void> {
  await em.execute('update plans set told_up_to = ? where id = ?', [toldUpTo, planId]);
}
