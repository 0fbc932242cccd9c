import type { Viewer } from '@moa/identity';
import { buses } from '@moa/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { admin, member, nobody, openWorld, stranger, type World } from './world.ts';

const [kind] = buses;
if (!kind) throw new Error('There is no bus to test on.');

describe('what is seen of a booking', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterEach(() => world.empty());
  afterAll(() => world?.close());

  const entity = async (id: string, viewer: Viewer) => {
    const { data } = await world.ask<{ _entities: [{ status: string } | null] }>(
      viewer,
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on TaxiBooking { status } } }',
      { r: [{ __typename: 'TaxiBooking', id }] },
    );
    return data?._entities[0];
  };

  test('customer, its driver and administrators see it; for others it is not there', async () => {
    const [kim, lee] = [await world.driver(), await world.driver()];
    const { id, customer } = await world.requested();
    const [asked, other] = await Promise.race([
      kim.nextOffer().then((offer) => [{ driver: kim, offer }, lee] as const),
      lee.nextOffer().then((offer) => [{ driver: lee, offer }, kim] as const),
    ]);
    // Who is merely asked does not see the customer's booking.
    expect(await world.show(id, asked.driver.viewer)).toBeNull();
    await world.accept(asked.driver.viewer, asked.offer?.id);
    for (const viewer of [customer, asked.driver.viewer, admin]) {
      expect(await world.show(id, viewer)).toMatchObject({ status: 'DISPATCHED' });
      expect(await entity(id, viewer)).toMatchObject({ status: 'DISPATCHED' });
    }
    for (const viewer of [stranger, other.viewer, nobody, { kind: 'service', name: 'order' } as const]) {
      expect(await world.show(id, viewer)).toBeNull();
      expect(await entity(id, viewer)).toBeNull();
    }
    expect(await world.show('no id')).toBeNull();
    for (const viewer of [stranger, other.viewer]) {
      const live = await world.watchBooking(viewer, id);
      await expect(live.next()).rejects.toThrow('NOT_FOUND');
      await live.close();
    }
  });

  test('a member lists bookings in pages, all of them or of one status; nobody else does', async () => {
    const customer = member();
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      ids.unshift((await world.requested({}, customer)).id);
      await world.comesTo(ids[0] ?? '', 'CANCELLED_BY_SYSTEM');
      await world.empty();
    }
    await world.driver();
    ids.unshift((await world.requested({}, customer)).id);
    type Page = { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    const list = async (viewer: Viewer, page: string) => {
      const { data } = await world.ask<{ _entities: [{ taxiBookings: Page | null }] }>(
        viewer,
        `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member {
          taxiBookings(${page}) { nodes { id } pageInfo { hasNextPage endCursor } } } } }`,
        { r: [{ __typename: 'Member', id: customer.memberId }] },
      );
      return data?._entities[0]?.taxiBookings;
    };
    const first = await list(customer, 'first: 3');
    expect(first).toMatchObject({ nodes: ids.slice(0, 3).map((id) => ({ id })), pageInfo: { hasNextPage: true } });
    const rest = await list(customer, `first: 3, after: "${first?.pageInfo.endCursor}"`);
    expect(rest).toMatchObject({ nodes: [{ id: ids[3] }], pageInfo: { hasNextPage: false } });
    const cancelled = await list(admin, 'first: 9, status: CANCELLED_BY_SYSTEM');
    expect(cancelled?.nodes.map(({ id }) => id)).toEqual(ids.slice(1));
    expect(await list(stranger, 'first: 3')).toBeNull();
  });
});
