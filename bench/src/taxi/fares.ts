import { setTimeout as wait } from 'node:timers/promises';
import { timeEach } from '../measure/load.ts';
import { requestTaxi, wordsOf } from './bookings.ts';
import { type BreakerSeen, breakerSeen, type Ending } from './breaker-seen.ts';
import type { Client } from './client.ts';
import { type Answer, beginShift, endRide, startRide } from './drivers.ts';
import { spotNear } from './spots.ts';
import type { Town } from './town.ts';

export type FaresResult = {
  readonly name: string;
  readonly rides: number;
  /** Answers to `endRide` of each kind; who is not paid asks again. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly answerMs: readonly number[];
  readonly breaker: BreakerSeen;
  /** Until the last ride was paid. */
  readonly seconds: number;
};

/** What goes wrong meanwhile, from when all get out. */
export type Trouble = { readonly name: string; readonly happen: () => Promise<void> };

const againAfterMs = 300;
const patienceMs = 120_000;

/** Every customer is driven, and all get out at the same moment. */
export async function endRidesAtOnce(town: Town, { name, happen }: Trouble): Promise<FaresResult> {
  const rides = await board(town);
  const began = performance.now();
  const endings: Ending[] = [];
  const end = async ({ driver, bookingId }: Ride): Promise<void> => {
    while (performance.now() - began < patienceMs) {
      const from = performance.now() - began;
      const kind = await driver
        .ask<{ endRide: Answer }>(endRide, { input: { bookingId } })
        .then(({ endRide: { userErrors } }) => userErrors[0]?.code ?? 'paid')
        .catch((cause: unknown) => wordsOf(cause));
      endings.push({ from, to: performance.now() - began, kind });
      if (kind === 'paid') return;
      await wait(againAfterMs);
    }
  };
  await Promise.all([happen(), ...rides.map(end)]);
  const kinds = new Map<string, number>();
  for (const { kind } of endings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return {
    name,
    rides: rides.length,
    kinds,
    answerMs: endings.map(({ from, to }) => to - from),
    breaker: breakerSeen(endings),
    seconds: Math.max(...endings.map(({ to }) => to)) / 1_000,
  };
}

type Ride = { readonly driver: Client; readonly bookingId: string };

/** Everybody gets a car, and sits in it. */
async function board({ customers, drivers }: Town): Promise<readonly Ride[]> {
  const taken = new Map<string, (driver: Client) => void>();
  const shift = await beginShift(drivers, {
    mood: () => 'accept',
    taken: (driver, bookingId) => taken.get(bookingId)?.(driver),
  });
  const rides: Ride[] = [];
  await timeEach([...customers.entries()], 32, async ([n, customer]) => {
    const ride = await getCar(customer, n, taken);
    await ride.driver.ask(startRide, { input: { bookingId: ride.bookingId } });
    rides.push(ride);
  });
  await shift.end();
  return rides;
}

const offerMs = 12_000;

/** Asks until there is one. */
async function getCar(customer: Client, n: number, taken: Map<string, (driver: Client) => void>): Promise<Ride> {
  for (let tries = 0; tries < 20; tries += 1) {
    const places = { pickup: spotNear(n), dropoff: spotNear(n + 1) };
    const input = { ...places, idempotencyKey: crypto.randomUUID() };
    const { requestTaxi: answer } = await customer.ask<{ requestTaxi: Answer }>(requestTaxi, { input });
    const bookingId = answer.booking?.id;
    if (bookingId !== undefined) {
      const { promise, resolve } = Promise.withResolvers<Client>();
      taken.set(bookingId, resolve);
      const driver = await Promise.race([promise, wait(offerMs)]);
      if (driver) return { driver, bookingId };
    }
    await wait(1_000);
  }
  throw new Error(`The customer ${n} got no car.`);
}
