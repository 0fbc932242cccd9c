import type { EntityManager } from '@mikro-orm/postgresql';

/** Forgets what can't come back: proven rows after a day, received ids after a week, longer than any queue repeats a message. */
export async function sweep(em: EntityManager): Promise<void> {
  await em.execute(`delete from outbox where proven_at < clock_timestamp() - interval '1 day'`);
  await em.execute(`delete from inbox where received_at < clock_timestamp() - interval '7 days'`);
}
