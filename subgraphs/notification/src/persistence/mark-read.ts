import type { EntityManager } from '@mikro-orm/postgresql';
import { uuidArray } from '@moa/subgraph';

export type Marked = { readonly marked: number; readonly unreadCount: number };

type Reading = { readonly recipientId: string; readonly now: Date };

/** Marks those among `ids` that are unread and in this locked mailbox. */
export const markSome = (
  em: EntityManager,
  { recipientId, now, ids }: Reading & { readonly ids: readonly string[] },
): Promise<Marked> =>
  mark(
    em,
    `n.id in (
       select id from notifications
       where recipient_id = ? and read_at is null and id = any(?::uuid[]) order by number for update)`,
    { recipientId, now, parameters: [recipientId, uuidArray(ids)] },
  );

/** Marks the oldest unread ones of a locked mailbox up to a number, so many at most. */
export const markOldest = (
  em: EntityManager,
  { recipientId, now, upTo, limit }: Reading & { readonly upTo: number; readonly limit: number },
): Promise<Marked> =>
  mark(
    em,
    `(n.recipient_id, n.number) in (
       select recipient_id, number from notifications
       where recipient_id = ? and number <= ? and read_at is null order by number limit ? for update)`,
    { recipientId, now, parameters: [recipientId, upTo, limit] },
  );

async function mark(
  em: EntityManager,
  condition: string,
  { recipientId, now, parameters }: Reading & { readonly parameters: readonly unknown[] },
): Promise<Marked> {
  const [row]: Marked[] = await em.execute(
    `with marked as (
       update notifications n set read_at = ? where ${condition} returning 1
     ), counted as (
       select count(*)::integer as marked from marked
     )
     update recipients set unread_count = unread_count - marked from counted where id = ?
     returning marked, unread_count as "unreadCount"`,
    [now, ...parameters, recipientId],
  );
  return row ?? { marked: 0, unreadCount: 0 };
}
