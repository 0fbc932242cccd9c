import { buses, openFreezableProxy } from '@moa/testing';
import { expect, test } from 'vitest';
import { advanceBooking } from '../src/actions/advance-booking.ts';
import { openTaxi } from '../src/index.ts';
import { lockBooking } from '../src/persistence/bookings.ts';
import { admin, openWorld } from './world.ts';

test.each(buses)(
  'who is stopped while holding a booking delays its answer by seconds, over $name (T4)',
  { timeout: 40_000 },
  async (kind) => {
    const world = await openWorld(kind, { timing: { offerMs: 1_000, answerMs: 2_000, watchMs: 100 } });
    const wire = await openFreezableProxy(world.databaseUrl);
    const other = await openTaxi({ ...world.configFor(world.busUrl), databaseUrl: wire.url }, world);
    const kim = await world.driver();
    const { id } = await world.requested();
    await kim.nextOffer();

    const answered = Promise.withResolvers<void>();
    const holding = Promise.withResolvers<void>();
    const late = other.contextFor(admin).transaction(async (em) => {
      const booking = await lockBooking(em, id);
      wire.freeze();
      holding.resolve();
      await answered.promise;
      const now = new Date();
      return booking && advanceBooking(em, booking, { type: 'CancelAsked', at: now }, now);
    });
    const outcome = late.then(
      () => 'written',
      () => 'refused',
    );
    await holding.promise;
    expect(await world.comesTo(id, 'CANCELLED_BY_SYSTEM')).toMatchObject({ cancellation: { reason: 'NOT_ANSWERED' } });
    expect(await world.stateOf(kim.id)).toBe('FREE');
    // What the stopped one still wanted to write comes too late.
    wire.thaw();
    answered.resolve();
    expect(await outcome).toBe('refused');
    expect(await world.show(id)).toMatchObject({ status: 'CANCELLED_BY_SYSTEM' });

    await other.close();
    await wire.close();
    await world.close();
  },
);
