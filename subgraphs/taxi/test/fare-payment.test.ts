import { randomUUIDv7 } from 'node:crypto';
import { buses, until } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { refusal } from './fake-pay.ts';
import { openRideWorld, type RideWorld } from './ride-world.ts';
import { admin } from './world.ts';

describe.each(buses)('the fare of a ride on $name', (kind) => {
  let world: RideWorld;
  beforeAll(async () => {
    world = await openRideWorld(kind);
  });
  afterAll(() => world.close());
  afterEach(async () => {
    world.pay.is('captures');
    await world.empty();
  });

  test('may be refused: the ride goes on, and is paid at the next try (T7)', async () => {
    world.pay.is('refuses');
    const { id, customer, viewer } = await world.boarded();
    const first = await world.endRide(viewer, id);
    expect(first.codes).toEqual(['PAYMENT_REFUSED']);
    expect(first.payload?.userErrors[0]?.message).toBe(refusal.message);
    expect(first.value).toMatchObject({ status: 'IN_RIDE', payment: null, paymentFailure: refusal });
    expect((await world.driverOf(viewer))?.status).toBe('BOOKED');

    // The same failure again wakes nobody; the fact that tells of it likewise.
    const facts = await world.facts(id);
    const version = await world.versionOf(id);
    await world.endRide(viewer, id);
    await world.hear({
      type: 'RidePaymentRefused',
      ...payment(id, first.value?.bill?.fare ?? 0, customer.memberId),
      reason: refusal.code,
      message: refusal.message,
    });
    expect(await world.versionOf(id)).toBe(version);
    expect(await world.facts(id)).toEqual(facts);

    world.pay.is('captures');
    const last = await world.endRide(viewer, id);
    expect(last.value).toMatchObject({ status: 'COMPLETED', bill: first.value?.bill, paymentFailure: null });
    expect(last.codes).toEqual([]);
  });

  test('may be pending: the ride waits, and is completed by the news of it', async () => {
    world.pay.is('pending');
    const { id, customer, viewer } = await world.boarded();
    const { value, codes } = await world.endRide(viewer, id);
    expect(codes).toEqual(['PAYMENT_PENDING']);
    expect(value?.status).toBe('IN_RIDE');

    const paid = { type: 'RidePaid', ...payment(id, value?.bill?.fare ?? 0, customer.memberId) };
    await world.hear(paid);
    expect(await world.showRide(admin, id)).toMatchObject({ status: 'COMPLETED', payment: { id: paid.paymentId } });
    expect((await world.driverOf(viewer))?.status).toBe('FREE');
    // Late or repeated news changes nothing.
    const version = await world.versionOf(id);
    await world.hear(paid);
    await world.hear({ ...paid, type: 'RidePaymentRefused', reason: 'LATE', message: 'late' });
    expect(await world.versionOf(id)).toBe(version);
    expect((await world.endRide(viewer, id)).value?.status).toBe('COMPLETED');
  });

  test('is charged once when nobody hears that it was, and the fact of it completes the ride', async () => {
    world.pay.is('mute');
    const { id, customer, viewer } = await world.boarded();
    const { value, codes } = await world.endRide(viewer, id);
    expect(codes).toEqual(['PAYMENT_UNAVAILABLE']);
    expect(value).toMatchObject({ status: 'IN_RIDE', paymentFailure: null });

    const charge = world.pay.charges.get(id);
    const { paymentId = '', amount = 0 } = charge ?? {};
    await world.hear({ type: 'RidePaid', ...payment(id, amount, customer.memberId), paymentId });
    expect(await world.showRide(admin, id)).toMatchObject({ status: 'COMPLETED', payment: { id: paymentId } });
    world.pay.is('captures');
    expect((await world.endRide(viewer, id)).value).toMatchObject({ status: 'COMPLETED', payment: { id: paymentId } });
    expect(amount).toBe(value?.bill?.fare);
    expect([...world.pay.charges.values()].filter(({ rideId }) => rideId === id)).toHaveLength(1);
  });

  test('is charged once when the ride is ended twenty times at once, and completes it once', async () => {
    const { id, viewer } = await world.boarded();
    const ends = await Promise.all(Array.from({ length: 20 }, () => world.endRide(viewer, id)));
    expect(new Set(ends.flatMap(({ codes }) => codes))).toEqual(new Set());
    expect(new Set(ends.map(({ value }) => JSON.stringify(value))).size).toBe(1);
    expect((await world.facts(id)).slice(-3).map((fact) => fact.split(' ')[0])).toEqual([
      'RideStarted',
      'RideBilled',
      'RideCompleted',
    ]);
    expect(new Set(world.pay.asked.filter(({ rideId }) => rideId === id).map(({ amount }) => amount)).size).toBe(1);
    expect((await world.driverOf(viewer))?.status).toBe('FREE');
  });

  test('is never left unpaid by a completed ride, not even by hand', async () => {
    const { id } = await world.boarded();
    const completing = world.sql.query(`update bookings set status = 'COMPLETED', completed_at = now() where id = $1`, [
      id,
    ]);
    await expect(completing).rejects.toThrow(/check constraint/);
  });
});

const payment = (rideId: string, amount: number, payerId: string) => ({
  paymentId: randomUUIDv7(),
  rideId,
  payerId,
  amount,
});

describe.each(buses)('a ride on $name while pay is down', (kind) => {
  let world: RideWorld;
  beforeAll(async () => {
    world = await openRideWorld(kind);
  });
  afterAll(() => world.close());

  test('is not completed; the breaker spares pay, lets it come back, and the ride is paid once (T7)', async () => {
    world.pay.is('down');
    const { id, viewer } = await world.boarded();
    for (let tries = 0; tries < 8; tries += 1) {
      const { value, codes } = await world.endRide(viewer, id);
      expect(codes).toEqual(['PAYMENT_UNAVAILABLE']);
      expect(value).toMatchObject({ status: 'IN_RIDE', bill: { fare: expect.any(Number) } });
    }
    expect(world.pay.asked).toHaveLength(5);

    world.pay.is('captures');
    await until(async () => (await world.endRide(viewer, id)).value?.status === 'COMPLETED');
    expect(world.pay.charges.size).toBe(1);
  });
});
