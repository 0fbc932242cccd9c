import { randomUUIDv7 } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { explainOn } from '@moa/subgraph/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBookingViews, findBookingViewsOf } from '../src/persistence/booking-views.ts';
import { findByIdempotencyKey, hasLiveBooking } from '../src/persistence/bookings.ts';
import { findAskedDrivers, findOpenOfferViews, lockOpenOffer } from '../src/persistence/offers.ts';
import {
  findOverdueBookings,
  findOverdueOffers,
  findRestingSearches,
  findUnsettledBookings,
} from '../src/persistence/overdue.ts';
import { openBooks } from './books.ts';

/** 2,000 drivers, 20,000 bookings of 100 customers that have ended, and 1,000 of others whose drivers are being asked. */
const population = [
  `insert into drivers (id, version, plate, phone, state)
   select md5('d' || n)::uuid, 1, n::text, n::text, 'FREE' from generate_series(1, 2000) n`,
  `insert into bookings (id, version, customer_id, status, pickup, dropoff, district, estimate, requested_at, answer_by,
     cancelled_at, reason, idempotency_key, request_hash)
   select md5('b' || n)::uuid, 2, md5('c' || n % 100)::uuid, 'CANCELLED_BY_SYSTEM', '{}', '{}', '', '{}', now(), now(),
     now(), 'NO_CAR', n::text, ''
   from generate_series(1, 20000) n`,
  `insert into bookings (id, version, customer_id, status, pickup, dropoff, district, estimate, requested_at, answer_by,
     idempotency_key, request_hash)
   select md5('l' || n)::uuid, 2, md5('l' || n)::uuid, 'DISPATCHING', '{}', '{}', '', '{}', now(), now(), n::text, ''
   from generate_series(1, 1000) n`,
  `insert into offers (id, booking_id, driver_id, status, pickup_meters, pickup_seconds, made_at, expires_at)
   select gen_random_uuid(), md5('b' || n)::uuid, md5('d' || n % 2000 + 1)::uuid, 'DECLINED', 1, 1, now(), now()
   from generate_series(1, 20000) n`,
  `insert into offers (id, booking_id, driver_id, status, pickup_meters, pickup_seconds, made_at, expires_at)
   select gen_random_uuid(), md5('l' || n)::uuid, md5('d' || n)::uuid, 'OPEN', 1, 1, now(), now()
   from generate_series(1, 1000) n`,
  'analyze drivers, bookings, offers',
];

let books: Awaited<ReturnType<typeof openBooks>>;
beforeAll(async () => {
  books = await openBooks();
  for (const statement of population) await books.em().execute(statement);
}, 30_000);
afterAll(() => books?.close());

const page = { first: 20, after: null };
const now = new Date(0);

test.each<[string, (em: EntityManager, customer: string) => Promise<unknown>]>([
  ['bookings_unanswered', (em) => findOverdueBookings(em, now)],
  ['bookings_unanswered', (em) => findRestingSearches(em, now)],
  ['offers_overdue', (em) => findOverdueOffers(em, now)],
  ['bookings_unsettled', (em) => findUnsettledBookings(em, now)],
  ['bookings_pkey', (em) => findBookingViews(em, [randomUUIDv7(), randomUUIDv7()])],
  ['bookings_of_customer', (em, customer) => findBookingViewsOf(em, customer, { status: null, page })],
  ['bookings_of_customer_by_status', (em, customer) => findBookingViewsOf(em, customer, { status: 'COMPLETED', page })],
  ['bookings_live_of_customer', (em, customer) => hasLiveBooking(em, customer)],
  ['bookings_customer_id_idempotency_key_key', (em, customer) => findByIdempotencyKey(em, customer, '7')],
  ['offers_booking_id_driver_id_key', (em) => findAskedDrivers(em, randomUUIDv7())],
  ['offers_open_of_booking', (em) => lockOpenOffer(em, randomUUIDv7())],
  ['offers_open_of_driver', (em) => findOpenOfferViews(em, [randomUUIDv7()])],
])('a reader goes by the index %s', async (index, read) => {
  const em = books.em();
  const [customer]: { id: string }[] = await em.execute(`select md5('c7')::uuid as id`);
  const { explaining, plans } = explainOn(em);
  await read(explaining, customer?.id ?? '');
  expect(plans).toHaveLength(1);
  expect(plans[0]).toContain(`${index} `);
  expect(plans[0]).not.toContain('Seq Scan');
});
