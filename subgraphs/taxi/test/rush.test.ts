import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cityHall, member, northOf, openWorld, type World } from './world.ts';

const cars = 50;
const customers = 200;

describe.each(buses)('two hundred bookings for fifty cars on $name (T4, T11)', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());

  test('every car has one ride, every booking an answer', { timeout: 60_000 }, async () => {
    const drivers = [];
    for (let n = 0; n < cars; n += 1) drivers.push(await world.driver(northOf(cityHall, n * 20)));
    // Each takes whatever is offered.
    const driving = drivers.map(async (driver) => {
      const offer = await driver.nextOffer();
      return world.accept(driver.viewer, offer?.id);
    });
    const asking = await Promise.all(Array.from({ length: customers }, () => world.request(member())));
    expect((await Promise.all(driving)).map(({ codes }) => codes)).toEqual(drivers.map(() => []));

    const taken = asking.filter(({ booking }) => booking);
    // Whoever came when there was no car any more was told so at once.
    for (const { booking, codes } of asking) expect(codes).toEqual(booking ? [] : ['NO_CAR_FREE']);
    await until(
      async () => {
        const { rows } = await world.sql.query(
          `select from bookings where status not in ('DISPATCHED', 'CANCELLED_BY_SYSTEM')`,
        );
        return rows.length === 0;
      },
      { timeoutMs: 30_000 },
    );
    const { rows } = await world.sql.query<{ [count: string]: number }>(`
      select count(*)::integer as bookings,
        (count(*) filter (where status = 'DISPATCHED'))::integer as dispatched,
        (count(distinct driver_id) filter (where status = 'DISPATCHED'))::integer as driving,
        (select count(*)::integer from drivers where state = 'BOOKED') as booked,
        (select count(*)::integer from offers where status = 'ACCEPTED') as accepted,
        (select count(*)::integer from offers where status = 'OPEN') as open
      from bookings`);
    expect(rows).toEqual([
      { bookings: taken.length, dispatched: cars, driving: cars, booked: cars, accepted: cars, open: 0 },
    ]);
  });
});
