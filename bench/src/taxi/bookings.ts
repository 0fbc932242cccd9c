import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from './client.ts';
import { type Answer, beginShift, endRide, startRide } from './drivers.ts';
import { follow } from './follow.ts';
import { spotNear } from './spots.ts';
import type { Town } from './town.ts';

/** What became of a request for a taxi: a driver comes, the search ended, a refusal's code, or nothing at all. */
export type Kind = string;

export type BookingsResult = {
  /** How many of each kind. */
  readonly kinds: ReadonlyMap<Kind, number>;
  /** How many mutations were sent once more, by what came instead of an answer. */
  readonly askedAgain: ReadonlyMap<string, number>;
  /** Requests that had no answer after 60 s, or none that could be understood. */
  readonly unanswered: number;
  /** Rides that went to their end, paid. */
  readonly completed: number;
  /** Milliseconds until `requestTaxi` answered. */
  readonly requestMs: readonly number[];
  /** Milliseconds from the request until the customer was told that a car comes, or that none does. */
  readonly answerMs: readonly number[];
  readonly seconds: number;
};

export const requestTaxi = `mutation ($input: RequestTaxiInput!) {
  requestTaxi(input: $input) { booking { id status } userErrors { code } }
}`;
const cancelTaxi = `mutation ($input: CancelTaxiInput!) {
  cancelTaxi(input: $input) { booking { id status } userErrors { code } }
}`;

const mostTries = 5;
/** Nobody comes again after what was promised for the answer. */
const patienceMs = 60_000;
const isOver = (status: string) => status === 'COMPLETED' || status.startsWith('CANCELLED');
/** One customer of eight rides; the others cancel when a car is on its way, which frees it for the next one. */
const rides = (bookingId: string) => '02'.includes(bookingId.at(-1) ?? '');

/** All customers ask for taxis, one after the other, until so many were asked for. */
export async function bookTaxis(
  { customers, drivers }: Town,
  bookings: number,
  { report, signal }: { readonly report: (line: string) => void; readonly signal: AbortSignal },
): Promise<BookingsResult> {
  const kinds = new Map<Kind, number>();
  const askedAgain = new Map<string, number>();
  const [requestMs, answerMs]: [number[], number[]] = [[], []];
  let [asked, unanswered, completed] = [0, 0, 0];
  const count = (kind: Kind) => void kinds.set(kind, (kinds.get(kind) ?? 0) + 1);

  /** Whoever hears nothing asks again, and who is told when to come again does so then: no mutation of taxi's counts twice. */
  const askUntilHeard = async <Data>(client: Client, query: string, input: object): Promise<Data> => {
    const latest = performance.now() + patienceMs;
    for (let tries = 1; ; tries += 1) {
      try {
        return await client.ask<Data>(query, { input });
      } catch (cause) {
        const words = wordsOf(cause);
        askedAgain.set(words, (askedAgain.get(words) ?? 0) + 1);
        const pauseMs = tellsWhen(cause);
        if (performance.now() > latest || (pauseMs === undefined && tries >= mostTries)) throw cause;
        await wait(pauseMs ?? 0);
      }
    }
  };
  const drive = async (driver: Client, bookingId: string): Promise<void> => {
    if (!rides(bookingId)) return;
    await askUntilHeard(driver, startRide, { bookingId });
    for (let tries = 0; tries < 20; tries += 1) {
      const { endRide: end } = await askUntilHeard<{ endRide: Answer }>(driver, endRide, { bookingId });
      if (end.booking?.status === 'COMPLETED') return;
    }
  };
  const shift = await beginShift(drivers, {
    mood: () => (Math.random() < 0.9 ? 'accept' : Math.random() < 0.9 ? 'decline' : 'ignore'),
    taken: (driver, id) => void drive(driver, id).catch((cause: unknown) => report(`a ride was not driven: ${cause}`)),
  });

  const book = async (customer: Client, number: number, onAnswer: () => void): Promise<void> => {
    const from = performance.now();
    const told = () => {
      answerMs.push(performance.now() - from);
      onAnswer();
    };
    const places = { pickup: spotNear(number), dropoff: spotNear(number + 1) };
    const input = { ...places, idempotencyKey: `bench-${number}` };
    const { requestTaxi: answer } = await askUntilHeard<{ requestTaxi: Answer }>(customer, requestTaxi, input);
    requestMs.push(performance.now() - from);
    const { booking } = answer;
    if (!booking) {
      told();
      return count(`refused: ${answer.userErrors.map(({ code }) => code).join()}`);
    }
    const seen = follow(customer, booking.id);
    try {
      const first = await seen.until(({ status }) => status === 'DISPATCHED' || status === 'IN_RIDE' || isOver(status));
      told();
      count(first.cancellation ? `no driver: ${first.cancellation.reason}` : 'a driver comes');
      if (isOver(first.status)) return;
      if (!rides(booking.id)) await askUntilHeard(customer, cancelTaxi, { bookingId: booking.id });
      const last = await seen.until(({ status }) => isOver(status));
      if (last.status === 'COMPLETED') completed += 1;
    } finally {
      seen.stop();
    }
  };
  const client = async (customer: Client): Promise<void> => {
    while (asked < bookings && !signal.aborted) {
      asked += 1;
      if (asked % 1_000 === 0) report(`${asked} of ${bookings} bookings`);
      let answered = false;
      await book(customer, asked, () => (answered = true)).catch((cause: unknown) => {
        report(`${cause}`.slice(0, 200));
        if (!answered) unanswered += 1;
      });
    }
  };

  const began = performance.now();
  await Promise.all(customers.map(client));
  const seconds = (performance.now() - began) / 1000;
  await shift.end();
  signal.throwIfAborted();
  return { kinds, askedAgain, unanswered, completed, requestMs, answerMs, seconds };
}

/** What came instead of an answer: a code where there is one. */
export const wordsOf = (cause: unknown): string => /"code":"(\w+)"/.exec(String(cause))?.[1] ?? 'no answer';

/** In how many milliseconds to come again, where it says so. */
const tellsWhen = (cause: unknown): number | undefined => {
  const [, seconds] = /"retryAfterSeconds":(\d+)/.exec(String(cause)) ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
};
