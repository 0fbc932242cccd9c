import type { EntityManager } from '@mikro-orm/postgresql';
import { clocksDifferMs } from '../domain/deadline.ts';

/** Rows that one look finds; the next look finds the rest. */
const most = 200;

/** What begins later was written by a clock that ran ahead: its time counts as over (domain/deadline.ts). */
const future = (now: Date): Date => new Date(now.getTime() + clocksDifferMs);

/** Bookings that should have been answered, the longest overdue first. */
export const findOverdueBookings = (em: EntityManager, now: Date): Promise<readonly { readonly id: string }[]> =>
  em.execute(
    `select id from bookings where status in ('REQUESTED', 'DISPATCHING') and (answer_by <= ? or requested_at > ?)
     order by answer_by limit ${most}`,
    [now, future(now)],
  );

/** Bookings that need a driver, while nobody is being asked and nothing has happened since `since`. */
export const findRestingSearches = (em: EntityManager, since: Date): Promise<readonly { readonly id: string }[]> =>
  em.execute(
    `select id from bookings where status in ('REQUESTED', 'DISPATCHING') and requested_at <= ? and not exists (
       select from offers where booking_id = bookings.id and (status = 'OPEN' or expires_at > ?)
     )
     order by answer_by limit ${most}`,
    [since, since],
  );

/** Offers whose time to answer is over. */
export const findOverdueOffers = (em: EntityManager, now: Date): Promise<readonly { readonly id: string }[]> =>
  em.execute(
    `select id from offers where status = 'OPEN' and (expires_at <= ? or made_at > ?)
     order by expires_at limit ${most}`,
    [now, future(now)],
  );

/** Bookings whose cancellation was asked for before `since` and is still not settled. */
export const findUnsettledBookings = (em: EntityManager, since: Date): Promise<readonly { readonly id: string }[]> =>
  em.execute(
    `select id from bookings where status = 'CANCEL_REQUESTED' and cancel_requested_at <= ?
     order by cancel_requested_at limit ${most}`,
    [since],
  );
