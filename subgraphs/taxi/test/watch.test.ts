import { type Bus, buses, type FreezableProxy, openFreezableProxy, until } from '@moa/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { member, openWorld, type World } from './world.ts';

describe.each(buses)('while nothing answers at the $name of queues and live log', (kind) => {
  let world: World;
  let wire: FreezableProxy;
  const shaky: Bus = {
    name: kind.name,
    open: async () => {
      const home = await kind.open();
      wire = await openFreezableProxy(home.url);
      const close = async () => {
        await wire.close();
        await home.close();
      };
      return { url: wire.url, close };
    },
  };
  beforeEach(async () => {
    const timing = { offerMs: 1_000, answerMs: 4_000, watchMs: 100, restMs: 500, settleMs: 300 };
    world = await openWorld(shaky, { timing });
  });
  afterEach(async () => {
    wire?.thaw();
    await world?.close();
  });

  test('a booking is taken, and answered in time (T1, T4)', async () => {
    wire.freeze();
    const customer = member();
    const { booking, codes } = await world.request(customer);
    expect({ status: booking?.status, codes }).toEqual({ status: 'REQUESTED', codes: [] });
    const { cancellation } = await world.comesTo(booking?.id ?? '', 'CANCELLED_BY_SYSTEM');
    expect(cancellation).toMatchObject({ reason: 'NO_CAR' });
  });

  test.runIf(kind.name === 'postgres')('with a map of its own, a driver is asked all the same', async () => {
    const kim = await world.driver();
    wire.freeze();
    const { id } = await world.requested();
    await until(async () => (await world.stateOf(kim.id)) === 'OFFERED');
    const { rows } = await world.sql.query<{ id: string }>('select offer_id as id from drivers');
    expect((await world.accept(kim.viewer, rows[0]?.id)).codes).toEqual([]);
    expect(await world.show(id)).toMatchObject({ status: 'DISPATCHED' });
  });

  test('an offer ends, and its driver is free', async () => {
    const kim = await world.driver();
    const { id } = await world.requested();
    await kim.nextOffer();
    wire.freeze();
    await until(async () => (await world.stateOf(kim.id)) === 'FREE');
    expect((await world.comesTo(id, 'CANCELLED_BY_SYSTEM')).cancellation).toMatchObject({ reason: 'NOT_ANSWERED' });
  });

  test('a cancellation is settled', async () => {
    const kim = await world.driver();
    const { id, customer } = await world.requested();
    await world.accept(kim.viewer, (await kim.nextOffer())?.id);
    wire.freeze();
    expect((await world.cancel(customer, id)).codes).toEqual([]);
    await world.comesTo(id, 'CANCELLED_BY_CUSTOMER');
    expect(await world.stateOf(kim.id)).toBe('FREE');
  });
});
