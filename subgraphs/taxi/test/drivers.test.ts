import { type Bus, buses, openFreezableProxy, until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openRideWorld, type RideWorld, type Spot } from './ride-world.ts';
import { busan, cityHall, type Member, member, nobody, northOf } from './world.ts';

const car = { plate: '서울 31 바 1234', phone: '010-1234-5678' };
const spotOf = ({ latitude, longitude }: Spot): Spot => ({ latitude, longitude });
const here = spotOf(cityHall);

describe.each(buses)('drivers on $name', (kind) => {
  let world: RideWorld;
  beforeAll(async () => {
    world = await openRideWorld(kind);
  });
  afterAll(() => world.close());
  afterEach(async () => {
    await Promise.all(mine.splice(0).map((viewer) => world.goOffline(viewer)));
    await world.empty();
  });

  const mine: Member[] = [];
  const registered = async (): Promise<Member> => {
    const viewer = member('DRIVER');
    await world.register(viewer, car);
    mine.push(viewer);
    return viewer;
  };

  test('register once, and change car or phone', async () => {
    const viewer = member('DRIVER');
    expect(await world.driverOf(viewer)).toBeNull();
    const { value, codes } = await world.register(viewer, { plate: ' 12가 3456 ', phone: ' 010 1234 5678 ' });
    expect(codes).toEqual([]);
    expect(value).toEqual({
      plate: '12가 3456',
      phone: '010 1234 5678',
      status: 'OFFLINE',
      position: null,
      offer: null,
      booking: null,
    });
    await world.register(viewer, car);
    expect(await world.driverOf(viewer)).toEqual({ ...value, ...car });
    const twins = member('DRIVER');
    const answers = await Promise.all([car, car, car].map((registration) => world.register(twins, registration)));
    expect(answers.map(({ codes: answer }) => answer)).toEqual([[], [], []]);
  });

  test('are members with that role', async () => {
    expect((await world.register(member('COURIER', 'ADMIN'), car)).codes).toEqual(['NOT_A_DRIVER']);
    expect((await world.goOnline(member(), here)).codes).toEqual(['NOT_A_DRIVER']);
    expect((await world.goOffline(member())).codes).toEqual(['NOT_A_DRIVER']);
    expect((await world.report(member(), here)).codes).toEqual(['NOT_A_DRIVER']);
    expect((await world.register(nobody, car)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  test('are told what is wrong', async () => {
    const newcomer = member('DRIVER');
    expect((await world.register(newcomer, { plate: '바', phone: '112' })).payload?.userErrors).toMatchObject([
      { code: 'PLATE_INVALID', field: ['plate'] },
      { code: 'PHONE_INVALID', field: ['phone'] },
    ]);
    expect((await world.goOnline(newcomer, here)).codes).toEqual(['NOT_REGISTERED']);
    expect((await world.goOffline(newcomer)).codes).toEqual(['NOT_REGISTERED']);
    expect((await world.report(newcomer, here)).codes).toEqual(['NOT_REGISTERED']);
    const viewer = await registered();
    const nowhere = { latitude: 91, longitude: 0 };
    expect((await world.goOnline(viewer, nowhere)).codes).toEqual(['COORDINATES_INVALID']);
    expect((await world.goOnline(viewer, spotOf(busan))).codes).toEqual(['OUTSIDE_SERVICE_AREA']);
    expect((await world.report(viewer, nowhere)).codes).toEqual(['COORDINATES_INVALID']);
    expect((await world.report(viewer, here)).codes).toEqual(['OFFLINE']);
  });

  test('are seen where they report, until they leave', async () => {
    const viewer = await registered();
    expect((await world.goOnline(viewer, here)).value).toMatchObject({ status: 'FREE', position: here });
    const there = northOf(cityHall, 300);
    const { value, codes } = await world.report(viewer, there);
    expect(codes).toEqual([]);
    expect(value).toEqual({ ...there, at: expect.any(String) });
    expect(await world.driverOf(viewer)).toMatchObject({ status: 'FREE', position: there });
    // Again it says nothing new.
    expect((await world.goOnline(viewer, here)).value?.status).toBe('FREE');
    expect((await world.goOffline(viewer)).value).toMatchObject({ status: 'OFFLINE', position: null });
    expect((await world.goOffline(viewer)).value?.status).toBe('OFFLINE');
    await until(async () => (await world.report(viewer, there)).codes?.[0] === 'OFFLINE');
  });

  test('report without touching the tables of rides, and come back to a map that forgot them', async () => {
    const viewer = await registered();
    await world.goOnline(viewer, here);
    const holder = await world.sql.connect();
    await holder.query('begin; lock table drivers, bookings, offers in access exclusive mode');
    expect((await world.report(viewer, here)).codes).toEqual([]);
    await holder.query('rollback');
    holder.release();

    await world.emptyMap();
    expect((await world.driverOf(viewer))?.position).toBeNull();
    expect((await world.report(viewer, here)).codes).toEqual([]);
    expect((await world.driverOf(viewer))?.position).toEqual(here);
  });

  test('close the supply breaker where they go online', async () => {
    await world.sql.query(
      `insert into supply_breakers (district, failures, open_until)
       select district, 3, now() + interval '1 minute' from (values ('11020'), ('11010')) as either (district)`,
    );
    const refused = await world.request(member());
    expect(refused.codes).toEqual(['NO_CAR_FREE']);
    await world.driver();
    expect((await world.request(member())).codes).toEqual([]);
  });

  test('who leave while they are asked have declined: the next driver is asked', async () => {
    const near = await world.driver(northOf(cityHall, 100));
    const far = await world.driver(northOf(cityHall, 900));
    const { id } = await world.requested();
    const offer = await near.nextOffer();
    expect((await world.goOffline(near.viewer)).value).toMatchObject({ status: 'OFFLINE', offer: null });
    expect(await near.nextOffer()).toMatchObject({ id: offer?.id, status: 'DECLINED' });
    const second = await far.nextOffer();
    expect(second?.status).toBe('OPEN');
    expect((await world.accept(near.viewer, offer?.id)).codes).toEqual(['OFFER_ALREADY_ANSWERED']);
    expect((await world.accept(far.viewer, second?.id)).booking).toMatchObject({ id, status: 'DISPATCHED' });
  });

  test('who leave during a ride finish it first, and may change their mind', async () => {
    const first = await world.boarded();
    expect((await world.goOffline(first.viewer)).value).toMatchObject({ status: 'BOOKED', booking: { id: first.id } });
    await world.endRide(first.viewer, first.id);
    expect((await world.driverOf(first.viewer))?.status).toBe('OFFLINE');

    const second = await world.dispatched();
    await world.goOffline(second.viewer);
    await world.goOnline(second.viewer, here);
    await world.cancel(second.customer, second.id);
    await world.comesTo(second.id, 'CANCELLED_BY_CUSTOMER');
    expect((await world.driverOf(second.viewer))?.status).toBe('FREE');
  });

  test('with a new car are known to the customer on the way by the old one', async () => {
    const { id, customer, viewer } = await world.dispatched();
    const before = (await world.showRide(customer, id))?.driver;
    await world.register(viewer, { plate: '12가 9999', phone: '+82 10 9999 9999' });
    expect((await world.showRide(customer, id))?.driver).toEqual(before);
    expect(await world.driverOf(viewer)).toMatchObject({ plate: '12가 9999', status: 'BOOKED' });
  });

  test('who leave at the moment they are asked leave nobody waiting', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { viewer } = await world.driver();
      const [, { id }] = await Promise.all([world.goOffline(viewer), world.requested()]);
      await world.comesTo(id, 'CANCELLED_BY_SYSTEM');
      expect(await world.driverOf(viewer)).toMatchObject({ status: 'OFFLINE', offer: null });
      await world.empty();
    }
  });
});

/** A world whose map can be taken away and brought back. */
async function openMapWorld(kind: Bus) {
  if (kind.name === 'postgres') {
    const world = await openRideWorld(kind);
    return {
      world,
      lose: () => world.sql.query('alter table driver_positions rename to elsewhere'),
      bringBack: () => world.sql.query('alter table elsewhere rename to driver_positions'),
      close: world.close,
    };
  }
  const home = await kind.open();
  const proxy = await openFreezableProxy(home.url);
  const world = await openRideWorld(kind, { mapUrl: proxy.url });
  const close = async () => {
    await world.close();
    await proxy.close();
    await home.close();
  };
  return { world, lose: proxy.freeze, bringBack: proxy.thaw, close };
}

describe.each(buses)('drivers without a map on $name', (kind) => {
  let ground: Awaited<ReturnType<typeof openMapWorld>>;
  beforeAll(async () => {
    ground = await openMapWorld(kind);
  });
  afterAll(() => ground.close());

  test('take, start and end rides all the same, and are back when it is', async () => {
    const { world, lose, bringBack } = ground;
    const { id, viewer, offerId } = await world.offered();
    await lose();
    expect((await world.report(viewer, here)).errors?.[0]?.extensions?.code).toBe('SERVICE_UNAVAILABLE');
    expect((await world.accept(viewer, offerId)).booking?.status).toBe('DISPATCHED');
    expect((await world.startRide(viewer, id)).value?.status).toBe('IN_RIDE');
    expect(await world.driverOf(viewer)).toMatchObject({ status: 'BOOKED', position: null });
    expect((await world.endRide(viewer, id)).value?.status).toBe('COMPLETED');
    const newcomer = member('DRIVER');
    await world.register(newcomer, car);
    expect((await world.goOnline(newcomer, here)).codes).toEqual([]);
    await bringBack();
    for (const driver of [viewer, newcomer]) {
      await until(async () => (await world.report(driver, here)).codes?.length === 0);
      expect((await world.driverOf(driver))?.position).toEqual(here);
    }
  });
});
