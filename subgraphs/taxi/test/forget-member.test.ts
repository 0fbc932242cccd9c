import { buses, until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openRideWorld, type RideWorld } from './ride-world.ts';
import { admin, cityHall, gangnam, type Member, member } from './world.ts';

const car = { plate: '12가 3456', phone: '010-1234-5678' };
const here = { latitude: cityHall.latitude, longitude: cityHall.longitude };
const nowhere = { name: '', latitude: 0, longitude: 0 };

describe.each(buses)('a member who deletes their account, on $name', (kind) => {
  let world: RideWorld;
  beforeAll(async () => {
    world = await openRideWorld(kind);
  });
  afterAll(() => world.close());
  afterEach(() => world.empty());

  const forget = ({ memberId }: Member) => world.hear({ type: 'MemberDeleted', memberId });
  const rowOf = async (id: string) =>
    (
      await world.sql.query(
        `select pickup, dropoff, plate, phone, bill->'alighting' as alighting, bill->'fare' as fare from bookings where id = $1`,
        [id],
      )
    ).rows[0];
  const driverRow = async ({ memberId }: Member) =>
    (await world.sql.query('select plate, phone, state from drivers where id = $1', [memberId])).rows[0];

  test('leaves as a customer no places in rides that have ended', async () => {
    const { id, customer, viewer } = await world.boarded();
    const { value } = await world.endRide(viewer, id);
    await forget(member());
    expect(await rowOf(id)).toMatchObject({ pickup: cityHall, dropoff: gangnam });
    await forget(customer);
    expect(await rowOf(id)).toMatchObject({
      pickup: nowhere,
      dropoff: nowhere,
      alighting: { latitude: 0, longitude: 0 },
      fare: value?.bill?.fare,
    });
    expect(await world.showRide(viewer, id)).toEqual(value);
  });

  test('leaves them to the driver until the ride ends', async () => {
    const { id, customer, viewer } = await world.boarded();
    await forget(customer);
    expect(await rowOf(id)).toMatchObject({ pickup: cityHall, dropoff: gangnam });
    expect((await world.endRide(viewer, id)).value?.status).toBe('COMPLETED');
    expect(await rowOf(id)).toMatchObject({ pickup: nowhere, alighting: { latitude: 0, longitude: 0 } });
  });

  test('is as a driver nobody any more, and takes no rides', async () => {
    const { id, viewer } = await world.boarded();
    await world.endRide(viewer, id);
    await forget(viewer);
    expect(await driverRow(viewer)).toEqual({ plate: '', phone: '', state: 'OFFLINE' });
    expect(await rowOf(id)).toMatchObject({ plate: '', phone: '', pickup: cityHall });
    expect(await world.driverOf(viewer)).toBeNull();
    // The token lives on for a while.
    expect((await world.register(viewer, car)).codes).toEqual(['NOT_A_DRIVER']);
    expect((await world.goOnline(viewer, here)).codes).toEqual(['NOT_REGISTERED']);
    await until(async () => (await world.report(viewer, here)).codes?.[0] === 'NOT_REGISTERED');
    expect((await world.goOffline(viewer)).codes).toEqual(['NOT_REGISTERED']);
    const newcomer = member('DRIVER');
    await forget(newcomer);
    expect((await world.register(newcomer, car)).codes).toEqual(['NOT_A_DRIVER']);
    expect(await driverRow(newcomer)).toBeUndefined();
  });

  test('finishes as a driver the ride under way, known to its customer till then', async () => {
    const { id, customer, viewer } = await world.dispatched();
    const before = (await world.showRide(customer, id))?.driver;
    await forget(viewer);
    expect(await world.driverOf(viewer)).toMatchObject({ status: 'BOOKED', booking: { id } });
    await world.startRide(viewer, id);
    expect((await world.showRide(customer, id))?.driver).toEqual(before);
    expect((await world.endRide(viewer, id)).value?.status).toBe('COMPLETED');
    expect(await driverRow(viewer)).toEqual({ plate: '', phone: '', state: 'OFFLINE' });
    expect(await rowOf(id)).toMatchObject({ plate: '', phone: '' });
  });

  test('does as a driver not keep waiting who asked them just now', async () => {
    const { id, viewer } = await world.offered();
    await forget(viewer);
    await world.comesTo(id, 'CANCELLED_BY_SYSTEM');
    expect(await driverRow(viewer)).toEqual({ plate: '', phone: '', state: 'OFFLINE' });
  });

  test('leaves nothing either when the ride ends at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, customer, viewer } = round % 2 === 0 ? await world.boarded() : await world.dispatched();
      const end = round % 2 === 0 ? world.endRide(viewer, id) : world.cancel(customer, id);
      const [{ codes }] = await Promise.all([end, forget(customer), forget(viewer)]);
      expect(codes).toEqual([]);
      await world.comesTo(id, 'COMPLETED', 'CANCELLED_BY_CUSTOMER');
      expect(await rowOf(id)).toMatchObject({ pickup: nowhere, dropoff: nowhere, plate: '', phone: '' });
      expect(await driverRow(viewer)).toEqual({ plate: '', phone: '', state: 'OFFLINE' });
      expect((await world.showRide(admin, id))?.payment === null).toBe(round % 2 === 1);
      await world.empty();
    }
  });
});
