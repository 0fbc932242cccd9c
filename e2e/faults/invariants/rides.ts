import type { Books } from '../books.ts';
import { acceptedOf, type History } from '../history.ts';
import { found, type Invariant, unmatched } from './invariant.ts';

const withDriver = `status in ('DISPATCHED', 'IN_RIDE', 'CANCEL_REQUESTED') and driver_id is not null`;
const aCompleted = `(select id from bookings where status = 'COMPLETED' limit 1)`;
const answerWithinMs = 60_000;

/** Old enough by the clock of who asked: a clock inside may have been moved. */
async function unanswered(books: Books, history: History): Promise<readonly string[]> {
  const latest = Date.now() - answerWithinMs;
  const old = acceptedOf(history, 'requestTaxi').filter(({ until }) => until < latest);
  const open = new Set(
    await books.lines('taxi', `select id from bookings where status in ('REQUESTED', 'DISPATCHING')`),
  );
  return [...new Set(old.map(({ outcome }) => outcome.id))].filter((id) => open.has(id));
}

/** Rides, and the drivers whom they keep busy. */
export const rideInvariants: readonly Invariant[] = [
  {
    name: 'driver-rides-once',
    forbids: 'a driver with two rides at a time',
    promise: 'T11',
    holds: 'always',
    offenders: found('taxi', `select driver_id from bookings where ${withDriver} group by 1 having count(*) > 1`),
    spoil: {
      book: 'taxi',
      statement: `drop index bookings_live_of_driver; drop index bookings_live_of_customer;
        update bookings set status = 'IN_RIDE', payment_id = null, completed_at = null,
          driver_id = (select driver_id from bookings where status = 'COMPLETED' limit 1)
        where id in (select id from bookings where status = 'COMPLETED' limit 2)`,
    },
  },
  {
    name: 'ride-is-paid',
    forbids: 'a ride COMPLETED without exactly one charge of its fare',
    promise: 'T7',
    holds: 'always',
    // Taxi's book first: what is completed there was charged before.
    offenders: unmatched(
      ['taxi', `select concat_ws(' ', id, bill->>'fare') from bookings where status = 'COMPLETED'`],
      [
        'sandbox',
        `select concat_ws(' ', right(reference, 36), string_agg((amount - refunded)::text, '+')) from charges
         where status = 'captured' group by right(reference, 36)`,
      ],
    ),
    spoil: {
      book: 'sandbox',
      statement: `update charges set reference = '모아 택시 ' || gen_random_uuid() where reference like '모아 택시%'`,
    },
  },
  {
    name: 'driver-agrees',
    forbids: 'a driver whose row contradicts the bookings and offers',
    promise: 'T11',
    holds: 'always',
    offenders: found(
      'taxi',
      `select drivers.id from drivers
         left join bookings on bookings.id = drivers.booking_id and bookings.driver_id = drivers.id and ${withDriver}
         left join offers on offers.id = drivers.offer_id and offers.driver_id = drivers.id and offers.status = 'OPEN'
       where (state = 'BOOKED') <> (bookings.id is not null) or (state = 'OFFERED') <> (offers.id is not null)
       union select driver_id from bookings
       where ${withDriver} and not exists (select from drivers where drivers.booking_id = bookings.id)
       union select driver_id from offers
       where status = 'OPEN' and not exists (select from drivers where drivers.offer_id = offers.id)`,
    ),
    spoil: {
      book: 'taxi',
      statement: `update drivers set state = 'BOOKED', offer_id = null, booking_id = ${aCompleted}
        where id = (select driver_id from bookings where status = 'COMPLETED' limit 1)`,
    },
  },
  {
    name: 'booking-answered',
    forbids: 'a booking that is not answered 60 s after it was asked for',
    promise: 'T4',
    holds: 'always',
    offenders: unanswered,
    spoil: {
      book: 'taxi',
      statement: `update bookings set status = 'DISPATCHING', started_at = null, payment_id = null, completed_at = null
        where id = ${aCompleted}`,
      told: (history) => ({
        ...history,
        operations: history.operations.map((operation) => ({
          ...operation,
          ...(operation.until !== undefined && { until: operation.until - answerWithinMs }),
        })),
      }),
    },
  },
  {
    name: 'ride-ended',
    forbids: 'a booking that goes on',
    promise: 'T8',
    holds: 'settled',
    offenders: found(
      'taxi',
      `select concat_ws(' ', id, status) from bookings
       where status not in ('COMPLETED', 'CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM')`,
    ),
    spoil: {
      book: 'taxi',
      statement: `update bookings set status = 'IN_RIDE', payment_id = null, completed_at = null where id = ${aCompleted}`,
    },
  },
  {
    name: 'offer-ended',
    forbids: 'an offer that is still open',
    promise: 'T2',
    holds: 'settled',
    offenders: found('taxi', `select id from offers where status = 'OPEN'`),
    spoil: { book: 'taxi', statement: `update offers set status = 'OPEN' where id = (select id from offers limit 1)` },
  },
  {
    name: 'ride-history-agrees',
    forbids: 'a ride history that disagrees with the booking',
    promise: 'T10',
    holds: 'settled',
    offenders: found(
      'taxi',
      `select id from bookings left join ride_history on booking_id = id
       where record->'progress'->>'status' is distinct from status
         or (record->>'driverId')::uuid is distinct from bookings.driver_id
         or (record->>'fare')::integer is distinct from (bill->>'fare')::integer
         or (record->>'payment' is not distinct from 'CAPTURED') <> (status = 'COMPLETED')`,
    ),
    spoil: {
      book: 'taxi',
      statement: `update ride_history set record = jsonb_set(record, '{progress,status}', '"IN_RIDE"')
        where booking_id = ${aCompleted}`,
    },
  },
];
