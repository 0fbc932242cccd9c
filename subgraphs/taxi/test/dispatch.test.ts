import { buses } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cityHall, member, northOf, openWorld, type World } from './world.ts';

describe.each(buses)('the search for a driver on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterEach(() => world.empty());
  afterAll(() => world?.close());

  const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

  test('asks the nearest, then the next one, and shows every step live (T1–T3)', async () => {
    const far = await world.driver(northOf(cityHall, 1_500));
    const near = await world.driver(northOf(cityHall, 300));
    const { id, customer } = await world.requested();
    const live = await world.watchBooking(customer, id);

    const first = await near.nextOffer();
    expect(first).toMatchObject({ status: 'OPEN', expiresAt: moment });
    expect(await world.decline(near.viewer, first?.id)).toMatchObject({ codes: [], offer: { status: 'DECLINED' } });
    expect(await near.nextOffer()).toMatchObject({ id: first?.id, status: 'DECLINED' });
    const second = await far.nextOffer();
    expect(second?.pickupDistanceMeters).toBeGreaterThan(first?.pickupDistanceMeters ?? Number.POSITIVE_INFINITY);
    const dispatched = {
      status: 'DISPATCHED',
      driver: { member: { id: far.id }, plate: far.plate },
      arrivesAt: moment,
    };
    expect(await world.accept(far.viewer, second?.id)).toMatchObject({ codes: [], booking: dispatched });
    expect(await far.nextOffer()).toMatchObject({ id: second?.id, status: 'ACCEPTED' });

    // Whoever comes a moment later finds the search begun.
    const statuses = [(await live.next())?.status];
    if (statuses[0] === 'REQUESTED') statuses.push((await live.next())?.status);
    expect(statuses.at(-1)).toBe('DISPATCHING');
    expect(await live.next()).toMatchObject(dispatched);
    await live.close();
    expect(await world.facts(id)).toEqual([
      'TaxiRequested 1',
      'TaxiDispatching 2',
      'RideOffered 2',
      'RideOffered 2',
      'TaxiDispatched 3',
    ]);
    expect(await world.stateOf(near.id)).toBe('FREE');
    expect(await world.stateOf(far.id)).toBe('BOOKED');
  });

  test('an answer that is repeated gets the same answer, another one is refused', async () => {
    const [kim, lee] = [await world.driver(), await world.driver(northOf(cityHall, 200))];
    const { id } = await world.requested();
    const offer = await kim.nextOffer();
    expect((await world.accept(lee.viewer, offer?.id)).codes).toEqual(['OFFER_NOT_FOUND']);
    expect((await world.decline(lee.viewer, offer?.id)).codes).toEqual(['OFFER_NOT_FOUND']);
    expect((await world.accept(kim.viewer, 'no id')).codes).toEqual(['OFFER_NOT_FOUND']);
    await world.accept(kim.viewer, offer?.id);
    const facts = await world.facts(id);
    expect(await world.accept(kim.viewer, offer?.id)).toMatchObject({ codes: [], booking: { status: 'DISPATCHED' } });
    expect((await world.decline(kim.viewer, offer?.id)).codes).toEqual(['OFFER_ALREADY_ANSWERED']);
    expect(await world.facts(id)).toEqual(facts);

    const other = await world.requested();
    const declined = await lee.nextOffer();
    await world.decline(lee.viewer, declined?.id);
    expect(await world.decline(lee.viewer, declined?.id)).toMatchObject({ codes: [], offer: { status: 'DECLINED' } });
    expect((await world.accept(lee.viewer, declined?.id)).codes).toEqual(['OFFER_ALREADY_ANSWERED']);
    await world.comesTo(other.id, 'CANCELLED_BY_SYSTEM');
  });

  test('without a car the booking is cancelled at once, and the district refuses for a while (T4, T5)', async () => {
    const { id, customer } = await world.requested();
    const { cancellation } = await world.comesTo(id, 'CANCELLED_BY_SYSTEM');
    expect(cancellation).toMatchObject({ reason: 'NO_CAR', message: expect.stringContaining('빈 차') });
    expect(cancellation?.retryAfterSeconds).toBeGreaterThan(0);
    expect(await world.facts(id)).toEqual(['TaxiRequested 1', 'TaxiCancelledBySystem 2']);

    const { booking, userErrors } = await world.request(customer);
    expect(booking).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'NO_CAR_FREE', field: null }]);
    expect(userErrors?.[0]?.retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect(userErrors?.[0]?.retryAfterSeconds).toBeLessThanOrEqual(10);

    // A car that comes to the district opens it again.
    const kim = await world.driver();
    expect((await world.request(customer)).codes).toEqual([]);
    expect(await kim.nextOffer()).toMatchObject({ status: 'OPEN' });
  });

  test('a district that is closed for one of its ends takes bookings where a car is free (T5)', async () => {
    const [west, east] = [
      { name: '김포공항', latitude: 37.562, longitude: 126.8023 },
      { name: '염창역', latitude: 37.5469, longitude: 126.8749 }, // 6.6 km farther, in the same district
    ];
    const kim = await world.driver(east);
    const { id, customer } = await world.requested({ pickup: west });
    await world.comesTo(id, 'CANCELLED_BY_SYSTEM');
    expect((await world.request(customer, { pickup: west })).codes).toEqual(['NO_CAR_FREE']);
    expect((await world.request(customer, { pickup: east })).codes).toEqual([]);
    expect(await kim.nextOffer()).toMatchObject({ status: 'OPEN' });
  });

  test('when nobody takes it, the booking says so', async () => {
    const kim = await world.driver();
    const { id } = await world.requested();
    await world.decline(kim.viewer, (await kim.nextOffer())?.id);
    const { cancellation } = await world.comesTo(id, 'CANCELLED_BY_SYSTEM');
    expect(cancellation).toMatchObject({ reason: 'NOT_ANSWERED', retryAfterSeconds: 30 });
    // There was a car: the next customer may ask for it.
    await world.requested();
    expect(await kim.nextOffer()).toMatchObject({ status: 'DECLINED' });
    expect(await kim.nextOffer()).toMatchObject({ status: 'OPEN' });
  });

  test('nobody is asked to drive himself, and who drives books no taxi', async () => {
    const kim = await world.driver();
    const { id } = await world.requested({}, kim.viewer);
    await world.comesTo(id, 'CANCELLED_BY_SYSTEM');
    await world.empty();
    await kim.goOnline();
    await world.requested();
    const busy = await world.driver(northOf(cityHall, 100));
    await world.goOffline(kim.viewer);
    const offer = await busy.nextOffer();
    await world.accept(busy.viewer, offer?.id);
    expect((await world.request(busy.viewer)).codes).toEqual(['DRIVING']);
  });

  test('a driver who is too far away is not asked', async () => {
    await world.driver(northOf(cityHall, 6_000));
    const { id } = await world.requested({}, member());
    await world.comesTo(id, 'CANCELLED_BY_SYSTEM');
  });
});
