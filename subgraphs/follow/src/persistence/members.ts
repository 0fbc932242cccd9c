import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '@moa/subgraph';

/** Notes that there is such a member; who has left stays away. */
export async function addMember(em: EntityManager, id: string): Promise<void> {
  await em.execute('insert into members (id) values (?) on conflict do nothing', [id]);
}

/** From now on nobody follows them or is followed by them. Waits for those who are about to. */
export async function markDeleted(em: EntityManager, id: string): Promise<void> {
  await em.execute(
    'insert into members (id, is_deleted) values (?, true) on conflict (id) do update set is_deleted = true',
    [id],
  );
}

export type KnownMember = { readonly id: string; readonly isDeleted: boolean };

/**
 * Those of the members who are known, held to the end of the transaction: whatever is between them stays as it is. Everybody
 * takes them in the order of their ids, and so nobody waits in a circle.
 */
export const lockMembers = (em: EntityManager, ids: readonly string[]): Promise<readonly KnownMember[]> =>
  em.execute(
    `select id, is_deleted as "isDeleted" from members where id = any(?::uuid[]) order by id for no key update`,
    [uuidArray(ids)],
  );
