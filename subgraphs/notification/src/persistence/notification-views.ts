import type { EntityManager } from '@mikro-orm/postgresql';
import { isId, type PageRequest, uuidArray } from '@moa/subgraph';
import type { NotificationView } from '../domain/notification.ts';

/**
 * Of a notification `n`, its recipient `r` and whom it tells of, `a`, of whom nothing is shown from the moment in which they leave.
 * As JSON a moment is RFC 3339 text.
 */
export const viewColumns = `n.id, n.recipient_id as "recipientId", n.number,
  n.parameters || jsonb_build_object('kind', n.kind) || case when a.is_forgotten then '{"person": null}'::jsonb else '{}' end as content,
  case when a.is_forgotten then null else n.about_id end as "aboutId", coalesce(a.name, '') as "aboutName",
  r.language, r.name as "recipientName",
  n.order_id as "orderId", n.taxi_booking_id as "taxiBookingId", n.plan_id as "planId",
  to_json(n.created_at) as "createdAt", to_json(n.read_at) as "readAt"`;

const views = `select ${viewColumns}
  from notifications n join recipients r on r.id = n.recipient_id left join recipients a on a.id = n.about_id`;
const beyondAll = 2_147_483_647;

/** The notifications that exist among `ids`, in any order. */
export const findNotifications = (em: EntityManager, ids: readonly string[]): Promise<readonly NotificationView[]> =>
  em.execute(`${views} where n.id = any(?::uuid[])`, [uuidArray(ids)]);

/** A member's, the newest first, one more than asked for. Cursors hold numbers. */
export const findNotificationsOf = (
  em: EntityManager,
  recipientId: string,
  { unreadOnly, page }: { readonly unreadOnly: boolean; readonly page: PageRequest },
): Promise<readonly NotificationView[]> =>
  em.execute(
    `${views} where n.recipient_id = ? and n.number < ? ${unreadOnly ? 'and n.read_at is null' : ''}
     order by n.number desc limit ?`,
    [recipientId, page.after ?? beyondAll, page.first + 1],
  );

/** A member's that are newer than `number`, the oldest first. */
export const findNotificationsAfter = (
  em: EntityManager,
  recipientId: string,
  { number, limit }: { readonly number: number; readonly limit: number },
): Promise<readonly NotificationView[]> =>
  em.execute(`${views} where n.recipient_id = ? and n.number > ? order by n.number limit ?`, [
    recipientId,
    number,
    limit,
  ]);

/** Its place among the member's; null when they have none of that id. */
export async function findNumber(em: EntityManager, recipientId: string, id: string): Promise<number | null> {
  if (!isId(id)) return null;
  const [row]: { readonly number: number }[] = await em.execute(
    'select number from notifications where id = ? and recipient_id = ?',
    [id, recipientId],
  );
  return row?.number ?? null;
}
