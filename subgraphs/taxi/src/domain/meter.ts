import { type Won, won } from '@moa/money';
import { nightPercent, surchargePercent } from './surcharge.ts';
import { tariff } from './tariff.ts';

/** A part of a ride, driven at one speed and under one surcharge. */
export type Stretch = {
  readonly meters: number;
  readonly seconds: number;
  /** When it begins. */
  readonly at: Date;
  /** Out of the city. */
  readonly outside: boolean;
};

export type Metered = { readonly fare: Won; readonly surchargePercent: number };

/**
 * What the meter shows after these stretches. The base fare is for the first 1,600 m; then each full unit costs 100 won more.
 * Surcharges: the base fare has that of the night at boarding, each unit that of the stretch in which it becomes full. The sum
 * is rounded to 100 won once, half up: so the published night base fares (5,800 and 6,700 won) come out.
 *
 * That only full units count is our reading: the tariff names the steps, not what becomes of the last one begun. So is that
 * waiting uses up the 1,600 m too, as every metre on the meter does.
 */
export function meter(stretches: readonly Stretch[]): Metered {
  const boarding = stretches[0] ? nightPercent(stretches[0].at) : 0;
  let amount = withPercent(tariff.baseFare, boarding);
  let meters = 0;
  let units = 0;
  for (const stretch of stretches) {
    meters += advance(stretch);
    const full = fullUnits(meters);
    amount += (full - units) * withPercent(tariff.unitFare, surchargePercent(stretch.at, stretch.outside));
    units = full;
  }
  return { fare: inHundreds(amount), surchargePercent: shownPercent(boarding, stretches) };
}

/**
 * How far a stretch moves the meter, in metres: by distance, or by 131 m in each 30 s when that is more (시간거리 상호병산). The
 * tariff says that time counts below 15.72 km/h, and this is just the speed at which both are the same: 131 m in 30 s.
 */
const advance = ({ meters, seconds }: Stretch): number =>
  Math.max(meters, (seconds * tariff.unitMeters) / tariff.unitSeconds);

/** A billionth is forgiven: sums of fractions of metres must not lose a unit that is full. */
const fullUnits = (meters: number): number =>
  Math.max(0, Math.floor((meters - tariff.baseMeters) / tariff.unitMeters + 1e-9));

const withPercent = (amount: Won, percent: number): number => (amount * (100 + percent)) / 100;

const inHundreds = (amount: number): Won => won(Math.floor((amount + 50) / 100) * 100);

/** What the customer is told: the night's share at boarding, and the share for leaving the city if that happened at all. */
const shownPercent = (boarding: number, stretches: readonly Stretch[]): number =>
  Math.min(
    boarding + (stretches.some(({ outside }) => outside) ? tariff.outOfCityPercent : 0),
    tariff.maxSurchargePercent,
  );
