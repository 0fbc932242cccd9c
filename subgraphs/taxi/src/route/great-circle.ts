import { airlineMeters } from '../domain/geodesy.ts';
import { hourOfDay, isWeekend } from '../domain/seoul-time.ts';
import type { RoutePlanner } from './planner.ts';

/** Streets are so much longer than the air line. A usual figure for cities; not measured for Seoul. */
const detourFactor = 1.3;

/**
 * Kilometres an hour by the hour of the Seoul day, from midnight on. Our own assumption, shaped by what everybody knows of
 * Seoul (two rush hours, free roads at night) and measured by nobody: with an OSRM server, that one decides.
 */
const speeds = {
  weekday: [38, 40, 42, 42, 40, 36, 30, 22, 18, 20, 22, 22, 22, 22, 22, 21, 20, 18, 17, 19, 22, 25, 28, 33],
  weekend: [36, 38, 40, 42, 42, 40, 36, 32, 29, 27, 25, 23, 22, 21, 20, 20, 20, 20, 21, 22, 24, 26, 28, 32],
} as const;

function speedKmh(at: Date): number {
  const { [hourOfDay(at)]: speed = 22 } = speeds[isWeekend(at) ? 'weekend' : 'weekday'];
  return speed;
}

/** Needs no map and nobody to ask: the air line, somewhat longer, at the speed of the hour. */
export const greatCirclePlanner: RoutePlanner = {
  async route(from, to, at) {
    const meters = airlineMeters(from, to) * detourFactor;
    return { meters, seconds: meters / (speedKmh(at) / 3.6) };
  },
};
