import type { EntityManager } from '@mikro-orm/postgresql';
import type { Draft, NotificationView } from '../domain/notification.ts';
import { holdMembers } from './hold-members.ts';
import { viewColumns } from './notification-views.ts';

/** A draft with the id that it gets when it is taken. */
export type NewNotification = Draft & { readonly id: string; readonly createdAt: Date };

/**
 * Puts notifications into their recipients' mailboxes, for any number of recipients in one statement. What a recipient was
 * told before, and who left Moa, is passed over; gives back what was added, in no order.
 *
 * A recipient's row is locked before their numbers are drawn and to the end of the transaction, so numbers become visible in
 * their own order and `unread_count` is exact. Rows are locked in the order of their ids: simultaneous calls can't block each other.
 * Whom a notification tells of is held first, so that nobody who leaves meanwhile stays described; their own mailbox stays free.
 *
 * @throws a unique violation when the same event is added by somebody else at this very moment; to be tried again
 */
export async function addNotifications(
  em: EntityManager,
  notifications: readonly NewNotification[],
): Promise<readonly NotificationView[]> {
  const gone = await holdMembers(
    em,
    notifications.flatMap(({ aboutId }) => aboutId ?? []),
  );
  const rows = notifications.map(({ content: { kind, ...parameters }, aboutId, ...rest }) =>
    aboutId !== null && gone.has(aboutId)
      ? { ...rest, kind, parameters: { ...parameters, person: null }, aboutId: null }
      : { ...rest, kind, parameters, aboutId },
  );
  return em.execute(statement, [JSON.stringify(rows)]);
}

const statement = `
  with draft as (
    select distinct on ("recipientId", "factKey") *
    from rows from (jsonb_to_recordset(?::jsonb) as (
      id uuid, "recipientId" uuid, "factKey" text, kind text, parameters jsonb, "aboutId" uuid,
      "orderId" uuid, "taxiBookingId" uuid, "planId" uuid, "createdAt" timestamptz
    )) with ordinality as given (
      id, "recipientId", "factKey", kind, parameters, "aboutId", "orderId", "taxiBookingId", "planId", "createdAt", position
    )
    where not exists (
      select from notifications known
      where known.recipient_id = given."recipientId" and known.fact_key = given."factKey"
    )
    order by "recipientId", "factKey", position
  ), r as (
    insert into recipients as r (id, last_number, unread_count)
    select "recipientId", count(*), count(*) from draft group by "recipientId" order by "recipientId"
    on conflict (id) do update set
      last_number = case when r.is_forgotten then 0 else r.last_number + excluded.last_number end,
      unread_count = case when r.is_forgotten then 0 else r.unread_count + excluded.unread_count end
    returning id, name, language, last_number, is_forgotten
  ), n as (
    insert into notifications (
      recipient_id, number, id, fact_key, kind, parameters, about_id, order_id, taxi_booking_id, plan_id, created_at
    )
    select "recipientId",
      r.last_number + 1 - row_number() over (partition by "recipientId" order by position desc),
      draft.id, "factKey", kind, parameters, "aboutId", "orderId", "taxiBookingId", "planId", "createdAt"
    from draft join r on r.id = "recipientId" and not r.is_forgotten
    returning *
  )
  select ${viewColumns} from n join r on r.id = n.recipient_id left join recipients a on a.id = n.about_id`;
