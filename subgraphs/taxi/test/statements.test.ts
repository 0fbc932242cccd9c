import { entitiesQuery, representations, statementsOf } from '@moa/subgraph/testing';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { member, openWorld, type World } from './world.ts';

const [bus] = buses;
if (!bus) throw new Error('There is no bus to open taxi with.');

let world: World;
/** Who has booked once, and who four times. */
const [one, many] = [member(), member()];
const bookings = new Map<typeof one, string[]>();
const fields =
  'id status customer { id } pickup { name } estimate { fare } driver { plate } bill { fare } cancellation { reason }';

beforeAll(async () => {
  world = await openWorld(bus, { rideHistory: true });
  for (const [customer, count] of [
    [one, 1],
    [many, 4],
  ] as const) {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      await world.driver(); // or there would be no car to ask for
      ids.push((await world.requested({}, customer)).id);
      await world.cancel(customer, ids[n]);
      await world.comesTo(ids[n] ?? '', 'CANCELLED_BY_CUSTOMER');
    }
    bookings.set(customer, ids);
    await until(async () => {
      const { rows } = await world.sql.query('select from ride_history where customer_id = $1', [customer.memberId]);
      return rows.length === count;
    });
  }
});
afterAll(() => world?.close());

describe.each([
  ['one booking', one],
  ['many bookings', many],
])('%s', (_, customer) => {
  const ofMe = (shows: string) =>
    statementsOf(() =>
      world.ask(customer, entitiesQuery('Member', shows), representations('Member', [customer.memberId])),
    );

  test('cost the database one statement, in my list and by their ids', async () => {
    expect(await ofMe(`taxiBookings { nodes { ${fields} } pageInfo { hasNextPage } }`)).toHaveLength(1);
    const ids = representations('TaxiBooking', bookings.get(customer) ?? []);
    expect(await statementsOf(() => world.ask(customer, entitiesQuery('TaxiBooking', fields), ids))).toHaveLength(1);
  });

  test('are remembered for one statement, and one more for what the bookings are by now', async () => {
    expect(await ofMe('rideHistory { nodes { bookingStatus fare driver { plate } } }')).toHaveLength(1);
    expect(await ofMe(`rideHistory { nodes { bookingStatus booking { ${fields} } } }`)).toHaveLength(2);
  });
});
