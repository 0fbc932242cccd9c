import { type Won, won } from '@moa/money';
import published from '../../data/taxi_fare_seoul.json' with { type: 'json' };
import { clockTime } from './seoul-time.ts';

/** Shares of the fare are percent, times of day milliseconds since midnight in Seoul. */
export type Tariff = {
  readonly baseFare: Won;
  /** How far the base fare goes. */
  readonly baseMeters: number;
  /** One more unit is due after so many metres, or, when the car is slower than that, after so many seconds. */
  readonly unitFare: Won;
  readonly unitMeters: number;
  readonly unitSeconds: number;
  /** From one time of day up to another, which may be past midnight. */
  readonly night: readonly { readonly from: number; readonly to: number; readonly percent: number }[];
  readonly outOfCityPercent: number;
  /** Surcharges add up, but never to more. */
  readonly maxSurchargePercent: number;
};

const { MEDIUM: medium } = published.classes;
const percent = (rate: number): number => Math.round(rate * 100);

/** What a common taxi (중형택시) costs in Seoul since 2023-02-01; data/README.md names the sources. */
export const tariff: Tariff = {
  baseFare: won(medium.base_fare),
  baseMeters: medium.base_distance_m,
  unitFare: won(medium.distance_unit_fare),
  unitMeters: medium.distance_unit_m,
  unitSeconds: medium.time_unit_sec,
  night: medium.late_night.map(({ from, to, rate }) => ({
    from: clockTime(from),
    to: clockTime(to),
    percent: percent(rate),
  })),
  outOfCityPercent: percent(medium.out_of_city_rate),
  maxSurchargePercent: percent(medium.max_combined_rate),
};
