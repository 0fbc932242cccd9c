import type { EntityManager } from '@mikro-orm/postgresql';
import { afterFailure, type SupplyBreaker } from '../domain/supply.ts';

type Row = Omit<SupplyBreaker, 'openUntil'> & { readonly openUntil: string };

/** The breakers that exist of those districts, in any order. */
export async function findSupplyBreakers(
  em: EntityManager,
  districts: readonly string[],
): Promise<readonly SupplyBreaker[]> {
  const rows: Row[] = await em.execute(
    `select district, failures, to_json(open_until) as "openUntil" from supply_breakers
     where district in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(districts)],
  );
  return rows.map((row) => ({ ...row, openUntil: new Date(row.openUntil) }));
}

/** The same of one district. */
export async function findSupplyBreaker(em: EntityManager, district: string): Promise<SupplyBreaker | null> {
  return (await findSupplyBreakers(em, [district]))[0] ?? null;
}

/** Notes that a search found nobody. Of searches that fail together, the first one that is written counts. */
export async function countFailure(em: EntityManager, district: string, now: Date): Promise<void> {
  const { failures, openUntil } = afterFailure(await findSupplyBreaker(em, district), district, now);
  await em.execute(
    `insert into supply_breakers (district, failures, open_until) values (?, ?, ?)
     on conflict (district) do update set failures = excluded.failures, open_until = excluded.open_until
     where supply_breakers.open_until <= ?`,
    [district, failures, openUntil, now],
  );
}

/** Cars are to be had in the district again. */
export async function closeBreaker(em: EntityManager, district: string): Promise<void> {
  await em.execute('delete from supply_breakers where district = ?', [district]);
}
