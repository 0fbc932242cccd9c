import { momentsBetween, timeOfDay } from './seoul-time.ts';
import { tariff } from './tariff.ts';

/** What the night puts on top of the fare at that moment (심야할증), in percent. */
export function nightPercent(at: Date): number {
  const time = timeOfDay(at);
  const step = tariff.night.find(({ from, to }) => (from < to ? time >= from && time < to : time >= from || time < to));
  return step?.percent ?? 0;
}

/** The moments on the way at which the night's share may change, the earliest first. */
export const nightChanges = (from: Date, to: Date): Date[] =>
  momentsBetween(from, to, [...new Set(tariff.night.flatMap((step) => [step.from, step.to]))]);

/** What night and leaving the city (시계외할증) put on top together, in percent. */
export const surchargePercent = (at: Date, outside: boolean): number =>
  Math.min(nightPercent(at) + (outside ? tariff.outOfCityPercent : 0), tariff.maxSurchargePercent);
