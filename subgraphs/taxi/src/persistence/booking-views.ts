import type { EntityManager } from '@mikro-orm/postgresql';
import { type PageRequest, uuidArray } from '@moa/subgraph';
import type { BookingStatus } from '../domain/booking.ts';
import type { BookingView } from '../domain/booking-view.ts';

// As JSON a moment is RFC 3339 text.
const columns = `id, version as revision, status, customer_id as "customerId", pickup, dropoff, estimate,
  driver_id as "driverId", plate, phone, to_json(arrives_at) as "arrivesAt", bill - 'alighting' as bill,
  payment_id as "paymentId", payment_failure as "paymentFailure",
  case status when 'CANCELLED_BY_CUSTOMER' then 'CUSTOMER' else reason end as reason,
  to_json(requested_at) as "requestedAt", to_json(dispatched_at) as "dispatchedAt", to_json(started_at) as "startedAt",
  to_json(completed_at) as "completedAt", to_json(cancelled_at) as "cancelledAt"`;

/** The bookings that exist among `ids`, in any order. */
export const findBookingViews = (em: EntityManager, ids: readonly string[]): Promise<readonly BookingView[]> =>
  em.execute(`select ${columns} from bookings where id = any(?::uuid[])`, [uuidArray(ids)]);

export async function findBookingView(em: EntityManager, id: string): Promise<BookingView | null> {
  return (await findBookingViews(em, [id]))[0] ?? null;
}

/** What a customer booked, the newest first, one more than asked for. */
export const findBookingViewsOf = (
  em: EntityManager,
  customerId: string,
  { status, page }: { readonly status: BookingStatus | null; readonly page: PageRequest },
): Promise<readonly BookingView[]> =>
  em.execute(
    `select ${columns} from bookings
     where customer_id = ? and id < ? ${status ? 'and status = ?' : ''}
     order by id desc limit ?`,
    [customerId, page.after ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff', ...(status ? [status] : []), page.first + 1],
  );
