import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '@moa/subgraph';

/**
 * Holds off the forgetting of members to the end of the transaction; gives those who are forgotten already. To be called
 * before anything else is locked: whoever forgets does the same.
 */
export async function holdMembers(em: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const each = [...new Set(ids)].sort();
  if (each.length === 0) return new Set();
  const rows: { readonly id: string }[] = await em.execute(
    'select id from unnest(?::uuid[]) as held (id) where is_forgotten(id)',
    [uuidArray(each)],
  );
  return new Set(rows.map(({ id }) => id));
}
