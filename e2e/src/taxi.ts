import { demoCrowd } from '@moa/db/demo';
import { type Subscription, until } from '@moa/testing';
import { closing } from './closing.ts';
import { mutate, payloadOf } from './mutate.ts';
import type { Person } from './person.ts';

/** The taxi flow in the words of its people, over the public graph. */

export type Spot = { readonly name: string; readonly latitude: number; readonly longitude: number };

/** Every field that tells how a booking stands, from three subgraphs. */
export const bookingFields = `
  id status
  customer { name }
  pickup { name latitude longitude } dropoff { name latitude longitude }
  estimate { fare distanceMeters durationSeconds pickupSeconds }
  driver { member { name } plate phone } arrivesAt
  bill { fare distanceMeters durationSeconds surchargePercent }
  payment { status amount } paymentFailure { code message }
  cancellation { reason message retryAfterSeconds }
`;

export type BookingShown = {
  id: string;
  status: string;
  customer: { name: string };
  pickup: Spot;
  dropoff: Spot;
  estimate: { fare: number; distanceMeters: number; durationSeconds: number; pickupSeconds: number | null };
  driver: { member: { name: string }; plate: string; phone: string } | null;
  arrivesAt: string | null;
  bill: { fare: number; distanceMeters: number; durationSeconds: number; surchargePercent: number } | null;
  payment: { status: string; amount: number } | null;
  paymentFailure: { code: string; message: string } | null;
  cancellation: { reason: string; message: string; retryAfterSeconds: number | null } | null;
};

export type OfferShown = {
  id: string;
  status: string;
  pickup: Spot;
  dropoff: Spot;
  estimatedFare: number;
  pickupDistanceMeters: number;
};

/** The e-mails of demo people who drive. */
export const driverEmails: readonly string[] = demoCrowd.drivers.map(({ email }) => email);

type Codes = { readonly codes: readonly string[] };

let keys = 0;

export type Requested = Codes & { readonly booking: BookingShown | null; readonly retryAfterSeconds: number | null };

/** Asks for a taxi with the payment method that the customer saved first. `more` is put into the input. */
export async function requestTaxi(
  customer: Person,
  { pickup, dropoff }: { readonly pickup: Spot; readonly dropoff: Spot },
  more: object = {},
): Promise<Requested> {
  keys += 1;
  const input = { pickup, dropoff, idempotencyKey: `e2e-${process.pid}-${keys}`, ...more };
  const { booking, userErrors } = await payloadOf<{
    booking: BookingShown | null;
    userErrors: { code: string; retryAfterSeconds: number | null }[];
  }>(customer, 'requestTaxi', input, `booking { ${bookingFields} } userErrors { retryAfterSeconds }`);
  const codes = userErrors.map(({ code }) => code);
  return { booking, codes, retryAfterSeconds: userErrors[0]?.retryAfterSeconds ?? null };
}

/** A change to a booking that is there: its status then, and the refusals. */
const ofBooking =
  (field: string) =>
  async (person: Person, bookingId: string): Promise<Codes & { readonly booking: BookingShown | null }> => {
    const selection = `booking { ${bookingFields} }`;
    const { booking, codes } = await mutate<{ booking: BookingShown | null }>(person, field, { bookingId }, selection);
    return { booking, codes };
  };

export const cancelTaxi = ofBooking('cancelTaxi');
/** The customer is in the car. */
export const startRide = ofBooking('startRide');
/** The customer gets out, and pays. */
export const endRide = ofBooking('endRide');

export async function acceptRide(driver: Person, offerId: string) {
  const selection = `booking { ${bookingFields} }`;
  const answer = await mutate<{ booking: BookingShown | null }>(driver, 'acceptRide', { offerId }, selection);
  return { booking: answer.booking, codes: answer.codes };
}

export async function declineRide(driver: Person, offerId: string) {
  const selection = `offer { status }`;
  const answer = await mutate<{ offer: { status: string } | null }>(driver, 'declineRide', { offerId }, selection);
  return { offer: answer.offer, codes: answer.codes };
}

export type DriverShown = { status: string; plate: string; booking: { id: string } | null };
const ofDriver = `driver { status plate booking { id } }`;

export const registerDriver = (driver: Person, plate: string, phone = '010-0000-1234') =>
  mutate<{ driver: DriverShown | null }>(driver, 'registerDriver', { plate, phone }, ofDriver);

export const goOffline = (driver: Person) => mutate<{ driver: DriverShown | null }>(driver, 'goOffline', {}, ofDriver);

export const goOnline = (driver: Person, { latitude, longitude }: Omit<Spot, 'name'>) =>
  mutate<{ driver: DriverShown | null }>(driver, 'goOnline', { latitude, longitude }, ofDriver);

export const reportPosition = (driver: Person, { latitude, longitude }: Omit<Spot, 'name'>) =>
  mutate<{ position: object | null }>(driver, 'reportPosition', { latitude, longitude }, `position { at }`);

export async function showBooking(person: Person, id: string): Promise<BookingShown | null> {
  const { data } = await person.ask<{ taxiBooking: BookingShown | null }>(
    `query ($id: ID!) { taxiBooking(id: $id) { ${bookingFields} } }`,
    { id },
  );
  return data?.taxiBooking ?? null;
}

/** Waits until the booking looks as the test says. */
export const untilBooking = (
  person: Person,
  id: string,
  looks: (booking: BookingShown) => boolean,
): Promise<BookingShown> =>
  until(
    async () => {
      const booking = await showBooking(person, id);
      return booking !== null && looks(booking) && booking;
    },
    { timeoutMs: 60_000 },
  );

export const untilStatus = (person: Person, id: string, status: string): Promise<BookingShown> =>
  untilBooking(person, id, (booking) => booking.status === status);

/** The booking live; closed with the test. */
export const watchBooking = (person: Person, id: string): Subscription<{ taxiBookingChanged: BookingShown }> =>
  closing(person.watch(`subscription ($id: ID!) { taxiBookingChanged(bookingId: $id) { ${bookingFields} } }`, { id }));

/** The car live; closed with the test. */
export const watchCar = (person: Person, id: string) =>
  closing(
    person.watch<{ taxiPosition: { latitude: number; longitude: number } }>(
      'subscription ($id: ID!) { taxiPosition(bookingId: $id) { latitude longitude at } }',
      { id },
    ),
  );

/** What the driver is offered; closed with the test. */
export const watchOffers = (driver: Person): Subscription<{ rideOffered: OfferShown }> =>
  closing(
    driver.watch(
      `subscription { rideOffered { id status pickup { name } dropoff { name } estimatedFare pickupDistanceMeters } }`,
    ),
  );

/** Reads on until an event looks as the test says; gives that one. */
export async function untilSeen<Data>(events: Subscription<Data>, looks: (data: Data) => boolean): Promise<Data> {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error(`The subscription ended before it looked so: ${looks}`);
    if (value.errors) throw new Error(`The subscription answered ${JSON.stringify(value.errors)}`);
    if (value.data && looks(value.data)) return value.data;
  }
}

/** The offer that waits for this driver's answer, as soon as there is one: in time for the second one who is asked. */
export const untilOffered = (driver: Person): Promise<string> =>
  until(
    async () => {
      const { data } = await driver.ask<{ me: { driver: { offer: { id: string } | null } | null } }>(
        '{ me { driver { offer { id } } } }',
      );
      return data?.me.driver?.offer?.id;
    },
    { timeoutMs: 20_000 },
  );
