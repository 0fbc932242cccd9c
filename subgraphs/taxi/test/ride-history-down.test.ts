import type { Viewer } from '@moa/identity';
import { type Bus, buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTaxi } from '../src/index.ts';
import { openFakePay } from './fake-pay.ts';
import { admin, member, nobody, openWorld, stranger } from './world.ts';

/** Taxi without anybody who keeps the ride history, until somebody does. */
async function openWithoutHistory(kind: Bus) {
  const pay = await openFakePay();
  const world = await openWorld(kind, { payUrl: pay.url, rideHistory: false });
  const keepers: { close(): Promise<void> }[] = [];

  const end = async (viewer: Viewer, bookingId: string) => {
    const { data } = await world.ask<{ endRide: { booking: { status: string } | null } }>(
      viewer,
      'mutation ($input: EndRideInput!) { endRide(input: $input) { booking { status } } }',
      { input: { bookingId } },
    );
    return data?.endRide.booking?.status;
  };
  const shown = `booking { id status } bookingStatus dispatchStatus paymentStatus pickup { name } dropoff { name }
    driver { member { id } plate phone } fare`;
  type Page = { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } } | null;
  const pageOf = async (viewer: Viewer, id: string, page: string): Promise<Page | undefined> => {
    const { data } = await world.ask<{ _entities: [{ rideHistory: Page }] }>(
      viewer,
      `query ($r: [_Any!]!) { _entities(representations: $r) {
        ... on Member { rideHistory(${page}) { nodes { ${shown} } pageInfo { hasNextPage endCursor } } }
      } }`,
      { r: [{ __typename: 'Member', id }] },
    );
    return data?._entities[0].rideHistory;
  };
  return {
    ...world,
    end,
    pageOf,
    historyOf: async (viewer: Viewer, id: string, as: 'CUSTOMER' | 'DRIVER') => {
      const page = await pageOf(viewer, id, `as: ${as}`);
      return page ? page.nodes : page;
    },
    keepHistory: async () => {
      keepers.push(await openTaxi({ ...world.configFor(world.busUrl), rideHistory: true }, world));
    },
    /** Everything that taxi said by now is remembered. */
    caughtUp: () =>
      until(async () => {
        const { rows } = await world.sql.query<{ said: number; heard: number }>(
          `select (select count(*) from outbox where kind = 'fact' and topic <> 'RideOffered')::integer as said,
             (select count(*) from inbox where message_id like 'ride-history:%')::integer as heard`,
        );
        return rows[0]?.said === rows[0]?.heard;
      }),
    async close() {
      for (const keeper of keepers) await keeper.close();
      await world.close();
      await pay.close();
    },
  };
}

describe.each(buses)('while nobody keeps the ride history, over $name', (kind) => {
  let world: Awaited<ReturnType<typeof openWithoutHistory>>;
  beforeAll(async () => {
    world = await openWithoutHistory(kind);
  });
  afterAll(() => world.close());

  const customer = member();
  type Driver = Awaited<ReturnType<typeof world.driver>>;
  /** A booking that the driver has accepted. */
  const dispatchedTo = async (driver: Driver) => {
    const { id } = await world.requested({}, customer);
    const offer = await driver.nextOffer();
    expect(await world.accept(driver.viewer, offer?.id)).toMatchObject({ booking: { status: 'DISPATCHED' } });
    await driver.nextOffer(); // that it is accepted
    return id;
  };

  test('rides go on to their end, and are remembered by whoever keeps it later (T10)', async () => {
    const driver = await world.driver();
    const first = await dispatchedTo(driver);
    expect(await world.start(driver.viewer, first)).toMatchObject({ booking: { status: 'IN_RIDE' } });
    expect(await world.end(driver.viewer, first)).toBe('COMPLETED');
    const second = await dispatchedTo(driver);
    expect(await world.historyOf(customer, customer.memberId, 'CUSTOMER')).toEqual([]);
    expect(await world.historyOf(driver.viewer, driver.id, 'DRIVER')).toEqual([]);

    await world.keepHistory();
    await world.caughtUp();
    const ride = {
      pickup: { name: '서울시청' },
      dropoff: { name: '강남역' },
      driver: { member: { id: driver.id }, plate: driver.plate, phone: '010-1234-5678' },
      fare: expect.any(Number),
    };
    const remembered = [
      {
        ...ride,
        booking: { id: second, status: 'DISPATCHED' },
        bookingStatus: 'DISPATCHED',
        dispatchStatus: 'ON_THE_WAY',
        paymentStatus: 'NOT_DUE',
      },
      {
        ...ride,
        booking: { id: first, status: 'COMPLETED' },
        bookingStatus: 'COMPLETED',
        dispatchStatus: 'DONE',
        paymentStatus: 'CAPTURED',
      },
    ];
    expect(await world.historyOf(customer, customer.memberId, 'CUSTOMER')).toEqual(remembered);
    expect(await world.historyOf(driver.viewer, driver.id, 'DRIVER')).toEqual(remembered);
    expect(await world.historyOf(customer, customer.memberId, 'DRIVER')).toEqual([]);

    const page = await world.pageOf(customer, customer.memberId, 'first: 1');
    expect(page).toMatchObject({ nodes: [{ booking: { id: second } }], pageInfo: { hasNextPage: true } });
    const next = await world.pageOf(customer, customer.memberId, `first: 1, after: "${page?.pageInfo.endCursor}"`);
    expect(next).toMatchObject({ nodes: [{ booking: { id: first } }], pageInfo: { hasNextPage: false } });
  });

  test('only oneself and administrators read it', async () => {
    expect(await world.historyOf(admin, customer.memberId, 'CUSTOMER')).toHaveLength(2);
    for (const viewer of [member('DRIVER'), stranger, nobody]) {
      expect(await world.historyOf(viewer, customer.memberId, 'CUSTOMER')).toBeNull();
    }
  });
});
