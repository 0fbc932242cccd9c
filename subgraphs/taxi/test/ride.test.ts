import { randomUUIDv7 } from 'node:crypto';
import { buses, until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openRideWorld, type RideWorld } from './ride-world.ts';
import { admin, cityHall, member, northOf, stranger } from './world.ts';

describe.each(buses)('a ride on $name', (kind) => {
  let world: RideWorld;
  beforeAll(async () => {
    world = await openRideWorld(kind);
  });
  afterAll(() => world.close());
  afterEach(() => world.empty());

  test('goes from boarding to a paid end, with the fare of where the car stands (T6, T12)', async () => {
    const { id, customer, viewer } = await world.dispatched();
    expect(await world.driverOf(viewer)).toMatchObject({ status: 'BOOKED', booking: { id }, offer: null });
    expect((await world.startRide(viewer, id)).value).toMatchObject({ id, status: 'IN_RIDE', bill: null });
    expect((await world.startRide(viewer, id)).value?.status).toBe('IN_RIDE');

    await world.report(viewer, northOf(cityHall, 1_000));
    const { value, codes } = await world.endRide(viewer, id);
    const charge = world.pay.charges.get(id);
    expect(codes).toEqual([]);
    expect(value).toMatchObject({
      status: 'COMPLETED',
      bill: { fare: charge?.amount },
      payment: { id: charge?.paymentId },
      paymentFailure: null,
    });
    expect(charge).toMatchObject({ customerId: customer.memberId, paymentMethodId: null });
    expect(value?.bill?.fare).toBeGreaterThanOrEqual(4_800);
    expect(value?.bill?.distanceMeters).toBeLessThan(2_000);
    expect(await world.facts(id)).toEqual([
      'TaxiRequested 1',
      'TaxiDispatching 2',
      'RideOffered 2',
      'TaxiDispatched 3',
      'RideStarted 4',
      'RideBilled 5',
      'RideCompleted 6',
    ]);
    expect(await world.driverOf(viewer)).toMatchObject({ status: 'FREE', booking: null });

    // Again it is the same ride, and nobody pays twice.
    expect((await world.endRide(viewer, id)).value).toEqual(value);
    expect(world.pay.asked.filter(({ rideId }) => rideId === id)).toHaveLength(1);
  });

  test('is billed to the drop-off when nobody knows where the car is', async () => {
    const { id, viewer } = await world.boarded();
    await world.emptyMap();
    const { value } = await world.endRide(viewer, id);
    expect(value?.status).toBe('COMPLETED');
    expect(value?.bill?.distanceMeters).toBeGreaterThan(8_000);
  });

  test.each([
    ['of a receiver without satellites', { latitude: 0, longitude: 0 }],
    ['next to the pole', { latitude: 89, longitude: 127 }],
  ])('is billed to where the car was last, not to a position %s', async (_words, nowhere) => {
    const { id, viewer } = await world.boarded();
    await world.report(viewer, northOf(cityHall, 1_000));
    expect((await world.report(viewer, nowhere)).codes).toEqual(['OUTSIDE_SERVICE_AREA']);
    const { value } = await world.endRide(viewer, id);
    expect(value?.bill?.distanceMeters).toBeLessThan(2_000);
    expect(await world.driverOf(viewer)).toMatchObject({ status: 'FREE', position: northOf(cityHall, 1_000) });
  });

  test('frees its driver for the next customer', async () => {
    const { viewer, id } = await world.boarded();
    await world.endRide(viewer, id);
    const next = await world.requested();
    await until(async () => (await world.driverOf(viewer))?.status === 'OFFERED');
    await world.cancel(next.customer, next.id);
  });

  test('belongs to its driver alone, and goes step by step', async () => {
    const { id, customer, viewer } = await world.offered();
    const other = member('DRIVER');
    for (const somebody of [other, customer, stranger, admin]) {
      expect((await world.startRide(somebody, id)).codes).toEqual(['BOOKING_NOT_FOUND']);
      expect((await world.endRide(somebody, id)).codes).toEqual(['BOOKING_NOT_FOUND']);
    }
    // Asked, but not accepted: it is not theirs yet.
    expect((await world.startRide(viewer, id)).codes).toEqual(['BOOKING_NOT_FOUND']);
    await world.accept(viewer, (await world.driverOf(viewer))?.offer?.id);
    expect((await world.endRide(viewer, id)).codes).toEqual(['NOT_IN_RIDE']);
    expect((await world.startRide(other, id)).codes).toEqual(['BOOKING_NOT_FOUND']);
    expect((await world.startRide(viewer, randomUUIDv7())).codes).toEqual(['BOOKING_NOT_FOUND']);
    expect((await world.endRide(viewer, 'no id')).codes).toEqual(['BOOKING_NOT_FOUND']);
    expect((await world.showRide(admin, id))?.status).toBe('DISPATCHED');

    await world.cancel(customer, id);
    await world.comesTo(id, 'CANCELLED_BY_CUSTOMER');
    expect((await world.startRide(viewer, id)).codes).toEqual(['NOT_DISPATCHED']);
    expect((await world.endRide(viewer, id)).codes).toEqual(['NOT_IN_RIDE']);
  });

  test('begins or is cancelled, whatever is first, never both (T8)', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id, customer, viewer } = await world.dispatched();
      const both = [() => world.startRide(viewer, id), () => world.cancel(customer, id)];
      await Promise.all((round % 2 === 0 ? both : both.toReversed()).map((act) => act()));
      const { status } = await world.comesTo(id, 'IN_RIDE', 'CANCELLED_BY_CUSTOMER');
      const occupied = { IN_RIDE: { status: 'BOOKED', booking: { id } } }[status] ?? { status: 'FREE', booking: null };
      expect(await world.driverOf(viewer)).toMatchObject(occupied);
      if (status === 'IN_RIDE') expect((await world.endRide(viewer, id)).value?.status).toBe('COMPLETED');
      await world.empty();
    }
  });
});
