import { randomUUIDv7 } from 'node:crypto';
import { buses } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWorld, stranger, type World } from './world.ts';

describe.each(buses)('cancelling on $name', (kind) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterEach(() => world.empty());
  afterAll(() => world?.close());

  test('while a driver is asked: the offer is withdrawn, and the driver free (T8)', async () => {
    const kim = await world.driver();
    const { id, customer } = await world.requested();
    const offer = await kim.nextOffer();
    const live = await world.watchBooking(customer, id);
    expect(await live.next()).toMatchObject({ status: 'DISPATCHING' });
    expect(await world.cancel(customer, id)).toMatchObject({ codes: [], booking: { status: 'CANCEL_REQUESTED' } });
    expect(await live.next()).toMatchObject({ status: 'CANCEL_REQUESTED', cancellation: null });
    const cancellation = { reason: 'CUSTOMER', retryAfterSeconds: null };
    expect(await live.next()).toMatchObject({ status: 'CANCELLED_BY_CUSTOMER', cancellation, driver: null });
    await live.close();
    expect(await kim.nextOffer()).toMatchObject({ id: offer?.id, status: 'WITHDRAWN' });
    expect((await world.accept(kim.viewer, offer?.id)).codes).toEqual(['OFFER_WITHDRAWN']);
    expect((await world.decline(kim.viewer, offer?.id)).codes).toEqual(['OFFER_WITHDRAWN']);
    expect(await world.stateOf(kim.id)).toBe('FREE');
    // Again it says the same.
    expect(await world.cancel(customer, id)).toMatchObject({ codes: [], booking: { status: 'CANCELLED_BY_CUSTOMER' } });
    expect(await world.facts(id)).toEqual([
      'TaxiRequested 1',
      'TaxiDispatching 2',
      'RideOffered 2',
      'TaxiCancelRequested 3',
      'TaxiCancelledByCustomer 4',
    ]);
  });

  test('while a driver is on the way: the driver is free at once for the next one (T8)', async () => {
    const kim = await world.driver();
    const { id, customer } = await world.requested();
    await world.accept(kim.viewer, (await kim.nextOffer())?.id);
    await kim.nextOffer();
    expect((await world.cancel(customer, id)).codes).toEqual([]);
    const ended = await world.comesTo(id, 'CANCELLED_BY_CUSTOMER');
    expect(ended.driver?.member.id).toBe(kim.id); // who was on the way sees that it is off
    expect(await world.stateOf(kim.id)).toBe('FREE');
    expect((await world.start(kim.viewer, id)).codes).toEqual(['NOT_DISPATCHED']);
    await world.requested({}, customer);
    expect(await kim.nextOffer()).toMatchObject({ status: 'OPEN' });
  });

  test('is refused once the customer is in the car, and after the end', async () => {
    const kim = await world.driver();
    const { id, customer } = await world.requested();
    await world.accept(kim.viewer, (await kim.nextOffer())?.id);
    await world.start(kim.viewer, id);
    expect(await world.cancel(customer, id)).toMatchObject({ booking: null, codes: ['RIDE_HAS_BEGUN'] });
    expect(await world.show(id)).toMatchObject({ status: 'IN_RIDE' });

    const lonely = await world.requested({ pickup: { latitude: 37.6541, longitude: 127.0568 } });
    await world.comesTo(lonely.id, 'CANCELLED_BY_SYSTEM');
    expect((await world.cancel(lonely.customer, lonely.id)).codes).toEqual(['BOOKING_HAS_ENDED']);
  });

  test("somebody else's booking looks like none", async () => {
    const kim = await world.driver();
    const { id } = await world.requested();
    await world.accept(kim.viewer, (await kim.nextOffer())?.id);
    for (const [viewer, bookingId] of [
      [stranger, id],
      [kim.viewer, id],
      [stranger, randomUUIDv7()],
      [stranger, 'no id'],
    ] as const) {
      expect((await world.cancel(viewer, bookingId)).codes).toEqual(['BOOKING_NOT_FOUND']);
    }
    expect(await world.show(id)).toMatchObject({ status: 'DISPATCHED' });
  });
});
