import { buses } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { busan, cityHall, gangnam, member, nobody, northOf, openWorld, type World } from './world.ts';

const [kind] = buses;
if (!kind) throw new Error('There is no bus to test on.');
const suwon = { name: '수원역', latitude: 37.2659, longitude: 126.9999 };

describe('asking for a taxi', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterEach(() => world.empty());
  afterAll(() => world?.close());

  test('tells fare and way, and how far the nearest car is (T1, T12)', async () => {
    await world.driver(northOf(cityHall, 500));
    const estimate = { fare: expect.any(Number), pickupSeconds: expect.any(Number) };
    const { booking } = await world.request(member(), { pickup: { ...cityHall, name: '  정문 앞 ' } });
    expect(booking).toMatchObject({ status: 'REQUESTED', estimate, driver: null, arrivesAt: null, cancellation: null });
    const { data } = await world.ask<{ taxiBooking: object }>(
      { kind: 'member', memberId: member().memberId, roles: ['ADMIN'] },
      `query ($id: ID!) { taxiBooking(id: $id) { pickup { name latitude } dropoff { name } requestedAt customer { id } } }`,
      { id: booking?.id },
    );
    expect(data?.taxiBooking).toMatchObject({
      pickup: { name: '정문 앞', latitude: cityHall.latitude },
      dropoff: { name: '강남역' },
    });
  });

  test('without a car near, the pick-up takes nobody knows how long', async () => {
    expect((await world.request(member())).booking?.estimate.pickupSeconds).toBeNull();
  });

  test.each([
    ['beyond the pole', { pickup: { ...cityHall, latitude: 91 } }, 'COORDINATES_INVALID', ['pickup']],
    ['1e308', { dropoff: { ...gangnam, longitude: 1e308 } }, 'COORDINATES_INVALID', ['dropoff']],
    ['-1e308', { pickup: { ...cityHall, longitude: -1e308 } }, 'COORDINATES_INVALID', ['pickup']],
    ['from Busan', { pickup: busan }, 'OUTSIDE_SERVICE_AREA', ['pickup']],
    ['to Busan', { dropoff: busan }, 'OUTSIDE_SERVICE_AREA', ['dropoff']],
    ['from Suwon, where rides may end only', { pickup: suwon }, 'OUTSIDE_SERVICE_AREA', ['pickup']],
    ['to where it begins', { dropoff: cityHall }, 'SAME_PLACE', ['dropoff']],
    ['49 metres', { dropoff: { name: '', ...northOf(cityHall, 49) } }, 'SAME_PLACE', ['dropoff']],
    ['a long name', { pickup: { ...cityHall, name: '가'.repeat(101) } }, 'PLACE_NAME_TOO_LONG', ['pickup', 'name']],
    ['no payment method', { paymentMethodId: 'cash' }, 'PAYMENT_METHOD_INVALID', ['paymentMethodId']],
    ['no key', { idempotencyKey: '' }, 'IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']],
    ['a long key', { idempotencyKey: 'k'.repeat(101) }, 'IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']],
    ['a key with NUL', { idempotencyKey: 'a\0b' }, 'IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']],
  ])('%s is refused', async (_name, trip, code, field) => {
    const { booking, userErrors } = await world.request(member(), trip);
    expect(booking).toBeNull();
    expect(userErrors).toEqual([
      { code, field, message: expect.stringMatching(/[가-힣].*[a-z]/), retryAfterSeconds: null },
    ]);
  });

  test('what is allowed at the edge', async () => {
    const odd = '\ud800한\0강';
    for (const trip of [
      { dropoff: suwon },
      { dropoff: { ...northOf(cityHall, 51) } },
      { pickup: { ...cityHall, name: `${'가'.repeat(100)} ` } },
      { pickup: { ...cityHall, name: odd } },
      { idempotencyKey: 'k'.repeat(100) },
    ]) {
      expect((await world.request(member(), trip)).codes).toEqual([]);
      await world.empty();
    }
  });

  test('everything that is wrong is told at once', async () => {
    const wrong = { pickup: busan, dropoff: busan, paymentMethodId: 'cash', idempotencyKey: '' };
    expect((await world.request(member(), wrong)).codes).toEqual([
      'OUTSIDE_SERVICE_AREA',
      'OUTSIDE_SERVICE_AREA',
      'SAME_PLACE',
      'PAYMENT_METHOD_INVALID',
      'IDEMPOTENCY_KEY_INVALID',
    ]);
  });

  test('one booking at a time; the same key gives the same booking, also while no car is free', async () => {
    const customer = member();
    const again = { idempotencyKey: 'once' };
    const { booking } = await world.request(customer, again);
    await world.comesTo(booking?.id ?? '', 'CANCELLED_BY_SYSTEM');
    expect((await world.request(customer)).codes).toEqual(['NO_CAR_FREE']);
    const repeated = await world.request(customer, again);
    expect(repeated).toMatchObject({ codes: [], booking: { id: booking?.id, status: 'CANCELLED_BY_SYSTEM' } });
    expect((await world.request(customer, { ...again, dropoff: suwon })).codes).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    // The key is the customer's own.
    await world.driver();
    expect((await world.request(member(), again)).booking?.id).not.toBe(booking?.id);

    await world.driver(northOf(cityHall, 100));
    expect((await world.request(customer)).codes).toEqual([]);
    expect((await world.request(customer)).codes).toEqual(['ALREADY_BOOKED']);
  });

  test('is for members; an estimate is for everybody', async () => {
    expect((await world.request(nobody)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    const estimate = (pickup: object) =>
      world.ask<{ taxiEstimate: object }>(
        nobody,
        `query ($from: TaxiPlaceInput!, $to: TaxiPlaceInput!) {
          taxiEstimate(pickup: $from, dropoff: $to) { fare distanceMeters durationSeconds pickupSeconds } }`,
        { from: pickup, to: gangnam },
      );
    const numbers = { fare: expect.any(Number), distanceMeters: expect.any(Number) };
    expect((await estimate(cityHall)).data?.taxiEstimate).toMatchObject({ ...numbers, pickupSeconds: null });
    const { errors } = await estimate(busan);
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/^pickup: .*60 km/), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
