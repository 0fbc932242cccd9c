import { randomUUIDv7 } from 'node:crypto';
import { buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRideWorld, type RideWorld, type Spot } from './ride-world.ts';
import { admin, cityHall, gangnam, type Member, member, northOf, stranger } from './world.ts';

describe.each(buses)('the position of the car on $name', (kind) => {
  let world: RideWorld;
  beforeAll(async () => {
    world = await openRideWorld(kind);
  });
  afterAll(() => world.close());

  const spots = [1, 2, 3].map((hundreds) => northOf(cityHall, hundreds * 100));
  type Positions = Awaited<ReturnType<RideWorld['follow']>>;
  /** Reports until it shows: the map hears a moment later of who was booked. */
  const arrives = async (positions: Positions, viewer: Member, spot: Spot) => {
    let shown: Spot | undefined;
    const next = positions.next().then(({ value }) => {
      shown = value?.data?.taxiPosition;
    });
    await until(async () => {
      await world.report(viewer, spot);
      return shown !== undefined;
    });
    await next;
    return shown;
  };

  test('is followed live by its customer until the ride ends (T11)', async () => {
    const { id, customer, viewer } = await world.dispatched();
    const positions = await world.follow(customer, id);
    expect((await positions.next()).value?.data?.taxiPosition).toEqual(spotOf(cityHall));
    for (const spot of spots) await until(async () => samePlace(await arrives(positions, viewer, spot), spot));
    await world.startRide(viewer, id);
    await until(async () => samePlace(await arrives(positions, viewer, spotOf(gangnam)), gangnam));
    await world.endRide(viewer, id);
    let last = await positions.next();
    while (!last.done) last = await positions.next();
    // Too late: it ends at once.
    expect((await (await world.follow(customer, id)).next()).done).toBe(true);
  });

  test('is hidden from who got out, paid or not', async () => {
    world.pay.is('refuses');
    const { id, customer, viewer } = await world.boarded();
    const positions = await world.follow(customer, id);
    await positions.next();
    expect((await world.endRide(viewer, id)).value?.status).toBe('IN_RIDE');
    let last = await positions.next();
    while (!last.done) last = await positions.next();
    expect((await (await world.follow(customer, id)).next()).done).toBe(true);
    world.pay.is('captures');
    await world.endRide(viewer, id);
    await world.goOffline(viewer); // or the next test's customer might get this car
  });

  test('is waited for from the request on, and given up with it', async () => {
    const { viewer, id, customer, offerId } = await world.offered();
    const positions = await world.follow(customer, id);
    await world.accept(viewer, offerId);
    const [spot = cityHall] = spots;
    expect(await arrives(positions, viewer, spot)).toEqual(spot);
    await world.cancel(customer, id);
    let last = await positions.next();
    while (!last.done) last = await positions.next();
  });

  test('is nobody else’s business', async () => {
    const { id } = await world.dispatched();
    for (const somebody of [stranger, member('DRIVER')]) {
      expect((await (await world.follow(somebody, id)).next()).done).toBe(true);
    }
    expect((await (await world.follow(stranger, randomUUIDv7())).next()).done).toBe(true);
    expect((await (await world.follow(admin, id)).next()).done).toBe(false);
  });
});

const spotOf = ({ latitude, longitude }: Spot): Spot => ({ latitude, longitude });
const samePlace = (a: Spot | undefined, b: Spot): boolean => a?.latitude === b.latitude;
