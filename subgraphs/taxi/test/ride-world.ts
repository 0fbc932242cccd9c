import { randomUUIDv7 } from 'node:crypto';
import type { Viewer } from '@moa/identity';
import { factQueue } from '@moa/outbox';
import { type Bus, until } from '@moa/testing';
import { Redis } from 'ioredis';
import type { TaxiConfig } from '../src/index.ts';
import { openFakePay } from './fake-pay.ts';
import { type Member, member, openWorld } from './world.ts';

export type Spot = { latitude: number; longitude: number };
export type Ride = {
  id: string;
  status: string;
  bill: { fare: number; distanceMeters: number; durationSeconds: number } | null;
  payment: { id: string } | null;
  paymentFailure: { code: string; message: string } | null;
  driver: { plate: string; phone: string } | null;
};
export type Driver = {
  plate: string;
  phone: string;
  status: string;
  position: Spot | null;
  offer: { id: string } | null;
  booking: { id: string } | null;
};
type UserError = { code: string; field: string[] | null; message: string };

const ride = `id status bill { fare distanceMeters durationSeconds } payment { id } paymentFailure { code message }
  driver { plate phone }`;
const driver = 'plate phone status position { latitude longitude } offer { id } booking { id }';

/** Taxi with a pay that does as it is told, and what drivers do. */
export async function openRideWorld(kind: Bus, config: Partial<TaxiConfig> = {}) {
  const pay = await openFakePay();
  const world = await openWorld(kind, { payUrl: pay.url, ...config });

  const mutation =
    <Value>(name: string, result: string, shown: string) =>
    async (viewer: Viewer, input: object = {}) => {
      const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
      const { data, errors } = await world.ask<{ [name: string]: { userErrors: UserError[] } }>(
        viewer,
        `mutation ($input: ${type}) { ${name}(input: $input) { ${result} { ${shown} } userErrors { code field message } } }`,
        { input },
      );
      const payload = data?.[name];
      const value = (payload as { [result: string]: unknown } | undefined)?.[result]; // as the document above asks for it
      return {
        value: value as Value | null | undefined,
        codes: payload?.userErrors.map(({ code }) => code),
        payload,
        errors,
      };
    };
  const ofBooking = (name: string) => {
    const mutate = mutation<Ride>(name, 'booking', ride);
    return (viewer: Viewer, bookingId: string) => mutate(viewer, { bookingId });
  };

  /** The member as a driver, as the member sees it. */
  const driverOf = async (viewer: Member): Promise<Driver | null> => {
    const { data } = await world.ask<{ _entities: [{ driver: Driver | null }] }>(
      viewer,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Member { driver { ${driver} } } } }`,
      { r: [{ __typename: 'Member', id: viewer.memberId }] },
    );
    return data?._entities[0]?.driver ?? null;
  };
  const showRide = async (viewer: Viewer, id: string): Promise<Ride | null> => {
    const { data } = await world.ask<{ taxiBooking: Ride | null }>(
      viewer,
      `query ($id: ID!) { taxiBooking(id: $id) { ${ride} } }`,
      { id },
    );
    return data?.taxiBooking ?? null;
  };
  const follow = (viewer: Viewer, bookingId: string) =>
    world.watch<{ taxiPosition: Spot }>(
      viewer,
      'subscription ($id: ID!) { taxiPosition(bookingId: $id) { latitude longitude } }',
      { id: bookingId },
    );

  /** A customer whose ride a driver is being asked to take. */
  const offered = async (customer: Member = member()) => {
    const { nextOffer, viewer } = await world.driver();
    const { id } = await world.requested({}, customer);
    return { id, customer, viewer, offerId: (await nextOffer())?.id };
  };
  /** A driver on the way to a customer. */
  const dispatched = async (customer?: Member) => {
    const { offerId, ...parties } = await offered(customer);
    await world.accept(parties.viewer, offerId);
    return parties;
  };
  const startRide = ofBooking('startRide');
  /** The customer in the car. */
  const boarded = async (customer?: Member) => {
    const parties = await dispatched(customer);
    await startRide(parties.viewer, parties.id);
    return parties;
  };
  /** Puts a fact into the queue and waits until it was worked off. */
  const hear = async (fact: { type: string; [field: string]: unknown }, id = `elsewhere-${randomUUIDv7()}`) => {
    await world.bus.jobs.add(factQueue('taxi'), [{ id, name: fact.type, data: { version: 1, ...fact } }]);
    await until(async () => (await world.bus.jobs.stateOf(factQueue('taxi'), [id])).get(id) === 'done');
  };

  const versionOf = async (bookingId: string): Promise<number> =>
    (await world.sql.query('select version from bookings where id = $1', [bookingId])).rows[0].version;

  /** The map loses everybody. */
  const emptyMap = async () => {
    if (kind.name === 'postgres') return void (await world.sql.query('truncate driver_positions'));
    const redis = new Redis(world.busUrl);
    for (const key of await redis.keys('{taxi}:*')) await redis.del(key);
    redis.disconnect();
  };

  return {
    ...world,
    pay,
    emptyMap,
    versionOf,
    register: mutation<Driver>('registerDriver', 'driver', driver),
    goOnline: mutation<Driver>('goOnline', 'driver', driver),
    goOffline: mutation<Driver>('goOffline', 'driver', driver),
    report: mutation<Spot & { at: string }>('reportPosition', 'position', 'latitude longitude at'),
    startRide,
    endRide: ofBooking('endRide'),
    driverOf,
    showRide,
    follow,
    offered,
    dispatched,
    boarded,
    hear,
    async close() {
      await world.close();
      await pay.close();
    },
  };
}
export type RideWorld = Awaited<ReturnType<typeof openRideWorld>>;
