import type { EntityManager } from '@mikro-orm/postgresql';

/** Rows that one statement changes: few enough for the time that it has. */
const batchSize = 5_000;

/** Empties a mailbox. */
export const deleteNotificationsOf = (em: EntityManager, recipientId: string): Promise<void> =>
  inBatches(
    em,
    `delete from notifications where (recipient_id, number) in (
       select recipient_id, number from notifications where recipient_id = ? limit ${batchSize})`,
    recipientId,
  );

/** Forgets whom a member follows and who follows them, and their plans. */
export async function deletePairsAndPlansOf(em: EntityManager, memberId: string): Promise<void> {
  for (const [table, column] of [
    ['followers', 'followee_id'],
    ['followers', 'follower_id'],
    ['plans', 'owner_id'],
  ]) {
    await inBatches(
      em,
      `delete from ${table} where ctid = any(array(select ctid from ${table} where ${column} = ? limit ${batchSize}))`,
      memberId,
    );
  }
}

/**
 * Takes out of others' notifications what they tell of a person; of so many at a time. True when that were all. Rows are locked in
 * the order in which a mailbox is marked, so that neither can block the other.
 */
export async function eraseFromNotifications(em: EntityManager, personId: string): Promise<boolean> {
  const { affectedRows } = await em.execute<{ affectedRows: number }>(
    `update notifications set parameters = parameters || '{"person": null}', about_id = null
     where id in (
       select id from notifications where about_id = ? order by recipient_id, number limit ${batchSize} for update)`,
    [personId],
    'run',
  );
  return affectedRows < batchSize;
}

async function inBatches(em: EntityManager, statement: string, id: string): Promise<void> {
  let changed: number;
  do {
    ({ affectedRows: changed } = await em.execute<{ affectedRows: number }>(statement, [id], 'run'));
  } while (changed === batchSize);
}
