import { randomUUID } from 'node:crypto';
import { type DriverMap, openDriverMap } from '@moa/taxi-subgraph/positions';
import { createLogger } from '@moa/telemetry';
import { timeEach } from '../measure/load.ts';
import type { Spot } from './city.ts';
import type { Home } from './homes.ts';

/** Free drivers on a map. */
export type Fleet = {
  readonly map: DriverMap;
  readonly driverIds: readonly string[];
  /** Where the next driver or customer is. */
  readonly spot: () => Spot;
  /** The time on this map, which stands still: nobody falls silent. */
  readonly now: Date;
  close(): Promise<void>;
};

const logger = createLogger('bench', 'error');

/** Puts so many drivers on a map of their own. @throws what `signal` was aborted with */
export async function openFleet(
  home: Home,
  { drivers, purpose, spot, signal }: { drivers: number; purpose: string; spot: () => Spot; signal: AbortSignal },
): Promise<Fleet> {
  await using opened = new AsyncDisposableStack();
  const { url, close } = await home.open(purpose);
  opened.defer(close);
  const map = openDriverMap({ url, logger });
  opened.defer(map.close);
  const now = new Date();
  const driverIds = Array.from({ length: drivers }, () => randomUUID());
  await timeEach(driverIds, 16, (driverId) => {
    signal.throwIfAborted();
    return map.place({ driverId, version: 1, as: { kind: 'free' } }, { ...spot(), at: now });
  });
  const kept = opened.move();
  return { map, driverIds, spot, now, close: () => kept.disposeAsync() };
}
