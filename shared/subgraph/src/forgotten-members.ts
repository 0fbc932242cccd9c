import type { EntityManager } from '@mikro-orm/postgresql';

/**
 * For the migrations of a subgraph that keeps something of a member until it has come to its end. Whoever asks
 * `is_forgotten` holds off the forgetting to the end of the transaction, so that nothing comes to its end unseen meanwhile.
 * It is volatile and in two statements, since the second must see what the first has waited for.
 */
export const forgottenMembersTable: readonly string[] = [
  'create table forgotten_members (member_id uuid primary key)',
  `create function is_forgotten(member uuid) returns boolean language sql volatile as $$
     select pg_advisory_xact_lock_shared(hashtextextended('forgotten member ' || member, 0));
     select exists (select from forgotten_members where member_id = member);
   $$`,
];

/** Notes that a member is gone for good. Waits for the transactions that are about to end something of theirs. */
export async function forgetMember(em: EntityManager, memberId: string): Promise<void> {
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('forgotten member ' || ?::uuid, 0))`, [memberId]);
  await em.execute('insert into forgotten_members (member_id) values (?) on conflict do nothing', [memberId]);
}

/** Whether a member is gone; it stays so to the end of the transaction. */
export async function isForgotten(em: EntityManager, memberId: string): Promise<boolean> {
  const [row]: { readonly gone: boolean }[] = await em.execute('select is_forgotten(?) as gone', [memberId]);
  return row?.gone === true;
}
