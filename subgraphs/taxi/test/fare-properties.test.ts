import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInServiceArea, isPickupServed } from '../src/domain/city.ts';
import { billFor, estimateFare } from '../src/domain/fare.ts';
import { meter, type Stretch } from '../src/domain/meter.ts';

const moment = fc.date({ min: new Date('2024-01-01'), max: new Date('2034-01-01'), noInvalidDate: true });
const meters = fc.integer({ min: 0, max: 100_000 });
const seconds = fc.integer({ min: 0, max: 100_000 });
const stretch: fc.Arbitrary<Stretch> = fc.record({ meters, seconds, at: moment, outside: fc.boolean() });
const stretches = fc.array(stretch, { minLength: 1, maxLength: 6 });
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** In the service area and around it. */
const spot = fc.record({
  latitude: fc.double({ min: 36.9, max: 38.2, noNaN: true }),
  longitude: fc.double({ min: 126.2, max: 127.8, noNaN: true }),
});
const pickup = fc
  .record({
    latitude: fc.double({ min: 37.43, max: 37.7, noNaN: true }),
    longitude: fc.double({ min: 126.77, max: 127.18, noNaN: true }),
  })
  .filter(isPickupServed);
const dropoff = spot.filter(isInServiceArea);
const fareOf = (driven: readonly Stretch[]): number => meter(driven).fare;

test('a fare is a multiple of 100 won, and never below the base fare', () => {
  fc.assert(
    fc.property(stretches, (driven) => {
      const { fare, surchargePercent } = meter(driven);
      expect(fare % 100).toBe(0);
      expect(fare).toBeGreaterThanOrEqual(4_800);
      expect([0, 20, 40, 60]).toContain(surchargePercent);
    }),
  );
});

test('driving on never lowers a fare', () => {
  fc.assert(
    fc.property(stretches, stretch, (driven, next) => {
      expect(fareOf([...driven, next])).toBeGreaterThanOrEqual(fareOf(driven));
    }),
  );
});

test('more metres or more seconds under one surcharge never lower a fare', () => {
  fc.assert(
    fc.property(stretch, meters, seconds, (driven, further, longer) => {
      const more = { ...driven, meters: driven.meters + further, seconds: driven.seconds + longer };
      expect(fareOf([more])).toBeGreaterThanOrEqual(fareOf([driven]));
    }),
  );
});

test('splitting a stretch does not change the fare', () => {
  const split = ({ meters, seconds, ...rest }: Stretch, part: number): readonly [Stretch, Stretch] => [
    { ...rest, meters: meters * part, seconds: seconds * part },
    { ...rest, meters: meters * (1 - part), seconds: seconds * (1 - part) },
  ];
  fc.assert(
    fc.property(stretches, share, (driven, part) => {
      expect(fareOf(driven.flatMap((each) => split(each, part)))).toBe(fareOf(driven));
    }),
  );
});

test('surcharges never make a fare cheaper, nor dearer than 60 %', () => {
  fc.assert(
    fc.property(stretches, (driven) => {
      const plain = fareOf(
        driven.map((each) => ({ ...each, at: new Date('2026-03-04T12:00:00+09:00'), outside: false })),
      );
      expect(fareOf(driven)).toBeGreaterThanOrEqual(plain);
      expect(fareOf(driven)).toBeLessThanOrEqual(plain * 1.6);
    }),
  );
});

test('any ride in the service area has a finite fare, in whole numbers', () => {
  const route = fc.record({
    meters: fc.double({ min: 0, max: 200_000, noNaN: true }),
    seconds: fc.double({ min: 0, max: 200_000, noNaN: true }),
  });
  fc.assert(
    fc.property(pickup, dropoff, route, moment, seconds, (from, to, way, at, long) => {
      const endedAt = new Date(at.getTime() + long * 1000);
      const numbers = [
        ...Object.values(estimateFare({ from, to, route: way, at })),
        ...Object.values(billFor({ from, to, route: way, startedAt: at, endedAt })),
      ];
      expect(numbers.every(Number.isSafeInteger)).toBe(true);
    }),
  );
});
