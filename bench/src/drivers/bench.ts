import { type Comparison, compare, type Pair, type Scenario } from '../measure/compare.ts';
import { timeEach } from '../measure/load.ts';
import { describeMachine } from '../measure/machine.ts';
import { median } from '../measure/quantile.ts';
import { chooseHotSpots, type Spread, spotsOf } from './city.ts';
import { type Fleet, openFleet } from './fleet.ts';
import type { Home } from './homes.ts';

export type DriversBench = {
  readonly homes: readonly Home[];
  /** Free drivers on each side. */
  readonly drivers: Pair<number>;
  readonly rounds: number;
  /** Operations of a kind on one side in one round. */
  readonly batch: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
};

/** Beside the rounds' medians every single time, in milliseconds. */
export type DriversComparison = Comparison & { readonly operation: Operation; readonly every: Pair<readonly number[]> };

export type DriversResult = Pick<DriversBench, 'drivers' | 'rounds' | 'batch'> & {
  readonly comparisons: readonly DriversComparison[];
  readonly machine: string;
};

export type Operation = 'nearest' | 'report';

export const search = { count: 10, radiusMeters: 5_000, excluding: [] };
const spreads: readonly Spread[] = ['evenly', 'around hot spots'];

/** What is asked of a fleet. */
const operations: Readonly<Record<Operation, (fleet: Fleet) => Promise<void>>> = {
  async nearest({ map, spot, now }) {
    const found = await map.nearest(spot(), { ...search, now });
    if (found.length > search.count) throw new Error(`The map found ${found.length} drivers.`);
  },
  async report({ map, driverIds, spot, now }) {
    const driverId = driverIds[Math.floor(Math.random() * driverIds.length)] ?? '';
    const { kind } = await map.report(driverId, { ...spot(), at: now });
    if (kind !== 'free') throw new Error(`The map takes a free driver for ${kind}.`);
  },
};

/** Few and many drivers on maps of each kind, in turns. Removes what it made. @throws what `signal` was aborted with */
export async function benchDrivers({
  homes,
  drivers,
  rounds,
  batch,
  report,
  signal,
}: DriversBench): Promise<DriversResult> {
  await using opened = new AsyncDisposableStack();
  const hotSpots = chooseHotSpots();
  const fleets: { name: string; pair: Pair<Fleet> }[] = [];
  for (const home of homes) {
    for (const [index, spread] of spreads.entries()) {
      const open = async (size: keyof Pair<unknown>) => {
        const spot = spotsOf(spread, hotSpots);
        const fleet = await openFleet(home, {
          drivers: drivers[size],
          purpose: `drivers_${size}_${index}`,
          spot,
          signal,
        });
        opened.defer(fleet.close);
        return fleet;
      };
      const name = `${home.name}, drivers ${spread}`;
      fleets.push({ name, pair: { small: await open('small'), large: await open('large') } });
      report(`placed ${name}`);
    }
  }

  const measured = (['nearest', 'report'] as const).flatMap((operation) =>
    fleets.map(({ name, pair }) => {
      const every: Pair<number[]> = { small: [], large: [] };
      const measure = async (size: keyof Pair<unknown>) => {
        const once = () => operations[operation](pair[size]);
        const times = await timeEach(Array.from({ length: batch }), 1, once);
        every[size].push(...times);
        return median(times);
      };
      return { operation, every, scenario: { name, measure } satisfies Scenario<keyof Pair<unknown>> };
    }),
  );
  const sides = { small: 'small', large: 'large' } as const;
  const scenarios = measured.map(({ scenario }) => scenario);
  const comparisons = await compare<keyof Pair<unknown>>(scenarios, sides, { rounds, report, signal });
  return {
    drivers,
    rounds,
    batch,
    comparisons: comparisons.flatMap((comparison, index) => {
      const { operation, every } = measured[index] ?? {};
      if (operation === undefined || every === undefined) return [];
      // The first round warmed up.
      return [
        { ...comparison, operation, every: { small: every.small.slice(batch), large: every.large.slice(batch) } },
      ];
    }),
    machine: describeMachine(),
  };
}
