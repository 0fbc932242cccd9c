import { randomUUIDv7 } from 'node:crypto';
import { openDatabase } from '@moa/database';
import { factQueue } from '@moa/outbox';
import { explainOn } from '@moa/subgraph/testing';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '../src/index.ts';
import { findRideHistory } from '../src/persistence/ride-history.ts';
import { openBooks } from './books.ts';
import { cityHall, gangnamStation, rideOf } from './rides.ts';
import { openWorld, type World } from './world.ts';

const newRide = () => ({ bookingId: randomUUIDv7(), customerId: randomUUIDv7(), driverId: randomUUIDv7() });
const page = { first: 20, after: null };
const completed = ['DispatchBegan', 'Dispatched', 'Boarded', 'Billed', 'PaymentFailed', 'Paid'] as const;

describe.each(buses)('the ride history over $name', (kind) => {
  let world: World;
  let orm: Awaited<ReturnType<typeof openDatabase>>;
  beforeAll(async () => {
    world = await openWorld(kind, { rideHistory: true });
    orm = await openDatabase(world.databaseUrl, database, { logger: world.logger });
  });
  afterAll(async () => {
    await orm.close();
    await world.close();
  });

  let messages = 0;
  /** Puts facts into the queue, all at once, and waits until they are worked off. */
  const hear = async (facts: readonly { readonly type: string }[]) => {
    const queue = factQueue('ride-history');
    const jobs = facts.map((fact) => {
      messages += 1;
      return { id: `taxi-${messages}`, name: fact.type, data: fact };
    });
    await world.bus.jobs.add(queue, jobs);
    const ids = jobs.map(({ id }) => id);
    await until(async () => {
      const states = await world.bus.jobs.stateOf(queue, ids);
      return ids.every((id) => states.get(id) === 'done');
    });
  };
  const ofCustomer = (id: string) => findRideHistory(orm.em.fork(), id, { role: 'CUSTOMER', page });
  const ofDriver = (id: string) => findRideHistory(orm.em.fork(), id, { role: 'DRIVER', page });

  test('is the same for customer and driver, in whatever order the facts come (T10)', async () => {
    const ride = newRide();
    const { facts } = rideOf(completed, ride);
    await hear([...facts.toReversed(), ...facts]);
    const [entry, ...more] = await ofCustomer(ride.customerId);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      bookingId: ride.bookingId,
      bookingStatus: 'COMPLETED',
      dispatchStatus: 'DONE',
      paymentStatus: 'CAPTURED',
      pickup: cityHall,
      dropoff: gangnamStation,
      driver: { member: { id: ride.driverId }, plate: '서울 31 바 1234' },
      fare: 14_300,
    });
    expect(await ofDriver(ride.driverId)).toEqual([entry]);
    expect(await ofCustomer(ride.driverId)).toEqual([]);
  });

  test('keeps what comes before the request, and shows it with the request', async () => {
    const ride = newRide();
    const [request, ...rest] = rideOf(completed, ride).facts;
    await hear(rest);
    expect(await ofCustomer(ride.customerId)).toEqual([]);
    expect(await ofDriver(ride.driverId)).toEqual([]);
    await hear(request ? [request] : []);
    expect(await ofCustomer(ride.customerId)).toMatchObject([{ bookingStatus: 'COMPLETED', fare: 14_300 }]);
  });

  const nowhere = { name: '', latitude: 0, longitude: 0 };
  test.each([
    { when: 'after the ride', before: (n: number) => n },
    { when: 'before anything of it was heard', before: () => 0 },
    { when: 'between two facts', before: () => 1 },
  ])('forgets where a member went who leaves $when, and in which car they drove', async ({ before }) => {
    const ride = newRide();
    const { facts } = rideOf(completed, ride);
    const split = before(facts.length);
    const left = (memberId: string) => ({ type: 'MemberDeleted', version: 1, memberId });
    await hear(facts.slice(0, split));
    await hear([left(ride.customerId)]);
    await hear(facts.slice(split));
    expect(await ofCustomer(ride.customerId)).toMatchObject([
      {
        bookingStatus: 'COMPLETED',
        pickup: nowhere,
        dropoff: nowhere,
        fare: 14_300,
        driver: { phone: '010-1234-5678' },
      },
    ]);

    const other = newRide();
    const others = rideOf(completed, other).facts;
    await hear(others.slice(0, split));
    await hear([left(other.driverId)]);
    await hear(others.slice(split));
    expect(await ofDriver(other.driverId)).toMatchObject([
      {
        bookingStatus: 'COMPLETED',
        pickup: cityHall,
        driver: { member: { id: other.driverId }, plate: '', phone: '' },
      },
    ]);
  });

  test('comes in pages, the newest ride first', async () => {
    const { customerId, driverId } = newRide();
    const rides = Array.from({ length: 5 }, () => ({ bookingId: randomUUIDv7(), customerId, driverId }));
    await hear(rides.flatMap((ride) => rideOf(['DispatchBegan', 'Dispatched'], ride).facts));
    const newestFirst = rides
      .map(({ bookingId }) => bookingId)
      .sort()
      .toReversed();
    for (const [role, id] of [
      ['CUSTOMER', customerId],
      ['DRIVER', driverId],
    ] as const) {
      const start = await findRideHistory(orm.em.fork(), id, { role, page: { first: 2, after: null } });
      expect(start.map(({ bookingId }) => bookingId)).toEqual(newestFirst.slice(0, 3)); // one more than asked for
      const rest = await findRideHistory(orm.em.fork(), id, {
        role,
        page: { first: 5, after: newestFirst[1] ?? null },
      });
      expect(rest.map(({ bookingId }) => bookingId)).toEqual(newestFirst.slice(2));
    }
  });
});

test('pages of the ride history use their indexes', async () => {
  const books = await openBooks();
  const em = books.em();
  await em.execute(
    `insert into ride_history (booking_id, customer_id, driver_id, is_requested, record)
     select md5('ride' || n)::uuid, md5('customer' || n % 500)::uuid, md5('driver' || n % 50)::uuid, n % 1000 > 0,
       jsonb_build_object('bookingId', md5('ride' || n), 'padding', repeat('x', 500))
     from generate_series(1, 20000) n`,
  );
  await em.execute('analyze ride_history');
  const { explaining, plans } = explainOn(em);
  const [who]: { customer: string; driver: string }[] = await em.execute(
    `select md5('customer7')::uuid as customer, md5('driver7')::uuid as driver`,
  );
  await findRideHistory(explaining, who?.customer ?? '', { role: 'CUSTOMER', page });
  await findRideHistory(explaining, who?.driver ?? '', { role: 'DRIVER', page });
  expect(plans[0]).toMatch(/Index Scan using ride_history_of_customer/);
  expect(plans[1]).toMatch(/Index Scan using ride_history_of_driver/);
  for (const plan of plans) expect(plan).not.toMatch(/Sort/);
  await books.close();
});
