import type { EntityManager } from '@mikro-orm/postgresql';

/** Rows deleted by one statement: few enough for the time that a statement has. */
const batchSize = 5_000;

/** How long a received id is remembered. */
export const inboxDays = 7;

/** Forgets what can't come back: proven rows after a day, received ids after a week, longer than any queue repeats a message. */
export async function sweep(em: EntityManager): Promise<void> {
  await deleteAll(em, 'outbox', `proven_at < now() - interval '1 day'`);
  await deleteAll(em, 'inbox', `received_at < now() - interval '${inboxDays} days'`);
}

async function deleteAll(em: EntityManager, table: string, condition: string): Promise<void> {
  const text = `delete from ${table} where ctid = any(array(select ctid from ${table} where ${condition} limit ${batchSize}))`;
  let deleted: number;
  do {
    ({ affectedRows: deleted } = await em.execute<{ affectedRows: number }>(text, [], 'run'));
  } while (deleted === batchSize);
}
