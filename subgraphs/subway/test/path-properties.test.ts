import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Branch, Line } from '../src/domain/line.ts';
import type { Network, Transfer } from '../src/domain/network.ts';
import { createPathFinder, type PathCriterion } from '../src/domain/path-finder.ts';
import type { Station } from '../src/domain/station.ts';
import { referenceCost } from './path-reference.ts';
import { costOfPath, expectSoundPath } from './path-soundness.ts';

const criteria: readonly PathCriterion[] = ['DISTANCE', 'DURATION', 'TRANSFERS'];
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Wherever, and some at the same place: lengths and times need not fit the map. */
const places = fc.array(
  fc.record({ latitude: fc.constantFrom(37, 37.001, 37.5, 38), longitude: fc.constantFrom(126, 127, 127.0001, 128) }),
  { minLength: ids.length, maxLength: ids.length },
);
const stationsAt = (spots: readonly { latitude: number; longitude: number }[]) =>
  new Map(
    ids.map((id, index): [string, Station] => {
      const { latitude = 37, longitude = 127 } = spots[index] ?? {};
      return [id, { id, name: id, nameEn: id, latitude, longitude }];
    }),
  );

/** Small numbers, so that many ways are equal by what counts first. */
const section = fc.record({
  distanceMeters: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 100_000 })),
  durationSeconds: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 36_000 })),
  source: fc.constant('ESTIMATED' as const),
});

const branch = (isOneWay: fc.Arbitrary<boolean>) =>
  fc
    .record({
      name: fc.constant('MAIN'),
      isOneWay,
      stops: fc.shuffledSubarray(ids, { minLength: 2, maxLength: 5 }),
      sections: fc.array(section, { minLength: 5, maxLength: 5 }),
      isCircular: fc.boolean(),
    })
    .map(({ isCircular, stops, sections, ...rest }): Branch => {
      const all = isCircular && stops.length > 2 ? [...stops, stops[0] ?? ''] : stops;
      return { ...rest, stops: all, sections: sections.slice(0, all.length - 1) };
    });

/** Lines need not be in one piece here: all the more ways there may not be. */
const networks = (isOneWay: fc.Arbitrary<boolean>) =>
  fc
    .record({
      places,
      lines: fc.array(fc.array(branch(isOneWay), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 }),
      surcharges: fc.array(fc.constantFrom(0, 500, 900), { minLength: 4, maxLength: 4 }),
      walks: fc.array(
        fc.tuple(fc.constantFrom(...ids), fc.nat(3), fc.nat(3), fc.nat(5), fc.integer({ min: 0, max: 200 })),
      ),
    })
    .map(({ places, lines, surcharges, walks }): Network => {
      const made = lines.map((branches, index): [string, Line] => {
        const id = `${index}`;
        return [id, { id, name: id, nameEn: id, color: '#000000', surcharge: surcharges[index] ?? 0, branches }];
      });
      const transfers = walks
        .filter(([, a, b]) => a < b)
        .map(([stationId, a, b, walkMeters, walkSeconds]): [string, Transfer] => {
          return [`${stationId} ${a} ${b}`, { stationId, lineIds: [`${a}`, `${b}`], walkMeters, walkSeconds }];
        });
      return { stations: stationsAt(places), lines: new Map(made), transfers: [...new Map(transfers).values()] };
    });

const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => ({ from, to })));

test('W2: no way is cheaper than a path, and where there is no path there is none', () => {
  const seen = { found: 0, none: 0 };
  fc.assert(
    fc.property(networks(fc.boolean()), (network) => {
      const finder = createPathFinder(network);
      for (const { from, to } of pairs)
        for (const by of criteria) {
          const path = finder.find(from, to, by);
          expect(path && costOfPath(by, path)).toEqual(referenceCost(network, from, to, by));
          if (path) expectSoundPath(path, { from, to, network });
          seen[path ? 'found' : 'none'] += 1;
        }
    }),
    { numRuns: 60 },
  );
  expect(seen.found).toBeGreaterThan(0);
  expect(seen.none).toBeGreaterThan(0);
});

test('W2: DISTANCE is never longer, DURATION never slower, and TRANSFERS never changes more often than the others', () => {
  fc.assert(
    fc.property(networks(fc.boolean()), (network) => {
      const finder = createPathFinder(network);
      for (const { from, to } of pairs) {
        const [shortest, fastest, plainest] = criteria.map((by) => finder.find(from, to, by));
        if (!shortest || !fastest || !plainest) {
          expect([shortest, fastest, plainest]).toEqual([null, null, null]);
          continue;
        }
        for (const path of [shortest, fastest, plainest]) {
          expect(shortest.distanceMeters).toBeLessThanOrEqual(path.distanceMeters);
          expect(fastest.durationSeconds).toBeLessThanOrEqual(path.durationSeconds);
          expect(plainest.transfers.length).toBeLessThanOrEqual(path.transfers.length);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('W2: where no trains run one way only, the way back costs the same', () => {
  fc.assert(
    fc.property(networks(fc.constant(false)), (network) => {
      const finder = createPathFinder(network);
      for (const { from, to } of pairs)
        for (const by of criteria) {
          const [there, back] = [finder.find(from, to, by), finder.find(to, from, by)];
          expect(there && costOfPath(by, there)).toEqual(back && costOfPath(by, back));
        }
    }),
    { numRuns: 100 },
  );
});

test('W2: a finder answers the same again, and as another one of the same network does', () => {
  fc.assert(
    fc.property(networks(fc.boolean()), (network) => {
      const [one, other] = [createPathFinder(network), createPathFinder(network)];
      for (const { from, to } of pairs) {
        const path = one.find(from, to, 'DURATION');
        one.find(to, from, 'TRANSFERS');
        expect(one.find(from, to, 'DURATION')).toEqual(path);
        expect(other.find(from, to, 'DURATION')).toEqual(path);
      }
    }),
    { numRuns: 30 },
  );
});
