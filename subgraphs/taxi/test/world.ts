import { randomUUIDv7 } from 'node:crypto';
import { migrate } from '@moa/database';
import { generateKey, type Role, type Viewer } from '@moa/identity';
import { serveSubgraph } from '@moa/subgraph/testing';
import { type Bus, freshDatabase, until } from '@moa/testing';
import pg from 'pg';
import { database, openTaxi, type TaxiConfig } from '../src/index.ts';

export type Member = Extract<Viewer, { kind: 'member' }>;
export const member = (...roles: readonly Role[]): Member => ({
  kind: 'member',
  memberId: randomUUIDv7(),
  roles: ['MEMBER', ...roles],
});
export const admin = member('ADMIN');
export const stranger = member();
export const nobody: Viewer = { kind: 'anonymous' };

export const cityHall = { name: '서울시청', latitude: 37.5663, longitude: 126.9779 };
export const gangnam = { name: '강남역', latitude: 37.4979, longitude: 127.0276 };
export const busan = { name: '부산역', latitude: 35.1151, longitude: 129.0414 };
/** A spot so many metres north of another one. */
export const northOf = ({ latitude, longitude }: { latitude: number; longitude: number }, meters: number) => ({
  latitude: latitude + meters / 111_195,
  longitude,
});

export type Seen = {
  id: string;
  status: string;
  driver: { member: { id: string }; plate: string; phone: string } | null;
  arrivesAt: string | null;
  estimate: { fare: number; pickupSeconds: number | null };
  cancellation: { reason: string; message: string; retryAfterSeconds: number | null } | null;
};
export type Offer = { id: string; status: string; pickupDistanceMeters: number; expiresAt: string };
type UserError = { code: string; field: string[] | null; message: string; retryAfterSeconds?: number | null };
export type Trip = { readonly pickup?: object; readonly dropoff?: object; readonly [field: string]: unknown };

const shown = `id status driver { member { id } plate phone } arrivesAt estimate { fare pickupSeconds }
  cancellation { reason message retryAfterSeconds }`;
const offerShown = 'id status pickupDistanceMeters expiresAt';

/** The taxi subgraph with a database and a bus of its own, and what people ask of it. */
export async function openWorld(kind: Bus, config: Partial<TaxiConfig> = {}, clock: () => Date = () => new Date()) {
  const books = await freshDatabase({ name: 'taxi', migrate: (url) => migrate(url, database) });
  const { privateKey } = await generateKey('taxi');
  const configFor = (busUrl: string): TaxiConfig => ({
    databaseUrl: books.url,
    mapUrl: kind.name === 'redis' ? busUrl : books.url,
    payUrl: 'http://127.0.0.1:9/graphql', // nobody is there
    identityKey: privateKey,
    rideHistory: false,
    ...config,
  });
  const served = await serveSubgraph(kind, (ground) => openTaxi(configFor(ground.busUrl), { ...ground, clock }));
  const sql = new pg.Pool({ connectionString: books.url, max: 2 });
  sql.on('error', () => undefined); // the database may be dropped before the pool's last goodbye

  const mutate = async <Result extends { userErrors: UserError[] }>(
    viewer: Viewer,
    { name, input, shows }: { readonly name: string; readonly input: object; readonly shows: string },
  ) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const { data, errors } = await served.ask<{ [name: string]: Result }>(
      viewer,
      `mutation ($input: ${type}) { ${name}(input: $input) { ${shows} } }`,
      { input },
    );
    return { payload: data?.[name], codes: data?.[name]?.userErrors.map(({ code }) => code), errors };
  };
  const ofBooking = (name: string, key: 'bookingId' | 'offerId') => async (viewer: Viewer, id: string | undefined) => {
    const { payload, codes, errors } = await mutate<{ booking: Seen | null; userErrors: UserError[] }>(viewer, {
      name,
      input: { [key]: id },
      shows: `booking { ${shown} } userErrors { code field message }`,
    });
    return { booking: payload?.booking, codes, errors };
  };

  const request = async (viewer: Viewer, { pickup = cityHall, dropoff = gangnam, ...rest }: Trip = {}) => {
    const { payload, codes, errors } = await mutate<{ booking: Seen | null; userErrors: UserError[] }>(viewer, {
      name: 'requestTaxi',
      input: { pickup, dropoff, idempotencyKey: randomUUIDv7(), ...rest },
      shows: `booking { ${shown} } userErrors { code field message retryAfterSeconds }`,
    });
    return { booking: payload?.booking, userErrors: payload?.userErrors, codes, errors };
  };
  /** A booking just made, by somebody new unless said otherwise. */
  const requested = async (trip: Trip = {}, customer: Member = member()) => {
    const { booking, userErrors, errors } = await request(customer, trip);
    if (!booking) throw new Error(`No booking was made: ${JSON.stringify(userErrors ?? errors)}`);
    return { id: booking.id, customer };
  };
  const show = async (id: string, viewer: Viewer = admin): Promise<Seen | null> => {
    const { data } = await served.ask<{ taxiBooking: Seen | null }>(
      viewer,
      `query ($id: ID!) { taxiBooking(id: $id) { ${shown} } }`,
      { id },
    );
    return data?.taxiBooking ?? null;
  };
  const watchBooking = async (viewer: Viewer, bookingId: string) => {
    const events = await served.watch<{ taxiBookingChanged: Seen }>(
      viewer,
      `subscription ($id: ID!) { taxiBookingChanged(bookingId: $id) { ${shown} } }`,
      { id: bookingId },
    );
    const next = async () => {
      const { value } = await events.next();
      if (value?.errors) throw new Error(String(value.errors[0]?.extensions?.code));
      return value?.data?.taxiBookingChanged;
    };
    return { next, close: events.close };
  };

  /** A driver with a car, who takes rides around the spot and hears what is offered. */
  const driver = async (at: { latitude: number; longitude: number } = cityHall, viewer: Member = member('DRIVER')) => {
    const plate = `서울 31 바 ${viewer.memberId.slice(-4).replaceAll(/[a-f]/g, '7')}`;
    const errors = 'userErrors { code field message }';
    const registration = await mutate(viewer, {
      name: 'registerDriver',
      input: { plate, phone: '010-1234-5678' },
      shows: errors,
    });
    const goOnline = (spot: { latitude: number; longitude: number } = at) =>
      mutate(viewer, {
        name: 'goOnline',
        input: { latitude: spot.latitude, longitude: spot.longitude },
        shows: errors,
      });
    const { codes = registration.codes } = await goOnline();
    if (codes?.length !== 0) throw new Error(`The driver is not online: ${codes}`);
    const events = await served.watch<{ rideOffered: Offer }>(viewer, `subscription { rideOffered { ${offerShown} } }`);
    drivers.push({ viewer, events });
    return {
      viewer,
      id: viewer.memberId,
      plate,
      goOnline,
      nextOffer: async () => (await events.next()).value?.data?.rideOffered,
    };
  };
  const drivers: { viewer: Member; events: { close(): Promise<void> } }[] = [];

  const decline = async (viewer: Viewer, offerId: string | undefined) => {
    const { payload, codes, errors } = await mutate<{ offer: Offer | null; userErrors: UserError[] }>(viewer, {
      name: 'declineRide',
      input: { offerId },
      shows: `offer { ${offerShown} } userErrors { code field message }`,
    });
    return { offer: payload?.offer, codes, errors };
  };
  /** How long the nearest free car would take to the City Hall; null when there is none. */
  const secondsToPickup = async () => {
    const { data } = await served.ask<{ taxiEstimate: { pickupSeconds: number | null } }>(
      nobody,
      'query ($from: TaxiPlaceInput!, $to: TaxiPlaceInput!) { taxiEstimate(pickup: $from, dropoff: $to) { pickupSeconds } }',
      { from: cityHall, to: gangnam },
    );
    return data?.taxiEstimate.pickupSeconds;
  };
  const goOffline = (viewer: Viewer) =>
    mutate(viewer, { name: 'goOffline', input: {}, shows: 'userErrors { code field message }' });

  const world = {
    ...served,
    databaseUrl: books.url,
    configFor,
    sql,
    request,
    requested,
    show,
    watchBooking,
    driver,
    decline,
    goOffline,
    accept: ofBooking('acceptRide', 'offerId'),
    cancel: ofBooking('cancelTaxi', 'bookingId'),
    start: ofBooking('startRide', 'bookingId'),
    /** Waits until a booking is in one of the states. */
    comesTo: (id: string, ...statuses: readonly string[]) =>
      until(async () => {
        const booking = await show(id);
        return booking && statuses.includes(booking.status) ? booking : undefined;
      }),
    /** How the driver's own row stands. */
    stateOf: async (driverId: string) => {
      const { rows } = await sql.query<{ state: string }>('select state from drivers where id = $1', [driverId]);
      return rows[0]?.state;
    },
    /** The facts that were published of a booking, with their versions. */
    facts: async (bookingId: string): Promise<string[]> => {
      const { rows } = await sql.query<{ topic: string; version: number }>(
        `select topic, (payload->'version')::int as version from outbox
         where kind = 'fact' and payload->>'bookingId' = $1 order by id`,
        [bookingId],
      );
      return rows.map(({ topic, version }) => `${topic} ${version}`);
    },
    /** Nobody wants a taxi any more and everybody goes home, so that the next test finds an empty city. */
    async empty() {
      const { rows } = await sql.query<{ id: string; customer: string }>(
        `select id, customer_id as customer from bookings
         where status in ('REQUESTED', 'DISPATCHING', 'DISPATCHED', 'CANCEL_REQUESTED')`,
      );
      for (const { id, customer } of rows) {
        await world.cancel({ kind: 'member', memberId: customer, roles: ['MEMBER'] }, id);
        await world.comesTo(id, 'CANCELLED_BY_CUSTOMER', 'CANCELLED_BY_SYSTEM');
      }
      for (const { viewer, events } of drivers.splice(0)) {
        await goOffline(viewer);
        await events.close();
      }
      await sql.query('delete from supply_breakers');
      // The map hears of it a moment later.
      await until(async () => (await secondsToPickup()) === null);
    },
    async close() {
      await Promise.all(drivers.map(({ events }) => events.close()));
      await served.close();
      await sql.end();
      await books.drop();
    },
  };
  return world;
}
export type World = Awaited<ReturnType<typeof openWorld>>;
