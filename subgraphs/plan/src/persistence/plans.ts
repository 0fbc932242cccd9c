import type { EntityManager } from '@mikro-orm/postgresql';
import { isId, uuidArray } from '@moa/subgraph';
import type { Itinerary } from '../domain/itinerary.ts';
import type { Plan } from '../domain/plan.ts';
import { type PlanColumns, planColumns, toPlan } from './plan-columns.ts';
import { PlanRow } from './plan-row.ts';

/** Those that exist among `ids`, in any order. */
export async function findPlans(em: EntityManager, ids: readonly string[]): Promise<readonly Plan[]> {
  const rows: PlanColumns[] = await em.execute(`select ${planColumns} from plans where id = any(?::uuid[])`, [
    uuidArray(ids),
  ]);
  return rows.map(toPlan);
}

/** Reads a plan and holds it to the end of the transaction: whoever decides on it next, decides on what we leave. */
export async function lockPlan(em: EntityManager, id: string): Promise<Plan | null> {
  if (!isId(id)) return null;
  const [row]: PlanColumns[] = await em.execute(`select ${planColumns} from plans where id = ? for update`, [id]);
  return row ? toPlan(row) : null;
}

/** The itineraries of those of the plans that have one, in any order. */
export async function findItineraries(
  em: EntityManager,
  planIds: readonly string[],
): Promise<readonly { readonly id: string; readonly itinerary: Itinerary }[]> {
  return em.execute(`select id, itinerary from plans where id = any(?::uuid[]) and itinerary is not null`, [
    uuidArray(planIds),
  ]);
}

export async function addPlan(
  em: EntityManager,
  plan: Plan,
  recommended: { readonly recommendationId: string; readonly itinerary: Itinerary } | null = null,
): Promise<void> {
  await em.insert(PlanRow, {
    ...plan,
    recommendationId: recommended?.recommendationId ?? null,
    itinerary: recommended?.itinerary ?? null,
  });
}

/** Stores what a plan became, but for its hearts. @throws when somebody else changed it since it was read */
export async function updatePlan(em: EntityManager, before: Plan, after: Plan): Promise<void> {
  const { version, title, location, groupSize, travelDate, days, budget, details, sharedAt, updatedAt } = after;
  const changed = await em.nativeUpdate(
    PlanRow,
    { id: before.id, version: before.version },
    { version, title, location, groupSize, travelDate, days, budget, details, sharedAt, updatedAt },
  );
  if (changed !== 1) throw new Error(`The plan ${before.id} was changed by somebody else; try again.`);
}

/** With its hearts and its place on the board. */
export async function removePlan(em: EntityManager, id: string): Promise<void> {
  await em.execute('delete from plans where id = ?', [id]);
}
