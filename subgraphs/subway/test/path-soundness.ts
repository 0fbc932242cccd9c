import { expect } from 'vitest';
import type { Network } from '../src/domain/network.ts';
import type { Path, PathCriterion } from '../src/domain/path-finder.ts';
import { ridesIn } from './path-reference.ts';

const sum = <Item>(items: readonly Item[], numberOf: (item: Item) => number): number =>
  items.reduce((total, item) => total + numberOf(item), 0);

/** What holds for every path, whichever is the best. */
export function expectSoundPath(
  path: Path,
  { from, to, network }: { from: string; to: string; network: Network },
): void {
  const { stops, legs, transfers } = path;
  expect([stops[0], stops.at(-1)]).toEqual([from, to]);
  expect(legs.flatMap((leg, index) => (index === 0 ? leg.stops : leg.stops.slice(1)))).toEqual(stops);
  expect(transfers.length).toBe(legs.length - 1);

  for (const [index, transfer] of transfers.entries()) {
    const [before, after] = [legs[index], legs[index + 1]];
    expect(transfer.stationId).toBe(before?.stops.at(-1));
    expect(transfer.stationId).toBe(after?.stops[0]);
    expect([transfer.fromLineId, transfer.toLineId]).toEqual([before?.lineId, after?.lineId]);
    expect(transfer.fromLineId).not.toBe(transfer.toLineId);
    const published = network.transfers.find(
      ({ stationId, lineIds }) =>
        stationId === transfer.stationId &&
        lineIds.includes(transfer.fromLineId) &&
        lineIds.includes(transfer.toLineId),
    );
    expect(transfer.isEstimated).toBe(!published);
    expect([transfer.walkMeters, transfer.walkSeconds]).toEqual(
      published ? [published.walkMeters, published.walkSeconds] : [107, 89],
    );
  }

  const rides = ridesIn(network);
  for (const leg of legs) {
    expect(leg.stops.length).toBeGreaterThan(1);
    const shortest = leg.stops.slice(1).map((stop, index) => {
      const ways = rides.filter(
        (ride) => ride.line === leg.lineId && ride.from === leg.stops[index] && ride.to === stop,
      );
      return {
        meters: Math.min(...ways.map((way) => way.meters)),
        seconds: Math.min(...ways.map((way) => way.seconds)),
      };
    });
    // As long as its sections; where two branches of a line run side by side, as one of them.
    expect(leg.distanceMeters).toBeGreaterThanOrEqual(sum(shortest, ({ meters }) => meters));
    expect(leg.durationSeconds).toBeGreaterThanOrEqual(sum(shortest, ({ seconds }) => seconds));
    if (new Set(rides.map(({ line, from: up, to: down }) => `${line} ${up} ${down}`)).size === rides.length) {
      expect(leg.distanceMeters).toBe(sum(shortest, ({ meters }) => meters));
      expect(leg.durationSeconds).toBe(sum(shortest, ({ seconds }) => seconds));
    }
  }
  expect(path.distanceMeters).toBe(sum(legs, (leg) => leg.distanceMeters));
  expect(path.durationSeconds).toBe(
    sum(legs, (leg) => leg.durationSeconds) + sum(transfers, ({ walkSeconds }) => walkSeconds),
  );
  expect(path.surcharge).toBe(
    Math.max(...legs.map(({ lineId }) => network.lines.get(lineId)?.surcharge ?? Number.NaN)),
  );
}

/** What a criterion looks at, what counts more in front. */
export const costOfPath = (by: PathCriterion, path: Path): readonly [number, number] => {
  switch (by) {
    case 'DISTANCE':
      return [path.distanceMeters, path.durationSeconds];
    case 'DURATION':
      return [path.durationSeconds, path.transfers.length];
    case 'TRANSFERS':
      return [path.transfers.length, path.durationSeconds];
  }
};
