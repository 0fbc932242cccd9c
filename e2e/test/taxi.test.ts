import { demoCrowd } from '@moa/db/demo';
import { type Bus, buses, until } from '@moa/testing';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { invariantsOf } from '../faults/invariants.ts';
import { chargesFor, faultsIn } from '../src/books.ts';
import { type Person, signIn } from '../src/person.ts';
import { openPlace, type Place } from '../src/place.ts';
import { type MoaProcess, startProcess } from '../src/process.ts';
import {
  acceptRide,
  cancelTaxi,
  declineRide,
  driverEmails,
  endRide,
  goOffline,
  goOnline,
  registerDriver,
  reportPosition,
  requestTaxi,
  type Spot,
  showBooking,
  startRide,
  untilOffered,
  untilSeen,
  untilStatus,
  watchBooking,
  watchCar,
  watchOffers,
} from '../src/taxi.ts';

const spot = (name: string, latitude: number, longitude: number): Spot => ({ name, latitude, longitude });
const northOf = ({ name, latitude, longitude }: Spot, meters: number): Spot =>
  spot(name, latitude + meters / 111_195, longitude);

const seoulStation = spot('서울역', 37.5549, 126.9714);
const toGwanghwamun = { pickup: seoulStation, dropoff: spot('광화문', 37.576, 126.9769) };
/** So far out that no car of another test is near. */
const nowon = { pickup: spot('노원역', 37.6556, 127.0619), dropoff: spot('수유역', 37.6381, 127.0257) };

/** Customers with a card each, drivers with a car each. */
async function gather(url: string) {
  const members = demoCrowd.members.slice(0, 5).map(({ email }) => email);
  const people: Person[] = [];
  // One after the other: each sign-in costs as much as a password is safe.
  for (const email of [...members, ...driverEmails.slice(0, 3)]) people.push(await signIn(url, email));
  const [customer, neighbour, declined, timeout, slow, kim, lee, park] = people;
  if (!customer || !neighbour || !declined || !timeout || !slow || !kim || !lee || !park)
    throw new Error('Demo people miss.');
  const cards = [
    [customer, 'tok_ok'],
    [neighbour, 'tok_ok'],
    [declined, 'tok_declined'],
    [timeout, 'tok_timeout'],
    [slow, 'tok_slow'],
  ] as const;
  for (const [member, providerToken] of cards) {
    await member.ask(
      'mutation ($input: SavePaymentMethodInput!) { savePaymentMethod(input: $input) { paymentMethod { id } } }',
      { input: { providerToken } },
    );
  }
  for (const [number, driver] of [kim, lee, park].entries()) {
    expect((await registerDriver(driver, `서울 31 바 100${number}`)).codes).toEqual([]);
  }
  return { customer, neighbour, declined, timeout, slow, kim, lee, park };
}

type People = Awaited<ReturnType<typeof gather>>;

/** Takes rides from here on, until the test ends. */
async function onDuty(driver: Person, at: Spot): Promise<void> {
  expect((await goOnline(driver, at)).codes).toEqual([]);
  onTestFinished(async () => void (await goOffline(driver)));
}

/** A booking; one that a failing test leaves behind is cancelled, so that the next test can have its own. */
const called = async (customer: Person, trip = toGwanghwamun): Promise<string> => {
  const { booking, codes } = await requestTaxi(customer, trip);
  expect(codes).toEqual([]);
  const id = booking?.id ?? '';
  onTestFinished(async () => void (await cancelTaxi(customer, id)));
  return id;
};

/** A booking whose driver is on the way. */
async function dispatched(customer: Person, driver: Person, trip = toGwanghwamun): Promise<string> {
  await onDuty(driver, northOf(trip.pickup, 300));
  const id = await called(customer, trip);
  expect((await acceptRide(driver, await untilOffered(driver))).codes).toEqual([]);
  return id;
}

/** A booking whose customer sits in the car, which is where they want to get out. */
async function driven(customer: Person, driver: Person, trip = toGwanghwamun): Promise<string> {
  const id = await dispatched(customer, driver, trip);
  expect((await startRide(driver, id)).codes).toEqual([]);
  onTestFinished(async () => void (await endRide(driver, id)));
  await reportPosition(driver, trip.dropoff);
  return id;
}

const statusOf = async (driver: Person): Promise<string | undefined> => {
  const { data } = await driver.ask<{ me: { driver: { status: string } | null } }>('{ me { driver { status } } }');
  return data?.me.driver?.status;
};

describe.each(buses)('the taxi flow through the router, one process, $name', (bus) => {
  let place: Place;
  let moa: MoaProcess;
  let people: People;

  beforeAll(async () => {
    place = await openPlace(bus);
    moa = await startProcess(place.variables);
    people = await gather(place.url);
  });
  afterAll(async () => {
    await moa?.end('SIGTERM');
    await place?.close();
  });

  /** How the payment provider treats charges from now on, until the test ends. */
  const tellProvider = async (behaviour: object): Promise<void> => {
    const url = `http://127.0.0.1:${Number(place.variables.PORT) + 20}/v1/behaviour`;
    const put = (body: object) =>
      fetch(url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect((await put(behaviour)).status).toBe(200);
    onTestFinished(async () => void (await put({})));
  };
  const kindsOf = async (person: Person, bookingId: string): Promise<readonly string[]> => {
    type Told = { me: { notifications: { nodes: { kind: string; taxiBooking: { id: string } | null }[] } } };
    const { data } = await person.ask<Told>(
      '{ me { notifications(first: 50) { nodes { kind taxiBooking { id } } } } }',
    );
    const nodes = data?.me.notifications.nodes ?? [];
    return nodes.filter(({ taxiBooking }) => taxiBooking?.id === bookingId).map(({ kind }) => kind);
  };

  test('T1: a taxi is estimated before it is called, with the nearest car’s time and without one', async () => {
    const { customer, kim } = people;
    const estimate = async () => {
      type Estimate = { fare: number; distanceMeters: number; durationSeconds: number; pickupSeconds: number | null };
      const { data, errors } = await customer.ask<{ taxiEstimate: Estimate }>(
        `query ($pickup: TaxiPlaceInput!, $dropoff: TaxiPlaceInput!) {
          taxiEstimate(pickup: $pickup, dropoff: $dropoff) { fare distanceMeters durationSeconds pickupSeconds }
        }`,
        toGwanghwamun,
      );
      expect(errors).toBeUndefined();
      return data?.taxiEstimate;
    };
    const alone = await estimate();
    expect(alone).toMatchObject({ pickupSeconds: null, fare: expect.any(Number) });
    expect(alone?.fare).toBeGreaterThanOrEqual(4_800);
    expect(alone?.durationSeconds).toBeGreaterThan(60);
    await onDuty(kim, northOf(seoulStation, 1_000));
    const withCar = await until(async () => {
      const seen = await estimate();
      return seen?.pickupSeconds !== null && seen;
    });
    expect(withCar?.pickupSeconds).toBeGreaterThan(30);
    expect(withCar?.pickupSeconds).toBeLessThan(1_200);
  });

  test('T1, T2, T3: the nearest driver is asked, declines, the next one comes; the customer is told who, and when', async () => {
    const { customer, kim, lee } = people;
    await onDuty(kim, northOf(seoulStation, 300));
    await onDuty(lee, northOf(seoulStation, 2_000));
    const offersOfKim = watchOffers(kim);
    const offersOfLee = watchOffers(lee);
    const { booking, codes } = await requestTaxi(customer, toGwanghwamun);
    expect(codes).toEqual([]);
    expect(booking).toMatchObject({ ...toGwanghwamun, driver: null, arrivesAt: null, bill: null });
    expect(['REQUESTED', 'DISPATCHING']).toContain(booking?.status);
    const live = watchBooking(customer, booking?.id ?? '');

    const first = await untilSeen(offersOfKim, ({ rideOffered }) => rideOffered.status === 'OPEN');
    expect(first.rideOffered.pickupDistanceMeters).toBeLessThan(600);
    expect(first.rideOffered.estimatedFare).toBe(booking?.estimate.fare);
    await untilSeen(live, ({ taxiBookingChanged }) => taxiBookingChanged.status === 'DISPATCHING');
    expect(await declineRide(kim, first.rideOffered.id)).toEqual({ offer: { status: 'DECLINED' }, codes: [] });

    const second = await untilSeen(offersOfLee, ({ rideOffered }) => rideOffered.status === 'OPEN');
    expect((await acceptRide(lee, second.rideOffered.id)).codes).toEqual([]);
    const told = await untilSeen(live, ({ taxiBookingChanged }) => taxiBookingChanged.status === 'DISPATCHED');
    expect(told.taxiBookingChanged).toMatchObject({
      driver: { member: { name: '택시 기사 02' }, plate: '서울 31 바 1001', phone: '010-0000-1234' },
      arrivesAt: expect.any(String),
    });
    expect(await statusOf(kim)).toBe('FREE');
    expect(await statusOf(lee)).toBe('BOOKED');
    await cancelTaxi(customer, booking?.id ?? '');
    await untilStatus(customer, booking?.id ?? '', 'CANCELLED_BY_CUSTOMER');
  });

  test('T2: who does not answer within ten seconds is passed over, and is too late then', {
    timeout: 60_000,
  }, async () => {
    const { customer, kim, lee } = people;
    await onDuty(kim, northOf(seoulStation, 300));
    await onDuty(lee, northOf(seoulStation, 2_000));
    const id = await called(customer);
    const missed = await untilOffered(kim);
    const offer = await untilOffered(lee);
    expect((await acceptRide(kim, missed)).codes).toEqual(['OFFER_EXPIRED']);
    expect((await acceptRide(lee, offer)).codes).toEqual([]);
    expect((await acceptRide(lee, offer)).booking?.status).toBe('DISPATCHED');
    expect((await declineRide(lee, offer)).codes).toEqual(['OFFER_ALREADY_ANSWERED']);
    await cancelTaxi(customer, id);
    await untilStatus(customer, id, 'CANCELLED_BY_CUSTOMER');
  });

  test('T4, T5: without a car the system says no, refuses the district for a moment, and opens it for a car that comes', async () => {
    const { customer, kim } = people;
    const id = await called(customer, nowon);
    const { cancellation } = await untilStatus(customer, id, 'CANCELLED_BY_SYSTEM');
    expect(cancellation).toMatchObject({ reason: 'NO_CAR', message: expect.any(String) });
    const refused = await requestTaxi(customer, nowon);
    expect(refused).toMatchObject({ booking: null, codes: ['NO_CAR_FREE'] });
    expect(refused.retryAfterSeconds).toBeGreaterThanOrEqual(1);
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(60);
    const again = await dispatched(customer, kim, nowon);
    await cancelTaxi(customer, again);
    await untilStatus(customer, again, 'CANCELLED_BY_CUSTOMER');
  });

  test('T4: when everybody near has declined the system says no', async () => {
    const { customer, kim } = people;
    await onDuty(kim, northOf(seoulStation, 300));
    const id = await called(customer);
    await declineRide(kim, await untilOffered(kim));
    expect(await untilStatus(customer, id, 'CANCELLED_BY_SYSTEM')).toMatchObject({
      cancellation: { reason: 'NOT_ANSWERED' },
    });
  });

  test('T6, T9, T10, T12: a ride is driven, billed by the tariff, paid, told to both, and remembered', async () => {
    const { customer, kim } = people;
    const id = await dispatched(customer, kim);
    const live = watchBooking(customer, id);
    expect((await startRide(kim, id)).booking?.status).toBe('IN_RIDE');
    expect((await startRide(kim, id)).codes).toEqual([]);
    await untilSeen(live, ({ taxiBookingChanged }) => taxiBookingChanged.status === 'IN_RIDE');
    await reportPosition(kim, toGwanghwamun.dropoff);
    const ended = await endRide(kim, id);
    expect(ended).toMatchObject({ codes: [], booking: { status: 'COMPLETED' } });
    const { taxiBookingChanged: seen } = await untilSeen(
      live,
      ({ taxiBookingChanged }) => taxiBookingChanged.status === 'COMPLETED',
    );

    // 2,396 m through the air, three tenths more by road, in no time: eleven units of 131 m beyond the first 1,600 m.
    const { fare, distanceMeters, surchargePercent } = seen.bill ?? {};
    expect(distanceMeters).toBeGreaterThan(3_000);
    expect(distanceMeters).toBeLessThan(3_230);
    const byDay = 4_800 + 100 * Math.floor(((distanceMeters ?? 0) - 1_600) / 131);
    expect(fare).toBe(Math.round((byDay * (100 + (surchargePercent ?? 0))) / 10_000) * 100);
    expect(seen.payment).toEqual({ status: 'CAPTURED', amount: fare });
    expect(await chargesFor(place, id)).toMatchObject({ charges: 1, charged: fare });
    expect((await endRide(kim, id)).booking?.status).toBe('COMPLETED');
    expect(await statusOf(kim)).toBe('FREE');

    const toCustomer = ['TAXI_REQUESTED', 'TAXI_DISPATCHING', 'TAXI_DISPATCHED', 'RIDE_STARTED', 'RIDE_COMPLETED'];
    const toDriver = ['RIDE_OFFERED', 'DRIVER_DISPATCHED', 'DRIVER_RIDE_STARTED', 'DRIVER_RIDE_COMPLETED'];
    await until(async () => (await kindsOf(customer, id)).length === toCustomer.length);
    await until(async () => (await kindsOf(kim, id)).length === toDriver.length);
    expect((await kindsOf(customer, id)).toSorted()).toEqual(toCustomer.toSorted());
    expect((await kindsOf(kim, id)).toSorted()).toEqual(toDriver.toSorted());

    const remembered = async (person: Person, as: string) => {
      type Page = {
        me: { rideHistory: { nodes: { booking: { id: string } | null; bookingStatus: string }[] } | null };
      };
      const { data } = await person.ask<Page>(
        `query ($as: RideRole!) { me { rideHistory(as: $as, first: 5) { nodes {
          booking { id } bookingStatus dispatchStatus paymentStatus fare
          pickup { name } dropoff { name } driver { member { name } plate }
        } } } }`,
        { as },
      );
      return data?.me.rideHistory?.nodes.find(({ booking }) => booking?.id === id);
    };
    for (const [person, as] of [
      [customer, 'CUSTOMER'],
      [kim, 'DRIVER'],
    ] as const) {
      const isPaid = (entry: object | undefined) => JSON.stringify(entry)?.includes('"CAPTURED"');
      const entry = await until(async () => {
        const found = await remembered(person, as);
        return found?.bookingStatus === 'COMPLETED' && isPaid(found) && found;
      });
      expect(entry).toMatchObject({
        dispatchStatus: 'DONE',
        fare,
        pickup: { name: '서울역' },
        dropoff: { name: '광화문' },
        driver: { member: { name: '택시 기사 01' }, plate: '서울 31 바 1000' },
      });
    }
  });

  test('T12: the base fare takes one 1,600 m far', async () => {
    const { customer, kim } = people;
    const trip = { pickup: seoulStation, dropoff: { ...northOf(seoulStation, 1_000), name: '가까운 곳' } };
    const id = await driven(customer, kim, trip);
    const { booking } = await endRide(kim, id);
    const { fare, distanceMeters, surchargePercent = 0 } = booking?.bill ?? {};
    expect(distanceMeters).toBeGreaterThan(1_000);
    expect(distanceMeters).toBeLessThan(1_600);
    expect(fare).toBe(Math.round((4_800 * (100 + surchargePercent)) / 10_000) * 100);
  });

  test('T7: while the card is refused the ride goes on; another try pays it, once', async () => {
    const { customer, kim } = people;
    const id = await driven(customer, kim);
    await tellProvider({ refuse: true });
    const refused = await endRide(kim, id);
    expect(refused).toMatchObject({ codes: ['PAYMENT_REFUSED'], booking: { status: 'IN_RIDE' } });
    expect((await endRide(kim, id)).codes).toEqual(['PAYMENT_REFUSED']);
    const shown = await showBooking(customer, id);
    expect(shown).toMatchObject({ status: 'IN_RIDE', paymentFailure: { code: expect.any(String) }, payment: null });
    await until(async () => (await kindsOf(customer, id)).includes('RIDE_PAYMENT_REFUSED'));
    expect(await statusOf(kim)).toBe('BOOKED');
    await tellProvider({});
    const paid = await endRide(kim, id);
    expect(paid).toMatchObject({ codes: [], booking: { status: 'COMPLETED', bill: shown?.bill } });
    expect(await chargesFor(place, id)).toMatchObject({ charges: 1, charged: paid.booking?.bill?.fare });
  });

  test('T7: a card that captures and never answers is asked, not guessed: the ride completes, charged once', {
    timeout: 90_000,
  }, async () => {
    const { timeout, kim } = people;
    const id = await driven(timeout, kim);
    const answers = await Promise.all([endRide(kim, id), endRide(kim, id)]);
    for (const { codes } of answers) expect([[], ['PAYMENT_PENDING'], ['PAYMENT_UNAVAILABLE']]).toContainEqual(codes);
    const { bill } = await untilStatus(timeout, id, 'COMPLETED');
    expect(await chargesFor(place, id)).toMatchObject({ charges: 1, charged: bill?.fare });
  });

  test('T7: a slow card only takes longer', async () => {
    const { slow, kim } = people;
    const id = await driven(slow, kim);
    expect(await endRide(kim, id)).toMatchObject({ codes: [], booking: { status: 'COMPLETED' } });
  });

  test('T8: a booking is cancelled while a driver thinks about it, and the driver is free again', async () => {
    const { customer, kim } = people;
    await onDuty(kim, northOf(seoulStation, 300));
    const offers = watchOffers(kim);
    const id = await called(customer);
    const { rideOffered } = await untilSeen(offers, (event) => event.rideOffered.status === 'OPEN');
    const live = watchBooking(customer, id);
    expect((await cancelTaxi(customer, id)).codes).toEqual([]);
    await untilSeen(live, ({ taxiBookingChanged }) => taxiBookingChanged.status === 'CANCELLED_BY_CUSTOMER');
    await untilSeen(
      offers,
      (event) => event.rideOffered.id === rideOffered.id && event.rideOffered.status === 'WITHDRAWN',
    );
    expect((await acceptRide(kim, rideOffered.id)).codes).toEqual(['OFFER_WITHDRAWN']);
    expect(await statusOf(kim)).toBe('FREE');
    expect((await cancelTaxi(customer, id)).codes).toEqual([]);
  });

  test('T8: also when the car is on its way; both are told', async () => {
    const { customer, kim } = people;
    const id = await dispatched(customer, kim);
    expect((await cancelTaxi(customer, id)).booking?.status).toBe('CANCEL_REQUESTED');
    expect(await untilStatus(customer, id, 'CANCELLED_BY_CUSTOMER')).toMatchObject({
      cancellation: { reason: 'CUSTOMER', retryAfterSeconds: null },
    });
    expect(await statusOf(kim)).toBe('FREE');
    await until(async () => (await kindsOf(kim, id)).includes('DRIVER_RIDE_CANCELLED'));
    await until(async () => (await kindsOf(customer, id)).includes('TAXI_CANCELLED_BY_CUSTOMER'));
  });

  test('T8: not any more after boarding, and not after the end', async () => {
    const { customer, kim } = people;
    const id = await driven(customer, kim);
    expect((await cancelTaxi(customer, id)).codes).toEqual(['RIDE_HAS_BEGUN']);
    await endRide(kim, id);
    expect((await cancelTaxi(customer, id)).codes).toEqual(['BOOKING_HAS_ENDED']);
    expect((await showBooking(customer, id))?.status).toBe('COMPLETED');
  });

  test('T8: of cancelling and boarding at once one wins, and everybody sees the same', async () => {
    const { customer, kim } = people;
    const id = await dispatched(customer, kim);
    const [, started] = await Promise.all([cancelTaxi(customer, id), startRide(kim, id)]);
    if (started.booking?.status === 'IN_RIDE') {
      expect((await endRide(kim, id)).booking?.status).toBe('COMPLETED');
    } else {
      expect(started.codes).toEqual(['NOT_DISPATCHED']);
      await untilStatus(customer, id, 'CANCELLED_BY_CUSTOMER');
    }
    await until(async () => (await statusOf(kim)) === 'FREE');
  });

  test('T11: of two customers who call one car at once one gets it', async () => {
    const { customer, neighbour, kim } = people;
    await onDuty(kim, northOf(seoulStation, 300));
    const [one, other] = await Promise.all([called(customer), called(neighbour)]);
    const { booking } = await acceptRide(kim, await untilOffered(kim));
    const [winner, loser, lost] = booking?.id === one ? [customer, neighbour, other] : [neighbour, customer, one];
    expect((await untilStatus(loser, lost, 'CANCELLED_BY_SYSTEM')).driver).toBeNull();
    expect((await requestTaxi(winner, toGwanghwamun)).codes).toEqual(['ALREADY_BOOKED']);
    expect((await requestTaxi(kim, toGwanghwamun)).codes).toEqual(['DRIVING']);
    await cancelTaxi(winner, booking?.id ?? '');
    await untilStatus(winner, booking?.id ?? '', 'CANCELLED_BY_CUSTOMER');
  });

  test('T11: the customer follows the car until the ride ends, and nobody else does', async () => {
    const { customer, neighbour, kim } = people;
    const id = await dispatched(customer, kim);
    const car = watchCar(customer, id);
    const here = northOf(seoulStation, 120);
    await untilSeen(car, ({ taxiPosition }) => taxiPosition !== null);
    await reportPosition(kim, here);
    const isHere = ({ latitude, longitude }: { latitude: number; longitude: number }) =>
      Math.abs(latitude - here.latitude) < 1e-6 && Math.abs(longitude - here.longitude) < 1e-6;
    await untilSeen(car, ({ taxiPosition }) => isHere(taxiPosition));
    expect((await watchCar(neighbour, id).next()).done).toBe(true);
    await startRide(kim, id);
    await endRide(kim, id);
    for (let next = await car.next(); !next.done; next = await car.next()) expect(next.value.errors).toBeUndefined();
  });

  test('bad input gets a typed refusal', async () => {
    const { customer, kim, lee } = people;
    const codesOf = async (change: object) => (await requestTaxi(customer, { ...toGwanghwamun, ...change })).codes;
    expect(await codesOf({ pickup: spot('부산역', 35.1151, 129.0415) })).toEqual(['OUTSIDE_SERVICE_AREA']);
    expect(await codesOf({ dropoff: spot('제주공항', 33.5067, 126.4927) })).toEqual(['OUTSIDE_SERVICE_AREA']);
    expect(await codesOf({ dropoff: northOf(seoulStation, 10) })).toEqual(['SAME_PLACE']);
    expect(await codesOf({ pickup: spot('', 1e308, 0) })).toContain('COORDINATES_INVALID');
    expect(await codesOf({ pickup: { ...seoulStation, name: 'ㅁ'.repeat(101) } })).toEqual(['PLACE_NAME_TOO_LONG']);
    expect((await registerDriver(customer, '서울 31 바 9999')).codes).toEqual(['NOT_A_DRIVER']);
    expect((await registerDriver(kim, '차')).codes).toEqual(['PLATE_INVALID']);
    const id = await dispatched(customer, kim);
    expect((await endRide(kim, id)).codes).toEqual(['NOT_IN_RIDE']);
    expect((await startRide(lee, id)).codes).toEqual(['BOOKING_NOT_FOUND']);
    expect((await acceptRide(lee, id)).codes).toEqual(['OFFER_NOT_FOUND']);
    await cancelTaxi(customer, id);
    await untilStatus(customer, id, 'CANCELLED_BY_CUSTOMER');
    expect((await startRide(kim, id)).codes).toEqual(['NOT_DISPATCHED']);
  });

  test('G4: the booking of another is as good as none', async () => {
    const { customer, neighbour, kim } = people;
    const id = await driven(customer, kim);
    expect(await showBooking(neighbour, id)).toBeNull();
    expect((await cancelTaxi(neighbour, id)).codes).toEqual(['BOOKING_NOT_FOUND']);
    const refused = await watchBooking(neighbour, id)
      .next()
      .then(
        ({ value }) => value?.errors?.[0]?.extensions?.code,
        (error: { errors?: { extensions?: { code?: string } }[] }) => error.errors?.[0]?.extensions?.code,
      );
    expect(refused).toBe('NOT_FOUND');
    await endRide(kim, id);
  });

  test('T7: a card that is always declined completes nothing, and the driver may go home', async () => {
    const { declined, park } = people;
    const id = await driven(declined, park);
    expect((await endRide(park, id)).codes).toEqual(['PAYMENT_REFUSED']);
    expect((await endRide(park, id)).codes).toEqual(['PAYMENT_REFUSED']);
    expect((await showBooking(declined, id))?.status).toBe('IN_RIDE');
    expect(await chargesFor(place, id)).toMatchObject({ charges: 0 });
  });

  test('the books agree: no ride is completed unpaid, and none is paid twice', async () => {
    expect(await faultsIn(place, invariantsOf.rides)).toEqual([]);
  });
});

describe.each(buses)('pay in a process of its own, $name', (bus: Bus) => {
  let place: Place;
  let core: MoaProcess;
  let pay: MoaProcess;
  let people: People;

  const start = (subgraphs: string, router = '0') =>
    startProcess({ ...place.variables, SUBGRAPHS: subgraphs, ROUTER: router });

  beforeAll(async () => {
    place = await openPlace(bus);
    core = await start('account,order,delivery,taxi,notification', '1');
    pay = await start('pay');
    people = await gather(place.url);
  });
  afterAll(async () => {
    await Promise.all([core, pay].map((part) => part?.end('SIGTERM')));
    await place?.close();
  });

  test('T7: with pay down the ride goes on; when it is back it is paid, once', { timeout: 90_000 }, async () => {
    const { customer, neighbour, kim, lee } = people;
    const id = await driven(customer, kim);
    await pay.end('SIGKILL');
    expect(await endRide(kim, id)).toMatchObject({ codes: ['PAYMENT_UNAVAILABLE'], booking: { status: 'IN_RIDE' } });
    const { bill, driver } = (await showBooking(customer, id)) ?? {};
    expect(driver?.plate).toBe('서울 31 바 1000');
    // Nothing but the payment waits for pay.
    const another = await driven(neighbour, lee);
    expect((await endRide(lee, another)).codes).toEqual(['PAYMENT_UNAVAILABLE']);
    pay = await start('pay');
    for (const [person, driving, ride] of [
      [customer, kim, id],
      [neighbour, lee, another],
    ] as const) {
      // The breaker that opened meanwhile lets no call through for a while.
      await until(async () => (await endRide(driving, ride)).booking?.status === 'COMPLETED', { timeoutMs: 30_000 });
      await untilStatus(person, ride, 'COMPLETED');
    }
    expect(await faultsIn(place, invariantsOf.rides)).toEqual([]);
    expect(await chargesFor(place, id)).toMatchObject({ charges: 1, charged: bill?.fare });
  });
});
