import { nextAt, timeOfDay } from './seoul-time.ts';
import { type Passenger, tariff } from './tariff.ts';

export type { Passenger };

/** Won. */
export type Fare = {
  readonly passenger: Passenger;
  /** With a transport card. */
  readonly card: number;
  /** With a single-journey ticket. */
  readonly single: number;
  /** Whether `card` is the lower one of early trains. */
  readonly isEarlyBird: boolean;
};

export const passengers: readonly Passenger[] = ['ADULT', 'YOUTH', 'CHILD', 'INFANT', 'SENIOR'];

/** Whole years. @throws RangeError below 0 */
export function passengerOf(age: number): Passenger {
  const found = passengers.find((passenger) => {
    const { from, to } = tariff.passengers[passenger].ages;
    return age >= from && age <= to;
  });
  if (!found) throw new RangeError(`Nobody is ${age} years old`);
  return found;
}

/**
 * What one pays who boards at `departAt`: by the shortest distance between the two stations, whatever way is taken, and on top the
 * surcharge of the way that is.
 */
export function fareOf(
  { shortestMeters, surcharge }: { readonly shortestMeters: number; readonly surcharge: number },
  passenger: Passenger,
  departAt: Date,
): Fare {
  const { cardBase, earlyCardBase, singleBase, cardStep, singleStep } = tariff.passengers[passenger];
  if (singleBase === 0) return { passenger, card: 0, single: 0, isEarlyBird: false };
  const steps = stepsOf(shortestMeters);
  const earlyBase = isEarly(departAt) ? earlyCardBase : null;
  return {
    passenger,
    card: (earlyBase ?? cardBase) + steps * cardStep + surcharge,
    single: singleBase + steps * singleStep + surcharge,
    isEarlyBird: earlyBase !== null,
  };
}

const stepsOf = (meters: number): number =>
  tariff.steps
    .filter(({ over }) => meters > over)
    .reduce((sum, { over, upTo, unit }) => sum + Math.ceil((Math.min(meters, upTo) - over) / unit), 0);

function isEarly(moment: Date): boolean {
  const time = timeOfDay(moment);
  return time >= tariff.earlyBird.from && time < tariff.earlyBird.until;
}

/** When the early-bird fare begins or ends next, after `now`. */
export function nextFareChange(now: Date): Date {
  const [begins, ends] = [nextAt(tariff.earlyBird.from, now), nextAt(tariff.earlyBird.until, now)];
  return begins < ends ? begins : ends;
}
